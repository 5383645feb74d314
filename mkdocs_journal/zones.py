"""Time zones by their IANA name or UTC offset."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

WANTED: Final = "the name of a time zone, for example Europe/Berlin, or a UTC offset in quotes, for example '+02:00'"
"""Advice on how to write a time zone."""
_IANA: Final = re.compile(r"(?!(?:posix|right)/)[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")
_OF_THE_MACHINE: Final = frozenset({"localtime", "posixrules", "Factory"})
"""Files of the time zone database that depend on the machine or are not zones."""
_OFFSET: Final = re.compile(
    r"(?P<name>UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2})(?:(?::|(?<=\d\d))(?P<minutes>[0-5]\d))?", re.ASCII | re.IGNORECASE
)
_MOST, _LEAST = timedelta(hours=14), timedelta(hours=-12)


@lru_cache(maxsize=1_024)
def zone_of(name: str | None, *, compat: bool = False) -> tzinfo:
    """Return a time zone.

    Args:
        name: An IANA name (`Europe/Berlin`), a UTC offset (`+02:00`, `-0530`, `UTC+2`), or None for UTC.
        compat: Whether an offset is read as in Jekyll, which passes it to the C library: a bare one is not a zone
            there and means UTC; after a name it counts hours west of Greenwich (`UTC+2` is two hours behind UTC).

    Raises:
        ValueError: The zone does not exist; the message is what to write instead.

    Source: https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html (TZ)
    """
    if name is None:
        return UTC
    if offset := _OFFSET.fullmatch(name):
        delta = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        delta = -delta if (offset["sign"] == "-") != (compat and offset["name"] is not None) else delta
        if not _LEAST <= delta <= _MOST:
            raise ValueError("an offset from -12:00 to +14:00")
        return UTC if not delta or (compat and offset["name"] is None) else timezone(delta)
    if _IANA.fullmatch(name) and name not in _OF_THE_MACHINE:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, OSError, ValueError):
            pass  # the name looks like one of the database, but it has no such zone
    raise ValueError(WANTED)
