"""Finds the lines of many words in a text in linear time."""

from __future__ import annotations

from typing import Final

_MOST_STEPS_BACK: Final = 100
"""How often a text is searched again from its start."""


class Lines:
    """Finds the lines of a text with some words, which are looked up in about the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position, self._line = 0, 1
        self._back = _MOST_STEPS_BACK
        self._known: dict[str, int] = {}

    def of(self, words: str) -> int:
        """Return the line, counted from 1, with some words: after the words found last, else anywhere, else line 1.

        The number of searches from the start is limited to a hundred; after that the result is line 1.
        """
        if words not in self._known:
            self._known[words] = self._find(words)
        return self._known[words]

    def _find(self, words: str) -> int:
        found = self._text.find(words, self._position) if self._back else -1
        if found < 0 and self._back:
            self._back -= 1
            self._position, self._line = 0, 1
            found = self._text.find(words)
        if found < 0:
            return 1
        self._line += self._text.count("\n", self._position, found)
        self._position = found
        return self._line
