"""Decodes entities; the only module that calls the function of the standard library, which raises for long numbers."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_LONG_NUMBER: Final = re.compile(r"&#(\d{8,}+)")
_MOST_DIGITS: Final = 8
"""Digits of a number; longer numbers are not characters."""


def unescaped(text: str) -> str:
    """Return a text with its entities decoded as in a browser, including invalid numbers."""
    if "&" not in text:
        return text
    return unescape(_LONG_NUMBER.sub(_shortened, text) if "&#" in text else text)


def _shortened(found: re.Match[str]) -> str:
    return f"&#{found[1].lstrip('0')[:_MOST_DIGITS] or '0'}"
