"""References to files in text: Markdown, HTML, front matter, style sheets, configuration values."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote

from mkdocs_journal.addresses import path_of

_ODD: Final = re.compile(r"[\s()<>\"'\[\]{}|,=]")
"""Characters that end a path without quotes."""
_PATH: Final = re.compile(r"[^\s()<>\"'\[\]{}|,=]+")
_KEY: Final = re.compile(r"\A[\w-]++:")
_LONGER: Final = re.compile(r"[.-]{0,9}\w")
"""Characters that continue a file name."""
_TARGET: Final = re.compile(r"(?:[(\"'<=}]|\]:[ \t]*|\d[wx],\s*)\Z")
"""The text before the target of a link or the value of an attribute."""
_UP: Final = re.compile(r"\A(?:\.\.?/)+")
"""Leading `../` and `./` of a path."""
_MOST: Final = 40
"""Characters before a path that are checked."""


class FileNames:
    """Finds the files to which paths in a text lead."""

    def __init__(self, files: Iterable[str], site_url: str = "") -> None:
        """Note the files.

        Args:
            files: Paths below the docs.
            site_url: The address of the site with a slash at its end, or empty: what begins with it is below the docs.
        """
        self._files = {normalize("NFC", file): file for file in files}
        self._all_have_suffixes = all(PurePosixPath(file).suffix for file in self._files)
        odd = [file for file in self._files if _ODD.search(file)]
        names = sorted({PurePosixPath(file).name for file in odd}, key=lambda name: (-len(name), name))
        self._odd = re.compile("|".join(map(re.escape, names))) if names else None
        self._by_name: dict[str, list[str]] = {}
        for file in odd:
            self._by_name.setdefault(PurePosixPath(file).name, []).append(file)
        address = normalize("NFC", unquote(site_url))
        root = path_of(site_url)
        starts = (address, address.partition(":")[2], normalize("NFC", unquote(root)) if root != "/" else "")
        self._starts = tuple(dict.fromkeys(filter(None, starts)))

    def named_in(self, text: str, source: PurePosixPath, *, only_targets: bool = False) -> frozenset[str]:
        """Return the files that a text names.

        Args:
            text: The whole source, front matter included; names may be percent-encoded, have entities or another form of
                Unicode.
            source: Its path; relative paths start there, or at the root of the docs.
            only_targets: Whether only targets of links, values of attributes and front matter count, not words of the text.
        """
        if not self._files:
            return frozenset()
        body = _front_matter_end(text) if only_targets else -1
        plain = [(text[:body], False), (text[body:], True)] if body > 0 else [(text, only_targets)]
        found: set[str] = set()
        for part, targets in plain:
            found.update(self._named(normalize("NFC", unescape(part)), source.as_posix(), only_targets=targets))
        return frozenset(found)

    def _named(self, text: str, source: str, *, only_targets: bool) -> Iterator[str]:
        for match in _PATH.finditer(text):
            if self._all_have_suffixes and "." not in match[0]:  # a word, as most of a text
                continue
            file = self._file(match[0], source)
            whole = "//" in match[0]
            if file and (whole or not only_targets or _is_target(text, match.start())):
                yield file
        if self._odd is None:
            return
        decoded = normalize("NFC", unquote(text))
        for match in self._odd.finditer(decoded):
            if not _LONGER.match(decoded, match.end()):
                for file in self._by_name[match[0]]:
                    start = self._begin(decoded, match.end(), file, source)
                    if start >= 0 and (not only_targets or _is_target(decoded, start)):
                        yield self._files[file]

    def _file(self, path: str, source: str) -> str | None:
        """Return the file that a path leads to, or None."""
        bare = re.split(r"[?#]", path, maxsplit=1)[0].rstrip(".,;:!?*_`~")
        name = normalize("NFC", unquote(bare))
        ways = [name[len(start) :] for start in self._starts if name.startswith(start)]
        ways.append(name.lstrip("/"))
        if not name.startswith("/"):
            ways += [posixpath.join(posixpath.dirname(source), name), _UP.sub("", name, count=1)]
        targets = (posixpath.normpath(way) for way in ways)
        return next((self._files[target] for target in targets if target in self._files), None)

    def _begin(self, text: str, end: int, file: str, source: str) -> int:
        """Return where a path begins that ends at `end` and leads to a file, or -1."""
        near = posixpath.relpath(file, posixpath.dirname(source) or ".")
        ways = [*(start + file for start in self._starts), f"/{file}", f"./{near}", near, file]
        for way in ways:
            start = end - len(way)
            before = text[start - 1 : start] if start > 0 else ""
            if start >= 0 and text.startswith(way, start) and not re.match(r"[\w/.-]", before):
                return start
        return -1


def _is_target(text: str, start: int) -> bool:
    """Return whether a link target or attribute value begins at a position."""
    return bool(_TARGET.search(text, max(0, start - _MOST), start))


def _front_matter_end(text: str) -> int:
    """Return where the front matter of a text, with or without fences, ends, or -1."""
    if text.startswith("---"):
        return text.find("\n---", 3)
    return text.find("\n\n") if _KEY.match(text) else -1
