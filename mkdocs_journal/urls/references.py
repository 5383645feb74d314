"""Finds references to files in text: Markdown, HTML, front matter, style sheets, configuration values."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import comparable_host, path_of
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.link_places import is_target, is_value, may_be_anywhere
from mkdocs_journal.urls.odd_names import OddNames
from mkdocs_journal.urls.snippets import ends_of, snippet_paths

_ODD: Final = re.compile(r"[\s()<>\"'\[\]{}|,=]")
"""Characters that end a path without quotes."""
_PATH: Final = re.compile(r"[^\s()<>\"'\[\]{}|,=]+")
_KEY: Final = re.compile(r"[\w-]++:")
_FENCE: Final = re.compile(r"\n(?:---|\.\.\.[ \t]*(?:\n|\Z))")
"""The end of front matter, as YAML has it."""
_LONGER: Final = re.compile(r"[._-]{0,9}[^\W_]")
"""Characters that continue a file name."""
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that Markdown reads as itself: `my\\_picture.png`."""
_NUMBERED: Final = re.compile(r"\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([\dA-Fa-f]{1,6})[ \t\n]?)")
"""A character by its number, in JSON, in a script or in a style sheet."""
_MARKS: Final = "*_`~"
"""Signs of Markdown that may stand directly before a path."""
_UP: Final = re.compile(r"\A(?:\.\.?/)+")
"""Leading `../` and `./` of a path."""
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]*")
"""The part of a suffix that is never percent-encoded."""
_HOST: Final = re.compile(r"\A(?:https?:)?//([^/]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?:\Z", re.IGNORECASE)
"""The scheme of an address, which makes no difference, and its host."""
_DETOUR: Final = re.compile(r"(?<![^\s()<>\"'\[\]{}|,=/])(?:(?!\.\.?/)[^\s()<>\"'\[\]{}|,=/]++/\.\./)|(?<=/)(?:\./)++")
"""Parts of a path that lead nowhere: `x/../` and `./`."""
_WAY_UP: Final = re.compile(r"(?<![\w/.-])(?:\.\.?/){1,12}\Z")
_HOST_FOLDERS: Final = 2
"""Folders of a host in which a site without an address may be: `/project/`, `/group/project/`."""
_MOST_ALIKE: Final = 100
"""Files with one name in folders that a text does not name; of more than these none is meant."""
_DEEPEST: Final = 12
"""Folders one inside the other that a path may enter and leave again."""
_MOST: Final = 40
"""Characters before a path that are checked."""


