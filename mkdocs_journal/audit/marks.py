"""Finds quickly which of many texts may be in a piece of a file, by few of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

_SPLIT: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
_SPLIT_ASCII: Final = bytes(byte if byte < 128 else 32 for byte in _SPLIT)
_THREES: Final = 6
"""Texts with so many words are known by three consecutive ones, others by all words."""
_TELLING: Final = 4
"""A shorter word is in most pieces."""
_SIGNS: Final = 5
"""Characters by which a text is known that has no word of which both ends are certain, as in Chinese."""


class Marks:
    """Words of texts: all of a short text; of a longer one three in a row, once from an even and once from an odd place.

    A word at the end of a text may be part of a longer one in a file, where letters beyond ASCII, marks such as `»` or a
    no-break space can be beside it. The three are neither the first nor the last of their text; words of a short text are
    inner ones, or are of ASCII alone, so that any other character ends them. In a piece, three words are looked up from
    every second place.
    """

    def __init__(self, forms: Iterable[tuple[int, bytes, bool]]) -> None:
        """Take the forms of texts.

        Args:
            forms: The number of the text of each form, the form, and whether only certain marks of ASCII may be around it.
        """
        self._threes: dict[tuple[bytes, ...], list[int]] = {}
        self._words: dict[bytes, list[tuple[int, frozenset[bytes]]]] = {}
        self._signs: dict[tuple[str, ...], list[int]] = {}
        self._any: set[int] = set()
        short: list[tuple[int, list[bytes]]] = []
        for number, form, alone in forms:
            words = words_in(form)
            if len(words) >= _THREES:
                for three in _telling(words):
                    self._threes.setdefault(three, []).append(number)
            elif certain := (words if alone else words[1:-1]) + form.translate(_SPLIT_ASCII).split():
                short.append((number, certain))
            else:
                self._add_signs(number, form.decode("utf-8", "replace"))
        held = Counter(word for _, certain in short for word in set(certain))
        for number, certain in short:
            rarest = min(certain, key=lambda word: (len(word) < _TELLING, held[word], -len(word), word))
            self._words.setdefault(rarest, []).append((number, frozenset(certain)))
        self._known_threes, self._known_words = set(self._threes), set(held)
        self._known_signs = set(self._signs)

    def _add_signs(self, number: int, form: str) -> None:
        if len(form) < _SIGNS:
            self._any.add(number)
        else:
            start = (len(form) - _SIGNS) // 2
            self._signs.setdefault(tuple(form[start : start + _SIGNS]), []).append(number)

    def possible(self, piece: bytes) -> list[int]:
        """Return the numbers of texts that may be in a piece, of all that are in it."""
        words = words_in(piece)
        threes = self._known_threes.intersection(zip(words[::2], words[1::2], words[2::2], strict=False))
        found = self._any.union(*(self._threes[three] for three in threes))
        single = self._known_words.intersection(words)
        if not piece.isascii():
            single |= self._known_words.intersection(piece.translate(_SPLIT_ASCII).split())
            found |= self._signs_in(piece.decode("utf-8", "replace"))
        several = (one for word in single & self._words.keys() for one in self._words[word])
        return sorted(found.union(number for number, certain in several if certain <= single))

    def _signs_in(self, text: str) -> set[int]:
        rows = zip(*(text[start:] for start in range(_SIGNS)), strict=False) if self._signs else ()
        return {number for row in self._known_signs.intersection(rows) for number in self._signs[row]}


def words_in(text: bytes) -> list[bytes]:
    """Return the words of a text; numbers count, and characters beyond ASCII are letters."""
    return text.translate(_SPLIT).split()


def _telling(words: list[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Yield the longest three words in a row from an even and from an odd place."""
    for start in (1, 2):
        yield max((tuple(words[at : at + 3]) for at in range(start, len(words) - 3, 2)), key=lambda row: sum(map(len, row)))
