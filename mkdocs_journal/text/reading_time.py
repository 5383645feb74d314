"""How long it takes to read a text."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"<[^<>]*>")
_UNREAD: Final = re.compile(r"<(/?)(?=[psm])(pre|script|style|svg|math)\b", re.IGNORECASE)
"""Elements whose words are not read as text; it first looks at one letter, because most tags are others."""
_CHARACTERS: Final = "[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
"""Of languages without blanks between words: Chinese and Japanese. It is compiled for the first text with one, in 2 ms."""
_BEFORE: Final = bytes(range("\u3000".encode()[0]))
"""The bytes of UTF-8 before the first of them: most texts have no others, which is found much faster."""
_PER_WORD: Final = 2
"""How many of them take as long as a word."""


def minutes(html: str, words_per_minute: int) -> int:
    """Return the minutes that it takes to read an HTML text, rounded, at least 1."""
    return max(1, int(words(html) / words_per_minute + 0.5))


def words(html: str) -> int:
    """Return the number of words of an HTML text without code; two Chinese or Japanese characters count as a word."""
    text, characters = _TAG.sub("", _without_code(html)), 0
    if not text.isascii() and text.encode("utf-8", "surrogatepass").translate(None, _BEFORE):
        text, characters = re.subn(_CHARACTERS, " ", text)
    return len(text.split()) + -(-characters // _PER_WORD)


def _without_code(html: str) -> str:
    kept, start, inside = [], 0, ""
    for found in _UNREAD.finditer(html):
        name = found[2].lower()
        if not inside and not found[1]:
            kept.append(html[start : found.start()])
            inside = name
        elif found[1] and name == inside:
            inside, start = "", found.end() + 1
    return "".join(kept) + ("" if inside else html[start:])
