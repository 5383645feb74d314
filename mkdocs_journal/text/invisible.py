"""Invisible characters: they do not make names different and are not part of URLs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_OTHERS: Final = frozenset({0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0})
"""Invisible characters that are not format characters in Unicode: joiners and fillers."""
_SELECTORS: Final = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Variation selectors: `❤` with one of them is the same character in another style."""
_TAGS: Final = range(0xE0020, 0xE0080)
"""Format characters that distinguish flags."""
_VISIBLE: Final = (range(0x0600, 0x0606), range(0x06DD, 0x06DE), range(0x070F, 0x0710), range(0x0890, 0x0892))
"""Visible format characters."""
NON_JOINER: Final = "\u200c"
"""The zero-width non-joiner, used where other scripts have a space or hyphen inside a word."""


@lru_cache(maxsize=4_096)
def is_invisible(character: str) -> bool:
    """Return whether a character is invisible: zero-width, a variation selector, a mark of direction."""
    code = ord(character)
    if code in _OTHERS or any(code in selectors for selectors in _SELECTORS):
        return True
    return unicodedata.category(character) == "Cf" and code not in _TAGS and not any(code in seen for seen in _VISIBLE)


def without_invisible(text: str, *, keep: str = "") -> str:
    """Return a text without invisible characters.

    Args:
        text: The text.
        keep: Characters to keep.
    """
    if text.isascii():
        return text
    return "".join(character for character in text if character in keep or not is_invisible(character))