class FileNames:
    """Finds the files that are named in a text."""

    def __init__(self, files: Iterable[str], site_url: str = "", written: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take the files to find.

        Args:
            files: Paths below the docs.
            site_url: The address of the site with a slash at its end, or empty; addresses below it name docs.
            written: Further paths by which files are known, each with the file; other files may be among them.
        """
        known = set(files)
        self._files = {normalized("NFC", path): file for path, file in written.items() if file in known}
        self._files |= {normalized("NFC", file): file for file in known}
        self._served = {name: file for file in self._files for name in _served_as(file)}
        """The pages among the files by the addresses at which hosts show them: `demo/` and `demo/page`."""
        suffixes = {_SUFFIX.match(PurePosixPath(file).suffix) for file in self._files}
        self._suffix = re.compile("|".join(sorted({re.escape(found[0]) if found else "" for found in suffixes})))
        """What is in each path that may name one: the beginning of a suffix, or nothing if a file has none."""
        odd = [file for file in self._files if _ODD.search(file)]
        self._odd = OddNames({PurePosixPath(file).name for file in odd})
        self._folders = {part for file in odd for part in PurePosixPath(file).parts[:-1]}
        self._lengths = sorted({len(folder) for folder in self._folders})
        self._depth = max((file.count("/") for file in odd), default=0)
        address = _without_scheme(normalized("NFC", unquote(site_url)))
        root = path_of(site_url)
        starts = (address, normalized("NFC", unquote(root)) if root != "/" else "")
        self._starts = tuple(dict.fromkeys(filter(None, starts)))

    def named_in(self, text: str, source: PurePosixPath, *, only_targets: bool = False) -> frozenset[str]:
        """Return the files that a text names.

        Args:
            text: The whole source, front matter included; names may be percent-encoded, have entities or another form of
                Unicode.
            source: Its path; relative paths start there, or at the root of the docs.
            only_targets: Whether to read only link targets, values of attributes and front matter, not words of the text.
        """
        if not self._files:
            return frozenset()
        text = with_line_feeds(text)
        body = max(0, front_matter_end(text))
        found: set[str] = set()
        for read in _readings(normalized("NFC", unescaped(text[:body]))):
            found.update(self._named(read, source.as_posix(), of_keys=True))  # a theme may put a folder before a value
        for read in _readings(normalized("NFC", unescaped(text[body:]))):
            found.update(self._named(read, source.as_posix(), only_targets=only_targets))
            found.update(chain.from_iterable(map(self._ending, self._included(read))))
        return frozenset(found)

    def ending_in(self, text: str) -> frozenset[str]:
        """Return the files that a text of an unknown place names: those whose path ends in a name with its folders.

        A name with blanks or brackets counts without folders.
        """
        names: set[str] = set()
        for read in _readings(normalized("NFC", unescaped(text))):
            paths = (match[0] for match in _PATH.finditer(read) if self._suffix.search(match[0]))
            ways = (self._ways(way)[0] for path in paths for way in _meant(path))
            names.update(map(self._known_end, map(_end_of, ways)), self._included(read))
            decoded = normalized("NFC", unquote(read)) if self._odd else ""
            names.update(decoded[start:end] for start, end in self._odd.found_in(decoded))
        return frozenset(self._files[file] for name in names for file in self._by_end.get(name, ()))

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        """The files by each end of their path: their name, with the last folder, and so on."""
        found: dict[str, list[str]] = {}
        for file in self._files:
            parts = file.split("/")
            for start in range(len(parts)):
                found.setdefault("/".join(parts[start:]), []).append(file)
        return found

    def _named(self, text: str, source: str, *, only_targets: bool = False, of_keys: bool = False) -> Iterator[str]:
        for match in _PATH.finditer(text):
            if not (self._suffix.search(match[0]) or (self._served and "/" in match[0])):
                continue  # a plain word or a number, like most of a text
            file = next(filter(None, (self._file(way, source) for way in _meant(match[0]))), None)
            is_link = not only_targets or "//" in match[0] or is_target(text, match.start())
            if file and (is_link or may_be_anywhere(text, match.start())):
                yield file
            elif not file and (
                (of_keys and "." in match[0] and is_value(text, match.start()))
                or (is_link and match[0].startswith("../"))
                or may_be_anywhere(text, match.start())
            ):
                yield from self._ending(self._ways(match[0])[-1])
        decoded = _without_detours(normalized("NFC", unquote(text))) if self._odd else ""
        for at, end in self._odd.found_in(decoded):
            if not _LONGER.match(decoded, end):
                for begin in self._begins(decoded, at):
                    file, start = self._led_to(decoded, begin, end, source)
                    if file and ("//" in decoded[start:at] or not only_targets or is_target(decoded, start)):
                        yield file
                if (of_keys and is_value(decoded, at)) or may_be_anywhere(decoded, at):
                    yield from self._ending(decoded[at:end])

    def _ending(self, path: str) -> Iterator[str]:
        """Yield the files whose path ends in a name with its folders.

        What a program puts before it is unknown, and raw HTML is relative to the address of a page, not to its source.
        """
        found = self._by_end.get(_end_of(path), ())
        yield from (self._files[file] for file in found if len(found) <= _MOST_ALIKE)

    def _included(self, text: str) -> Iterator[str]:
        """Yield the ends of the paths of snippets: their folder may be missing, or be that of the docs."""
        yield from (self._known_end(_end_of(path)) for path in snippet_paths(text))

    def _known_end(self, path: str) -> str:
        """Return the path if it is the end of a file's, else its longest end that is the whole path of a file, or empty.

        Outside the docs the folder of the docs is part of the path: `docs/logo.png` in a README.
        """
        return path if path in self._by_end else next(filter(self._files.__contains__, ends_of(path)), "")

    def _file(self, path: str, source: str) -> str | None:
        """Return the file named by a path, or None."""
        *below_site, name = self._ways(path)
        ways = [*below_site, name.lstrip("/")]
        if not name.startswith("/"):
            ways += [posixpath.join(posixpath.dirname(source), name), _UP.sub("", name, count=1)]
        elif not self._starts:
            ways += islice(ends_of(name[1:]), 1, 1 + _HOST_FOLDERS)
        if "#" in path or "%" in path:  # signs of the name itself, as the value of a key may have them
            ways += [path.lstrip("/"), posixpath.join(posixpath.dirname(source), path)]
        targets = [posixpath.normpath(way) for way in ways]
        named = (self._files.get(target) for target in targets)
        served = (self._files[self._served[target]] for target in targets if target in self._served)
        return next(chain(filter(None, named), served), None)

    def _ways(self, path: str) -> list[str]:
        """Return a path as it may be read: below the site if it begins with its address; at the end as it is written."""
        bare = re.split(r"[?#]", path, maxsplit=1)[0].rstrip(".,;:!?*_`~")
        name = _without_scheme(normalized("NFC", unquote(bare))).replace("\\", "/")
        return [*(name[len(start) :] for start in self._starts if name.startswith(start)), name]

    def _begins(self, text: str, name: int) -> Iterator[int]:
        """Yield where a path may begin that has a file name at a place: there, and at each known folder before it."""
        yield name
        slash = name - 1
        for _ in range(self._depth):
            if slash <= 0 or text[slash] != "/":
                return
            yield from (slash - size for size in self._lengths if text[max(0, slash - size) : slash] in self._folders)
            slash = text.rfind("/", max(0, slash - 1 - self._lengths[-1]), slash)

    def _led_to(self, text: str, begin: int, end: int, source: str) -> tuple[str | None, int]:
        """Return the file that a path leads to whose first name is at `begin`, and where the path itself begins."""
        root = next((start for start in (*self._starts, "/") if _is_before(text, begin, start)), "")
        up = _WAY_UP.search(text, max(0, begin - _MOST), begin)
        ups = up[0] if up else ""
        path = text[begin:end]
        near = posixpath.normpath(posixpath.join(posixpath.dirname(source), ups + path))
        start = begin - len(ups or root)
        if re.search(r"[\w/.-]\Z", text[max(0, start - _MOST) : start].rstrip("_")):
            return None, start
        if root.startswith("//") and (scheme := _SCHEME.search(text, max(0, start - _MOST), start)):
            start = scheme.start()
        return (None if root and not ups else self._files.get(near)) or (None if ups else self._files.get(path)), start


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it is written, as Markdown reads it, without the backslashes before signs, and as programs do."""
    yield text
    if (read := _ESCAPED.sub(r"\1", text)) != text:
        yield read
    if (read := _NUMBERED.sub(_character, text)) != text:
        yield normalized("NFC", read.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if 0 < number <= sys.maxunicode else escape[0]


def _meant(path: str) -> Iterator[str]:
    """Yield a path as it is written, without Markdown's signs before it, and without the next value of a query."""
    yield path
    if (bare := path.lstrip(_MARKS)) != path:
        yield bare
    if "&" in bare:  # viewer.html?file=/x.pdf&page=2
        yield bare.partition("&")[0]


def _without_detours(text: str) -> str:
    """Return a text with the shortest way in each path, and with slashes between folders where Windows has others."""
    text = text.replace("\\", "/")
    for _ in range(_DEEPEST):
        shorter = _DETOUR.sub("", text) if "/." in text else text
        if shorter == text:
            break
        text = shorter
    return text


def _served_as(file: str) -> Iterator[str]:
    """Yield the addresses without a suffix at which hosts show a page; the home page has none of its own."""
    if file.endswith((".html", ".htm")):
        yield file.rpartition(".")[0]
    if file.endswith("/index.html"):
        yield posixpath.dirname(file)


def _end_of(path: str) -> str:
    """Return a path without its leading `/`, `./` and `../`."""
    return _UP.sub("", path, count=1).lstrip("/")


def _is_before(text: str, end: int, start: str) -> bool:
    """Return whether an address, or the root of the site, ends at a place of a text."""
    return end >= len(start) and _without_scheme(text[end - len(start) : end]) == start


def _without_scheme(address: str) -> str:
    """Return an address without its scheme and with its host normalised; a path is kept."""
    return _HOST.sub(lambda found: f"//{comparable_host(found[1])}", address)


def with_line_feeds(text: str) -> str:
    """Return a text with one form of line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def front_matter_end(text: str) -> int:
    """Return where the front matter of a text with line feeds, with or without fences, ends, or -1."""
    start = len(text) - len(text.lstrip("\ufeff"))
    if text.startswith("---", start):
        end = _FENCE.search(text, start + 3)
        return end.start() if end else -1
    return text.find("\n\n") if _KEY.match(text, start) else -1
