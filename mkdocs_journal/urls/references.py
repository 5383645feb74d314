"""Finds references to files in text: Markdown, HTML, front matter, style sheets, configuration values."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote

from mkdocs_journal.addresses import comparable_host, path_of
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.urls.snippets import ends_of, snippet_paths

_ODD: Final = re.compile(r"[\s()<>\"'\[\]{}|,=]")
"""Characters that end a path without quotes."""
_WORD: Final = re.compile(r"[^\W_]+")
"""A word, without the underscores that Markdown may have around it: `_my picture.png_`."""
_PATH: Final = re.compile(r"[^\s()<>\"'\[\]{}|,=]+")
_KEY: Final = re.compile(r"\A[\w-]++:")
_LONGER: Final = re.compile(r"[._-]{0,9}[^\W_]")
"""Characters that continue a file name."""
_TARGET: Final = re.compile(
    r"(?:[(=]\s{0,9}|[\"'<}]|\[\[|\{%-?[ \t]{0,9}\w{1,20}[ \t]{1,9}|\]:[ \t]{0,9}(?:\n[ \t]{0,9})?|\d[wx],\s*)\Z"
)
"""The text before the target of a link, the value of an attribute or the file that a Liquid tag names."""
_SRCSET: Final = re.compile(r"srcset\s{0,9}=\s{0,9}(?:\"[^\"]*+|'[^']*+)\Z")
"""The text before a picture in a list of pictures, of which each may be without a width."""
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that Markdown reads as itself: `my\\_picture.png`."""
_MARKS: Final = "*_`~"
"""Signs of Markdown that may stand directly before a path."""
_UP: Final = re.compile(r"\A(?:\.\.?/)+")
"""Leading `../` and `./` of a path."""
_HOST: Final = re.compile(r"\A(?:https?:)?//([^/]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?:\Z", re.IGNORECASE)
"""The scheme of an address, which makes no difference, and its host."""
_DETOUR: Final = re.compile(r"(?<![^\s()<>\"'\[\]{}|,=/])(?:(?!\.\.?/)[^\s()<>\"'\[\]{}|,=/]++/\.\./)|(?<=/)(?:\./)++")
"""Parts of a path that lead nowhere: `x/../` and `./`."""
_WAY_UP: Final = re.compile(r"(?<![\w/.-])(?:\.\.?/){1,12}\Z")
_TAG: Final = 300
"""Characters of a tag that are checked before a name."""
_MOST_ALIKE: Final = 100
"""Files with one name in folders that a text does not name; of more than these none is meant."""
_DEEPEST: Final = 12
"""Folders one inside the other that a path may enter and leave again."""
_MOST: Final = 40
"""Characters before a path that are checked."""


class FileNames:
    """Finds the files that are named in a text."""

    def __init__(self, files: Iterable[str], site_url: str = "") -> None:
        """Take the files to find.

        Args:
            files: Paths below the docs.
            site_url: The address of the site with a slash at its end, or empty; addresses below it name docs.
        """
        self._files = {normalize("NFC", file): file for file in files}
        self._served = {name: file for file in self._files for name in _served_as(file)}
        """The pages among the files by the addresses at which hosts show them: `demo/` and `demo/page`."""
        self._all_have_suffixes = all(PurePosixPath(file).suffix for file in self._files)
        odd = [file for file in self._files if _ODD.search(file)]
        self._odd = _OddNames({PurePosixPath(file).name for file in odd})
        self._folders = {part for file in odd for part in PurePosixPath(file).parts[:-1]}
        self._lengths = sorted({len(folder) for folder in self._folders})
        self._depth = max((file.count("/") for file in odd), default=0)
        address = _without_scheme(normalize("NFC", unquote(site_url)))
        root = path_of(site_url)
        starts = (address, normalize("NFC", unquote(root)) if root != "/" else "")
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
        body = front_matter_end(text) if only_targets else -1
        plain = [(text[:body], False), (text[body:], True)] if body > 0 else [(text, only_targets)]
        found: set[str] = set()
        for part, targets in plain:
            for read in _readings(normalize("NFC", unescaped(part))):
                found.update(self._named(read, source.as_posix(), only_targets=targets))
                found.update(chain.from_iterable(map(self._ending, self._included(read))))
        return frozenset(found)

    def ending_in(self, text: str) -> frozenset[str]:
        """Return the files that a text of an unknown place names: those whose path ends in a name with its folders.

        A name with blanks or brackets counts without folders.
        """
        names: set[str] = set()
        for read in _readings(normalize("NFC", unescaped(text))):
            paths = (match[0] for match in _PATH.finditer(read) if not self._all_have_suffixes or "." in match[0])
            ways = (self._ways(way)[0] for path in paths for way in (path, path.lstrip(_MARKS)))
            names.update(map(_end_of, ways), self._included(read))
            decoded = normalize("NFC", unquote(read)) if self._odd else ""
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

    def _named(self, text: str, source: str, *, only_targets: bool) -> Iterator[str]:
        for match in _PATH.finditer(text):
            if self._all_have_suffixes and not ("." in match[0] or (self._served and "/" in match[0])):
                continue  # a plain word, like most of a text
            file = self._file(match[0], source) or self._file(match[0].lstrip(_MARKS), source)
            is_link = not only_targets or "//" in match[0] or _is_target(text, match.start())
            if file and (is_link or _may_be_anywhere(text, match.start())):
                yield file
            elif not file and ((is_link and match[0].startswith("../")) or _may_be_anywhere(text, match.start())):
                yield from self._ending(self._ways(match[0])[-1])
        decoded = _without_detours(normalize("NFC", unquote(text))) if self._odd else ""
        for at, end in self._odd.found_in(decoded):
            if not _LONGER.match(decoded, end):
                for begin in self._begins(decoded, at):
                    file, start = self._led_to(decoded, begin, end, source)
                    if file and ("//" in decoded[start:at] or not only_targets or _is_target(decoded, start)):
                        yield file
                if _may_be_anywhere(decoded, at):
                    yield from self._ending(decoded[at:end])

    def _ending(self, path: str) -> Iterator[str]:
        """Yield the files whose path ends in a name with its folders.

        What a program puts before it is unknown, and raw HTML is relative to the address of a page, not to its source.
        """
        found = self._by_end.get(_end_of(path), ())
        yield from (self._files[file] for file in found if len(found) <= _MOST_ALIKE)

    def _included(self, text: str) -> Iterator[str]:
        """Yield the ends of the paths of snippets: their folder may be missing, or be that of the docs."""
        for name in map(_end_of, snippet_paths(text)):
            yield name if name in self._by_end else next(filter(self._files.__contains__, ends_of(name)), "")

    def _file(self, path: str, source: str) -> str | None:
        """Return the file named by a path, or None."""
        *below_site, name = self._ways(path)
        ways = [*below_site, name.lstrip("/")]
        if not name.startswith("/"):
            ways += [posixpath.join(posixpath.dirname(source), name), _UP.sub("", name, count=1)]
        if "#" in path or "%" in path:  # signs of the name itself, as the value of a key may have them
            ways += [path.lstrip("/"), posixpath.join(posixpath.dirname(source), path)]
        targets = [posixpath.normpath(way) for way in ways]
        named = (self._files.get(target) for target in targets)
        served = (self._files[self._served[target]] for target in targets if target in self._served)
        return next(chain(filter(None, named), served), None)

    def _ways(self, path: str) -> list[str]:
        """Return a path as it may be read: below the site if it begins with its address; at the end as it is written."""
        bare = re.split(r"[?#]", path, maxsplit=1)[0].rstrip(".,;:!?*_`~")
        name = _without_scheme(normalize("NFC", unquote(bare))).replace("\\", "/")
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


