"""A text and a place in it, with searches that never scan the same stretch in vain twice."""

from __future__ import annotations

import re


class SourceText:
    """A text that is read from front to back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self._absent: dict[re.Pattern[str], int] = {}

    def share(self, other: SourceText) -> None:
        """Go on in the text of another reader, from its place."""
        self.text, self.pos, self._absent = other.text, other.pos, other._absent

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.pos >= len(self.text)

    def check(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Whether `pattern` stands here."""
        return pattern.match(self.text, self.pos)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """As `check`, and step over what was found."""
        found = pattern.match(self.text, self.pos)
        if found:
            self.pos = found.end()
        return found

    def word(self, pattern: re.Pattern[str]) -> str:
        """What of `pattern` stands here, or nothing; step over it."""
        found = self.take(pattern)
        return found[0] if found else ""

    def find(self, pattern: re.Pattern[str], start: int | None = None) -> re.Match[str] | None:
        """The next place of `pattern`; a pattern that is absent from a place on is not searched for again behind it."""
        start = self.pos if start is None else start
        if start >= self._absent.get(pattern, len(self.text) + 1):
            return None
        found = pattern.search(self.text, start)
        if found is None:
            self._absent[pattern] = start
        return found

    def rest(self) -> str:
        """Everything from here on, which is then read."""
        start, self.pos = self.pos, len(self.text)
        return self.text[start:]
