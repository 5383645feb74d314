"""Finds the names of files that contain blanks, brackets and the like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
"""A word, without the underscores that Markdown may have around it: `_my picture.png_`."""
_MOST: Final = 9
"""Characters before a name that are checked."""
_IN_NAMES: Final = frozenset("-.+~@")
"""Signs within a name: `1.png` is not in `photo-1.png`."""


class OddNames:
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
            if (start := word.start() - before) >= 0
            and text[start : start + length] in self._names
            and not _is_inside_name(text, start)
        )
        last = 0
        for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
            if start >= last:
                last = end
                yield start, end


def _is_inside_name(text: str, start: int) -> bool:
    """Return whether what is before a place belongs to the name of a file that goes on there."""
    before = text[max(0, start - _MOST) : start].rstrip("_")[-1:]
    return before in _IN_NAMES or before.isalnum()