class _OddNames:
    """Finds names with blanks, brackets and the like, which do not end where a path ends, by one word of each."""

    def __init__(self, names: Collection[str]) -> None:
        counts = Counter(word for name in names for word in set(_WORD.findall(name)))
        self._names = frozenset(names)
        self._places: dict[str, set[tuple[int, int]]] = {}
        """By the rarest word of a name, where it is in the name, and the length of the name."""
        for name in names:
            word = min(_WORD.finditer(name), key=lambda word: counts[word[0]], default=None)
            if word:
                self._places.setdefault(word[0], set()).add((word.start(), len(name)))

    def __bool__(self) -> bool:
        return bool(self._places)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a name begins and ends; of names that overlap the first, of those the longest."""
        found = (
            (start, start + length)
            for word in _WORD.finditer(text)
            for before, length in self._places.get(word[0], ())
            if (start := word.start() - before) >= 0 and text[start : start + length] in self._names
        )
        last = 0
        for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
            if start >= last:
                last = end
                yield start, end


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it is written, and as Markdown reads it: without the backslashes before signs."""
    yield text
    if (read := _ESCAPED.sub(r"\1", text)) != text:
        yield read


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


def _may_be_anywhere(text: str, start: int) -> bool:
    """Return whether the folder of a file is unknown whose name is in a text.

    The name is in a tag of Liquid or Jinja, is behind one that begins the target of a link, or is linked as in a wiki.
    """
    if text[max(0, start - 2) : start] == "[[":
        return True
    first = max(0, start - _TAG)
    opened = max(text.rfind("{{", first, start), text.rfind("{%", first, start))
    closed = max(text.rfind("}}", first, start), text.rfind("%}", first, start))
    if closed < opened:
        return True
    return opened >= 0 and closed + 2 == start and (_is_target(text, opened) or text[opened - 1 : opened] == "/")


def _is_before(text: str, end: int, start: str) -> bool:
    """Return whether an address, or the root of the site, ends at a place of a text."""
    return end >= len(start) and _without_scheme(text[end - len(start) : end]) == start


def _without_scheme(address: str) -> str:
    """Return an address without its scheme and with its host normalised; a path is kept."""
    return _HOST.sub(lambda found: f"//{comparable_host(found[1])}", address)


def _is_target(text: str, start: int) -> bool:
    """Return whether a link target or attribute value begins at a position."""
    if _TARGET.search(text, max(0, start - _MOST), start):
        return True
    listed = text.rfind("srcset", max(0, start - _TAG), start)
    return listed >= 0 and bool(_SRCSET.match(text, listed, start))


def front_matter_end(text: str) -> int:
    """Return where the front matter of a text, with or without fences, ends, or -1."""
    if text.startswith("---"):
        return text.find("\n---", 3)
    return text.find("\n\n") if _KEY.match(text) else -1
