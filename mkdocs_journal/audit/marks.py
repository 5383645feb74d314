"""Finds quickly which of many texts may be in a piece of a file, by few of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_SPLIT: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte in b"-_" else 32 for byte in range(256))
_QUOTES: Final = tuple(mark.encode() for mark in "“”„‘’‚…–—")
"""Marks that do not belong to a word beside them; in UTF-8, all begin with the same two bytes."""
_THREES: Final = 6
"""Texts with so many words are known by three consecutive ones, others by one word."""


class Marks:
    """Words of texts: one of a short text; of a longer one three in a row, once from an even and once from an odd place.

    The three are neither the first nor the last of their text, which may be parts of longer words in a file. In a
    piece, three words are looked up from every second place.
    """

    def __init__(self, forms: Iterable[tuple[int, bytes]]) -> None:
        """Take the forms of texts, each with the number of its text; a form without words is ignored."""
        self._threes: dict[tuple[bytes, ...], list[int]] = {}
        self._words: dict[bytes, list[int]] = {}
        for number, form in forms:
            words = words_in(form)
            if len(words) >= _THREES:
                for three in _telling(words):
                    self._threes.setdefault(three, []).append(number)
            elif words:
                inner = words[1:-1] if len(words) > 3 else words
                self._words.setdefault(max(inner, key=lambda word: (len(word), word)), []).append(number)
        self._known_threes, self._known_words = set(self._threes), set(self._words)

    def possible(self, piece: bytes) -> list[int]:
        """Return the numbers of texts that may be in a piece, of all that are in it."""
        words = words_in(piece)
        threes = self._known_threes.intersection(zip(words[::2], words[1::2], words[2::2], strict=False))
        found = {number for word in self._known_words.intersection(words) for number in self._words[word]}
        return sorted(found.union(*(self._threes[three] for three in threes)))


def words_in(text: bytes) -> list[bytes]:
    """Return the words of a text; numbers count."""
    if b"\xe2\x80" in text:
        for mark in _QUOTES:
            text = text.replace(mark, b" ")
    return text.translate(_SPLIT).split()


def _telling(words: list[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Yield the longest three words in a row from an even and from an odd place."""
    for start in (1, 2):
        yield max((tuple(words[at : at + 3]) for at in range(start, len(words) - 3, 2)), key=lambda row: sum(map(len, row)))
