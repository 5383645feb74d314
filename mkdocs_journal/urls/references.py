"""Finds references to files in text: Markdown, HTML, front matter, style sheets, configuration values."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import comparable_host, path_of
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.source_parts import front_matter_end, with_line_feeds
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.link_places import is_markdown_target, is_target, is_value, may_be_anywhere
from mkdocs_journal.urls.odd_names import OddNames
from mkdocs_journal.urls.readings import meant, readings, without_detours, without_marks
from mkdocs_journal.urls.snippets import ends_of, snippet_paths

_ODD: Final = re.compile(r"[\s()<>\"'\[\]{}|,=!]")
"""Characters that end a path without quotes."""
_PATH: Final = re.compile(r"[^\s()<>\"'\[\]{}|,=!]+")
_LONGER: Final = re.compile(r"[._-]{0,9}[^\W_]")
"""Characters that continue a file name."""
_UP: Final = re.compile(r"\A(?:\.\.?/)+")
"""Leading `../` and `./` of a path."""
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]*")
"""The part of a suffix that is never percent-encoded."""
_HOST: Final = re.compile(r"\A(?:https?:)?//([^/]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?:\Z", re.IGNORECASE)
"""The scheme of an address, which makes no difference, and its host."""
_WAY_UP: Final = re.compile(r"(?<![\w/.-])(?:\.\.?/){1,12}\Z")
_HOST_FOLDERS: Final = 2
"""Folders of a host in which a site without an address may be: `/project/`, `/group/project/`."""
_MOST_ALIKE: Final = 100
"""Files with one name in folders that a text does not name; of more than these none is meant."""
_MOST: Final = 40
"""Characters before a path that are checked."""


class FileNames:
    """Finds the files that are named in a text."""

    def __init__(
        self,
        files: Iterable[str],
        site_url: str = "",
        written: Mapping[str, str] = MappingProxyType({}),
        others: Iterable[str] = (),
        *,
        by_name: bool = False,
    ) -> None:
        """Take the files to find.

        Args:
            files: Paths below the docs.
            site_url: The address of the site with a slash at its end, or empty; addresses below it name docs.
            written: Further paths by which files are known, each with the file; other files may be among them.
            others: Paths of all files of the site; one that leads to another file does not name a file by its end.
            by_name: Whether a plugin finds the file of a Markdown link by its name, so that it counts in a text of words.
        """
        known, self._most = set(files), int(by_name)
        self._files = {normalized("NFC", path): file for path, file in written.items() if file in known}
        self._files |= {normalized("NFC", file): file for file in known}
        self._served = {name: file for file in self._files for name in _served_as(file)}
        """The pages among the files by the addresses at which hosts show them: `demo/` and `demo/page`."""
        suffixes = {_SUFFIX.match(PurePosixPath(file).suffix) for file in self._files}
        signs = sorted({re.escape(found[0]) if found else "" for found in suffixes})
        self._suffix = re.compile("|".join(signs), re.IGNORECASE)
        """What is in each path that may name one: the beginning of a suffix, or nothing if a file has none."""
        self._others = {normalized("NFC", path) for path in others}
        self._others |= {name for path in self._others for name in _served_as(path)}
        names = {PurePosixPath(file).name for file in self._files if _ODD.search(file)}
        self._odd = OddNames(names)
        odd = [path for path in {*self._files, *self._others} if names and PurePosixPath(path).name in names]
        self._folders = {part for file in odd for part in PurePosixPath(file).parts[:-1]}
        self._lengths = sorted({len(folder) for folder in self._folders})
        self._depth = max((file.count("/") for file in odd), default=0)
        address = _without_scheme(normalized("NFC", unquote(site_url)))
        starts = (address, normalized("NFC", unquote(root)) if (root := path_of(site_url)) != "/" else "")
        self._starts = tuple(dict.fromkeys(filter(None, starts)))

    def named_in(
        self, text: str, *places: PurePosixPath, only_targets: bool = False, moved: bool = False
    ) -> frozenset[str]:
        """Return the files that a text names.

        Args:
            text: The whole source, front matter included; names may be percent-encoded or have entities.
            places: Its path, and that of the page made of it; relative paths start there, or at the root of the docs.
            only_targets: Whether to read only link targets, values of attributes and front matter, not words of the text.
            moved: Whether the source may have been elsewhere, so that the end of a path counts that leads to no file.
        """
        if not self._files:
            return frozenset()
        text = with_line_feeds(text)
        body = max(0, front_matter_end(text))
        found: set[str] = set()
        folders = [normalized("NFC", place.parent.as_posix()) for place in places]
        for read in readings(normalized("NFC", unescaped(text[:body]))):
            found.update(self._named(read, folders, of_keys=True))  # a theme may put a folder before a value
        for read in readings(normalized("NFC", unescaped(text[body:]))):
            found.update(self._named(read, folders, only_targets=only_targets, moved=moved))
            found.update(chain.from_iterable(map(self._ending, self._included(read))))
        return frozenset(found)

    def ending_in(self, text: str, *places: PurePosixPath) -> frozenset[str]:
        """Return the files that a text names which pages include: those whose path ends in a name with its folders.

        A name with blanks or brackets counts without folders.

        Args:
            text: The text.
            places: Its own path and that of the page made of it, if it is in the docs; paths may lead to files from there.
        """
        names, found = set[str](), set[str]()
        folders = [normalized("NFC", place.parent.as_posix()) for place in places]
        for read in readings(normalized("NFC", unescaped(text))):
            paths = [match[0] for match in _PATH.finditer(read) if self._suffix.search(match[0])]
            led = {path: self._led(path, folders) for path in paths} if folders else {}
            found.update(chain.from_iterable(filter(None, led.values())))
            ways = (self._ways(way)[0] for path in paths if led.get(path) is None for way in meant(path))
            names.update(map(self._known_end, map(_end_of, ways)), self._included(read))
            decoded = normalized("NFC", unquote(read)) if self._odd else ""
            for start, end in self._odd.found_in(decoded):
                begins = self._begins(decoded, start) if folders else ()
                ends = [self._odd_led_to(decoded, begin, end, folders, of_keys=False)[0] for begin in begins]
                found.update(chain.from_iterable(filter(None, ends)))
                names.update([decoded[start:end]] if all(files is None for files in ends) else [])
        return frozenset(found.union(self._files[file] for name in names for file in self._by_end.get(name, ())))

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The files by their paths without case, which macOS and Windows ignore."""
        return {path.casefold(): file for path, file in self._files.items()}

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        """The files by each end of their path: their name, with the last folder, and so on."""
        found: dict[str, list[str]] = {}
        for file in self._files:
            parts = file.split("/")
            for start in range(len(parts)):
                found.setdefault("/".join(parts[start:]), []).append(file)
        return found

    def _named(
        self, text: str, folders: Sequence[str], *, only_targets: bool = False, of_keys: bool = False, moved: bool = False
    ) -> Iterator[str]:
        for match in _PATH.finditer(text):
            if not (self._suffix.search(match[0]) or (self._served and "/" in match[0])):
                continue  # a plain word or a number, like most of a text
            anywhere = may_be_anywhere(text, match.start())
            files = self._led(match[0], folders, of_keys=of_keys or anywhere)
            is_link = not only_targets or "//" in match[0] or is_target(text, match.start())
            if files and (is_link or anywhere):
                yield from files
            elif files is None and (anywhere or (of_keys and "." in match[0] and is_value(text, match.start()))):
                yield from self._ending(self._known_end(_end_of(self._ways(match[0])[-1])))
            elif files is None and is_link and (match[0].startswith("../") or (moved and ":" not in match[0])):
                yield from self._ending(self._ways(match[0])[-1])
            elif files is None and match[0][0] != "/" and ":" not in match[0] and is_markdown_target(text, match.start()):
                end = self._known_end(_end_of(self._ways(match[0])[-1]))
                yield from self._ending(end, _MOST_ALIKE if only_targets else self._most)
        if self._odd:
            yield from self._odd_named(text, folders, only_targets=only_targets, of_keys=of_keys, moved=moved)

    def _odd_named(
        self, text: str, folders: Sequence[str], *, only_targets: bool, of_keys: bool, moved: bool
    ) -> Iterator[str]:
        decoded = without_detours(normalized("NFC", unquote(text)))
        for at, end in self._odd.found_in(decoded):
            if _LONGER.match(decoded, end):
                continue
            leads = False
            for begin in self._begins(decoded, at):
                both = of_keys or may_be_anywhere(decoded, begin)
                files, start = self._odd_led_to(decoded, begin, end, folders, of_keys=both)
                leads = leads or files is not None
                is_link = not only_targets or "//" in decoded[start:at] or is_target(decoded, start)
                if files and (is_link or may_be_anywhere(decoded, start)):
                    yield from files
            known = (of_keys and is_value(decoded, at)) or (moved and is_target(decoded, at))
            if not leads and (known or may_be_anywhere(decoded, at)):
                yield from self._ending(decoded[at:end])
            elif not leads and is_markdown_target(decoded, at):
                yield from self._ending(decoded[at:end], _MOST_ALIKE if only_targets else self._most)

    def _ending(self, path: str, most: int = _MOST_ALIKE) -> Iterator[str]:
        """Yield the files whose path ends in a name with its folders: what a program puts before it is unknown."""
        found = self._by_end.get(end := _end_of(path), self._by_end.get(without_marks(end), []))
        yield from (self._files[file] for file in found if len(found) <= most)

    def _included(self, text: str) -> Iterator[str]:
        """Yield the ends of the paths of snippets: their folder may be missing, or be that of the docs."""
        paths = map(_end_of, snippet_paths(text))
        yield from (self._known_end(path) for path in paths if path in self._files or path not in self._others)

    def _known_end(self, path: str) -> str:
        """Return the path if it is the end of a file's, else its longest end that is a whole path, or empty."""
        bare = path if path in self._by_end else without_marks(path)
        if bare in self._by_end:
            return bare
        end = next((end for end in ends_of(bare) if end in self._files or end in self._others), "")
        return end if end in self._files else ""

    def _led(self, path: str, folders: Sequence[str], *, of_keys: bool = False) -> tuple[str, ...] | None:
        """Return the files to which a path leads in one of the ways in which it may be meant."""
        ways = (form for way in meant(path) for form in dict.fromkeys((way, without_marks(way))))
        led = (self._led_to(way, folders, of_keys=of_keys) for way in ways)
        return next((files for files in led if files is not None), None)

    def _led_to(self, path: str, folders: Sequence[str], *, of_keys: bool) -> tuple[str, ...] | None:
        """Return the files to which a path leads; none if it leads to others, None if to no file at all.

        A relative path begins at one of the folders, else at the root; at any of them if a program may add a folder.
        """
        *below_site, name = self._ways(path)
        root = [*below_site, name.lstrip("/")]
        near = [] if name.startswith("/") else [posixpath.join(folder, name) for folder in folders]
        far: Iterable[str] = [] if name.startswith("/") else [_UP.sub("", name, count=1)]
        if "#" in path or "%" in path:  # signs of the name itself, as the value of a key may have them
            root.append(path.lstrip("/"))
            near += [posixpath.join(folder, path) for folder in folders]
        if name.startswith("/") and not self._starts:
            far = islice(ends_of(name[1:]), 1, 1 + _HOST_FOLDERS)
        first = [[*near, *root]] if of_keys else [near, *([way] for way in root)]
        led = (self._at(map(posixpath.normpath, ways)) for ways in (*first, *([way] for way in far)))
        return next((files for files in led if files is not None), None)

    def _at(self, paths: Iterable[str]) -> tuple[str, ...] | None:
        """Return the files at some paths, also in another case; None if there are none, nor others."""
        paths = list(paths)
        found = [self._files.get(path) or self._files.get(self._served.get(path, "")) for path in paths]
        files = tuple(dict.fromkeys(filter(None, found)))
        if files or not self._others.isdisjoint(paths):
            return files
        return tuple(filter(None, (self._folded.get(path.casefold()) for path in paths))) or None

    def _ways(self, path: str) -> list[str]:
        """Return a path as it may be read: below the site if it begins with its address; at the end as it is written."""
        bare = re.split(r"[?#]", path, maxsplit=1)[0]
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

    def _odd_led_to(
        self, text: str, begin: int, end: int, folders: Sequence[str], *, of_keys: bool
    ) -> tuple[tuple[str, ...] | None, int]:
        """Return the files that a path leads to whose first name is at `begin`, and where the path itself begins."""
        root = next((start for start in (*self._starts, "/") if _is_before(text, begin, start)), "")
        up = _WAY_UP.search(text, max(0, begin - _MOST), begin)
        ups = up[0] if up else ""
        path = text[begin:end]
        near = [posixpath.normpath(posixpath.join(folder, ups + path)) for folder in folders]
        start = begin - len(ups or root)
        if re.search(r"[\w/.-]\Z", text[max(0, start - _MOST) : start].rstrip("_")):
            return None, start
        if root.startswith("//") and (scheme := _SCHEME.search(text, max(0, start - _MOST), start)):
            start = scheme.start()
        ways = ([] if root and not ups else near, [] if ups else [path])
        led = (self._at(paths) for paths in ([[*ways[0], *ways[1]]] if of_keys else ways))
        return next((files for files in led if files is not None), None), start


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
