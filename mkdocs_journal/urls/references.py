"""Files that a source names, wherever in its text: Markdown, raw HTML or front matter."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from mkdocs_journal.urls.links import resolve


def named_files(text: str, source: PurePosixPath, files: Collection[str]) -> frozenset[str]:
    """Return those of some files that a text names by a path that leads to them.

    Args:
        text: The whole source, front matter included.
        source: Its path; relative links start there. A path with a leading slash starts at the root of the docs.
        files: Paths below the docs.
    """
    if not files:
        return frozenset()
    found = set()
    for match in _names(frozenset(PurePosixPath(file).name for file in files)).finditer(text):
        before = text[max(0, match.start() - _MOST) : match.start()]
        link = _END_OF_PATH.split(before)[-1] + match[0]
        base = "" if link.startswith("/") else source.as_posix()
        for target in (resolve(link.lstrip("/"), base), resolve(link.lstrip("/"), "")):
            if target in files:
                found.add(target)
    return frozenset(found)


_MOST: Final = 500
"""Characters of a path before the name of its file."""
_END_OF_PATH: Final = re.compile(r"[\s()<>\"'\[\]{}|,=]")


@lru_cache(maxsize=8)
def _names(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds names, as written or percent-encoded, that are not the beginning of a longer one."""
    spellings = {spelling for name in names for spelling in (name, quote(name))}
    longest_first = sorted(spellings, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![.-]*\w)")
