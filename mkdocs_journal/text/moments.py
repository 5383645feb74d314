"""Dates and times in machine-readable form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_LONGEST: Final = len("2024-11-12T09:30:00+01:00")


def rfc3339(moment: datetime) -> str:
    """Return a moment in RFC 3339 format; an offset with seconds, which it does not allow, becomes UTC."""
    text = moment.isoformat(timespec="seconds")
    if len(text) > _LONGEST:
        text = moment.astimezone(UTC).isoformat(timespec="seconds")
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text
