"""A text and a place in it; a search is not repeated over the same text."""

from __future__ import annotations

import re


class SourceText:
    """A text that is read from start to end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self._searches: dict[re.Pattern[str], tuple[int, re.Match[str] | None]] = {}
        """Of each pattern, where the last search began, and what it found."""
        self.in_vain: dict[re.Pattern[str], int] = {}
        """Places before which what begins with a pattern has been read in vain."""

    def share(self, other: SourceText) -> None:
        """Continue in the text of another reader, from its place."""
        self.text, self.pos, self._searches, self.in_vain = other.text, other.pos, other._searches, other.in_vain

    @property
    def at_end(self) -> bool:
        """Return whether the end is reached."""
        return self.pos >= len(self.text)

    def check(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the match of `pattern` at this place."""
        return pattern.match(self.text, self.pos)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Like `check`, and move past the match."""
        found = pattern.match(self.text, self.pos)
        if found:
            self.pos = found.end()
        return found

    def word(self, pattern: re.Pattern[str]) -> str:
        """Return the text that `pattern` matches here, or an empty text, and move past it."""
        found = self.take(pattern)
        return found[0] if found else ""

    def find(self, pattern: re.Pattern[str], start: int | None = None) -> re.Match[str] | None:
        """Return the next match of `pattern`; a search that was made from a place on is not repeated from a later one."""
        start = self.pos if start is None else start
        began, found = self._searches.get(pattern, (start + 1, None))
        if start < began or (found and found.start() < start):
            found = pattern.search(self.text, start)
            self._searches[pattern] = (start, found)
        return found

    def rest(self) -> str:
        """Return the rest of the text and move to its end."""
        start, self.pos = self.pos, len(self.text)
        return self.text[start:]
