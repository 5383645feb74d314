"""Code in a line of text."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"<code[^<>]*>|(`+)")
_BLANKS: Final = frozenset(" \t\r\n\f\v")


def code_and_text(line: str) -> list[tuple[str, bool]]:
    """Return the pieces of a line, each with whether it is code."""
    pieces: list[tuple[str, bool]] = []
    absent: set[str] = set()
    start = 0
    for found in _CODE.finditer(line):
        closing = found[1] or "</code>"
        if found.start() < start or closing in absent or _stands_free(line, found):
            continue
        end = line.find(closing, found.end())
        if end < 0:
            absent.add(closing)
            continue
        end += len(closing)
        pieces += [(line[start : found.start()], False), (line[found.start() : end], True)]
        start = end
    return [*pieces, (line[start:], False)]


def _stands_free(line: str, found: re.Match[str]) -> bool:
    """Return whether a code mark is a single backtick between blanks, which is text."""
    start, end = found.span()
    return found[0] == "`" and (not start or line[start - 1] in _BLANKS) and line[end : end + 1] in _BLANKS
