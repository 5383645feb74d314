"""The key `time`: a time of day separate from the date."""

from __future__ import annotations

import re
from typing import Final

MAX_CHARACTERS: Final = 60
"""Longest text that can be a time of day."""
_CLOCK: Final = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:[:.hH](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?|(?P<bare>[hH])?)"
    r"|(?P<hours>\d\d)(?P<minutes>\d\d))"
    r"(?: ?(?P<half>[ap])\.?m\.?(?![a-z]))?"
    r"(?: ?(?P<zone>Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?|(?!T\d)[A-Z][A-Z0-9_+/-]*))?",
    re.IGNORECASE | re.ASCII,
)


def clock_of(text: str) -> str:
    """Return a time of day as `read_date()` reads it after a day, or empty if the text is not one.

    `15:30`, `15:30:00`, `3:30 pm`, `3pm`, `15.30`, `1530`, `15h30`, `15h`, each with or without a zone behind it. Whether
    there is such a time (`25:00`) is not asked.
    """
    text = " ".join(text.split()) if len(text) <= MAX_CHARACTERS else ""
    found = _CLOCK.fullmatch(text)
    if found is None or not (found["minute"] or found["minutes"] or found["half"] or found["bare"]):
        return ""
    hour, minute = found["hour"] or found["hours"], found["minute"] or found["minutes"] or "00"
    clock = f"{hour}:{minute}" + (f":{found['second']}" if found["second"] else "")
    return clock + (f" {found['half']}m" if found["half"] else "") + (f" {found['zone']}" if found["zone"] else "")
