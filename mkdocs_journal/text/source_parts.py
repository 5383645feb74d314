"""Finds where the front matter of a source ends, without reading it."""

from __future__ import annotations

import re
from typing import Final

_KEY: Final = re.compile(r"[\w-]++:")
_FENCE: Final = re.compile(r"\n(?:---|\.\.\.[ \t]*(?:\n|\Z))")
"""The end of front matter, as YAML has it."""


def with_line_feeds(text: str) -> str:
    """Return a text with one form of line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def front_matter_end(text: str) -> int:
    """Return where the front matter of a text with line feeds, with or without fences, ends, or -1."""
    start = len(text) - len(text.lstrip("\ufeff"))
    if text.startswith("---", start):
        end = _FENCE.search(text, start + 3)
        return end.start() if end else -1
    return text.find("\n\n") if _KEY.match(text, start) else -1
