"""kramdown's options, set by a site or a post."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mkdocs_journal.markup.kramdown.element_tree import KramdownOptions

NOT_INSIDE: Final = ("hard_wrap",)
"""Options that have no effect if a post sets them."""


def set_options(options: KramdownOptions, values: Mapping[str, object]) -> None:
    """Set the options that this reader supports; others and unreadable values are ignored."""
    for key, value in values.items():
        known = getattr(options, key, None)
        text = _text(value)
        if isinstance(known, bool):
            setattr(options, key, text.lower() == "true")
        elif isinstance(known, int) and re.fullmatch(r"-?[0-9]{1,6}", text):
            setattr(options, key, int(text))
        elif isinstance(known, str):
            setattr(options, key, text)
        elif isinstance(known, frozenset) and (levels := _levels(text)):
            setattr(options, key, levels)


def _text(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value).strip()


def _levels(text: str) -> frozenset[int]:
    """Return the levels of `1..3` or `2,3`."""
    found = [int(digit) for digit in re.findall(r"[1-6]", text)]
    return frozenset(range(found[0], found[-1] + 1)) if ".." in text and found else frozenset(found)
