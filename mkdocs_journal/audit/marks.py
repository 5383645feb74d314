"""Finds quickly which of many texts may be in a piece of a file, by few of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

_SPLIT: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
_SPLIT_ASCII: Final = bytes(byte if byte < 128 else 32 for byte in _SPLIT)
_ASCII: Final = bytes(range(128))
_TELLING: Final = 4
"""A shorter word is in most pieces."""
_FEW: Final = 3
"""A word that so few texts have distinguishes them, however short it is."""
_MANY: Final = 8
"""Three words that more texts have distinguish none: `What is new in version 2` and the titles of other versions."""
_SIGNS: Final = 5
"""Characters by which a text is known that has no word of which both ends are certain, as in Chinese."""
_EVERY: Final = 4
_EVERY_OTHER: Final = 2
"""Three words are looked up from every fourth or second place of a piece: a text is known by three from each place."""


_Form = tuple[int, tuple[bytes, ...]]
"""The number of a text, and the words of one of its forms."""
_Threes = dict[tuple[bytes, ...], list[_Form]]


class Marks:
    """Words of texts: all of a short text; of a longer one three in a row, from each place where a piece may look.

    Words are those of ASCII, which any other character ends. A text that is mostly of other letters is known by words with
    these. The first and the last of them may be part of a longer one in a file, where letters, marks such as `»` or a
    no-break space can be beside it: they do not count.
    """

    def __init__(self, forms: Iterable[tuple[int, bytes, bool]]) -> None:
        """Take the forms of texts.

        Args:
            forms: The number of the text of each form, the form, and whether only certain marks of ASCII may be around it.
        """
        self._words: dict[bytes, list[tuple[int, frozenset[bytes]]]] = {}
        self._signs: dict[tuple[str, ...], list[int]] = {}
        self._any: set[int] = set()
        self._has_others = False
        threes: _Threes = {}
        other_threes: _Threes = {}
        short: list[_Form] = []
        same: dict[bytes, bytes] = {}  # each word is kept once, for a post has thousands of groups of them
        for number, form, alone in forms:
            words, inner = self._words_of(form, alone=alone)
            rows, step = (threes, _EVERY) if inner is words else (other_threes, _EVERY_OTHER)
            for found in (words, inner):
                found[:] = [same.setdefault(word, word) for word in found]
            whole = (number, tuple(words))
            if len(inner) >= step + 2:
                for three in _telling(inner, step):
                    rows.setdefault(three, []).append(whole)
            elif words:
                short.append(whole)
            else:
                self._add_signs(number, form)
        self._add_words(dict.fromkeys((*short, *_taken_out(threes), *_taken_out(other_threes))))
        self._threes, self._other_threes = _numbers(threes), _numbers(other_threes)
        self._known_signs = set(self._signs)

    def _add_words(self, forms: Collection[_Form]) -> None:
        """Take forms that are known by all of their words: the one that fewest of them have leads to each."""
        held = Counter(word for _, words in forms for word in set(words))
        for number, words in forms:
            ranks = {word: (held[word] > _FEW, len(word) < _TELLING, held[word], -len(word), word) for word in words}
            self._words.setdefault(min(words, key=ranks.__getitem__), []).append((number, frozenset(words)))
        self._known_words = set(held)

    def _words_of(self, form: bytes, *, alone: bool) -> tuple[list[bytes], list[bytes]]:
        """Return the words of a form that are certain, and those in rows: the same list in Latin letters."""
        words = form.translate(_SPLIT_ASCII).split()
        if form.isascii() or 2 * sum(map(len, words)) >= len(form):
            return words, words
        self._has_others = True
        inner = words_in(form) if alone else words_in(form)[1:-1]
        return words + inner, inner

    def _add_signs(self, number: int, form: bytes) -> None:
        signs = _beyond_ascii(form)
        if len(signs) < _SIGNS:
            self._any.add(number)
        else:
            start = (len(signs) - _SIGNS) // 2
            self._signs.setdefault(tuple(signs[start : start + _SIGNS]), []).append(number)

    def possible(self, piece: bytes) -> list[int]:
        """Return the numbers of texts that may be in a piece, of all that are in it."""
        words = piece.translate(_SPLIT_ASCII).split()
        found = self._any.union(*(self._threes[three] for three in self._threes.keys() & _rows(words, _EVERY)))
        single = self._known_words.intersection(words)
        if self._has_others and not piece.isascii():
            words = words_in(piece)
            others = self._other_threes.keys() & _rows(words, _EVERY_OTHER)
            found = found.union(self._signs_in(piece), *(self._other_threes[three] for three in others))
            single |= self._known_words.intersection(words)
        several = (one for word in single & self._words.keys() for one in self._words[word])
        return sorted(found.union(number for number, certain in several if certain <= single))

    def _signs_in(self, piece: bytes) -> set[int]:
        if not self._signs:
            return set()
        signs = _beyond_ascii(piece)
        rows = zip(*(signs[start:] for start in range(_SIGNS)), strict=False)
        return {number for row in self._known_signs.intersection(rows) for number in self._signs[row]}


def _taken_out(threes: _Threes) -> Iterator[_Form]:
    """Yield the texts that share three words with many and have a word that few have, and remove them from these."""
    shared = [three for three, texts in threes.items() if len(texts) > _MANY]
    every = {text for texts in threes.values() for text in texts} if shared else set()
    held = Counter(word for _, words in every for word in set(words))
    for three in shared:
        rare = dict.fromkeys(text for text in threes[three] if min(held[word] for word in text[1]) <= _FEW)
        threes[three] = [text for text in threes[three] if text not in rare]
        yield from rare


def _numbers(threes: _Threes) -> dict[tuple[bytes, ...], list[int]]:
    return {three: [number for number, _ in texts] for three, texts in threes.items()}


def _beyond_ascii(text: bytes) -> str:
    """Return the characters beyond ASCII: those of a text in a file follow each other there as well."""
    return text.translate(None, _ASCII).decode("utf-8", "replace")


def _rows(words: list[bytes], step: int) -> Iterable[tuple[bytes, ...]]:
    """Return the three words in a row from every `step`th place."""
    return zip(words[::step], words[1::step], words[2::step], strict=False)


def words_in(text: bytes) -> list[bytes]:
    """Return the words of a text; numbers count, and characters beyond ASCII are letters."""
    return text.translate(_SPLIT).split()


def _telling(words: list[bytes], step: int) -> Iterator[tuple[bytes, ...]]:
    """Yield the longest three words in a row of those from every `step`th place, for each place to start from."""
    for start in range(step):
        yield max(_rows(words[start:], step), key=lambda row: sum(map(len, row)))
