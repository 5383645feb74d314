"""Dates and times in machine-readable form."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import Final

_LONGEST: Final = len("2024-11-12T09:30:00+01:00")


def rfc3339(moment: datetime) -> str:
    """Return a moment in RFC 3339 format; an offset with seconds, which it does not allow, becomes UTC."""
    text = moment.isoformat(timespec="seconds")
    if len(text) > _LONGEST:
        text = in_zone(moment, UTC).isoformat(timespec="seconds")
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment in another zone; its clock time stays if it would be before year 1 or after year 9999 there."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment.replace(tzinfo=zone)
