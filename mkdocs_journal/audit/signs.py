"""Which of many texts another text may contain, found without looking for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

_MOST_WORDS: Final = 3
_SIZES: Final = (8, 4)
"""Bytes of a sign without whole words, the longest first."""

_Sign = tuple[bytes, ...]


class Signs:
    """Knows a sign of each text: some whole words within it, else some of its bytes, wherever they come to stand."""

    def __init__(self, wanted: Iterable[bytes]) -> None:
        inner = {text: text.split()[1:-1] for text in wanted}  # the first and the last may be parts of words
        rows = {text: _rows(words, min(len(words), _MOST_WORDS)) for text, words in inner.items() if words}
        counts = Counter(row for found in rows.values() for row in set(found))
        self._rows: dict[int, dict[_Sign, list[bytes]]] = {}
        self._parts: dict[int, dict[bytes, list[bytes]]] = {}
        self._short: list[bytes] = []
        for text in inner:
            size = next((size for size in _SIZES if len(text) >= 2 * size), 0)
            if text in rows:
                rarest = min(rows[text], key=lambda row: (counts[row], row))
                self._rows.setdefault(len(rarest), {}).setdefault(rarest, []).append(text)
            elif size:
                parts = self._parts.setdefault(size, {})
                for part in {text[start : start + size] for start in range(size)}:
                    parts.setdefault(part, []).append(text)
            else:
                self._short.append(text)

    def possible(self, text: bytes) -> set[bytes]:
        """Return the texts whose signs another one has; every text that it contains is among them."""
        found, words = set(self._short), text.split()
        for number, rows in self._rows.items():
            found.update(*(rows[row] for row in rows.keys() & _rows(words, number)))
        for size, parts in self._parts.items():
            here = {text[start : start + size] for start in range(0, len(text), size)}
            found.update(*(parts[part] for part in parts.keys() & here))
        return found


def _rows(words: Sequence[bytes], number: int) -> list[_Sign]:
    """Return each row of so many words."""
    return list(zip(*(words[start:] for start in range(number)), strict=False))
