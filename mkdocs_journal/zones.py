"""Time zones by their IANA name or as a POSIX string."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_IANA: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")
_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})")
_NAME: Final = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_HOURS: Final = r"[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?"
_RULE: Final = rf"(?:M\d{{1,2}}\.\d\.\d|J\d{{1,3}}|\d{{1,3}})(?:/{_HOURS})?"
_POSIX: Final = re.compile(
    rf"{_NAME}(?P<offset>{_HOURS})(?:{_NAME}(?P<summer>{_HOURS})?(?:,(?P<start>{_RULE}),(?P<end>{_RULE}))?(?P<has>))?"
)
_US_RULES: Final = ("M3.2.0", "M11.1.0")
"""What POSIX systems take when a string has summer time and no rules."""


@cache
def zone_of(name: str | None, *, compat: bool = False) -> tzinfo:
    """Return a time zone.

    Args:
        name: An IANA name (`Europe/Berlin`), a POSIX string (`CET-1CEST,M3.5.0,M10.5.0/3`), an offset (`+02:00`), or None
            for UTC.
        compat: Whether an offset means UTC, as it does to Jekyll, which hands it to the C library.

    Raises:
        ValueError: There is no such zone; the message says what to write.

    Source: https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html (TZ)
    """
    if name is None:
        return UTC
    if offset := _OFFSET.fullmatch(name):
        delta = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        if delta >= timedelta(hours=24):
            raise ValueError("an offset of less than 24 hours")
        return UTC if compat or not delta else timezone(-delta if offset[1] == "-" else delta)
    if _IANA.fullmatch(name):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, OSError, ValueError):
            pass  # it may still be a POSIX string such as EST5EDT
    if posix := _POSIX.fullmatch(name):
        return _posix_zone(posix, name)
    raise ValueError("the name of a time zone, for example Europe/Berlin")


def _posix_zone(found: re.Match[str], name: str) -> tzinfo:
    standard = -_seconds(found["offset"])
    if found["has"] is None:
        return timezone(timedelta(seconds=standard), name)
    summer = -_seconds(found["summer"]) if found["summer"] else standard + 3600
    start, end = found["start"] or _US_RULES[0], found["end"] or _US_RULES[1]
    return PosixZone(name, timedelta(seconds=standard), timedelta(seconds=summer), start, end)


def _seconds(text: str) -> int:
    """Return a time of POSIX (`-1`, `5:30`) in seconds."""
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))


@dataclass(frozen=True)
class PosixZone(tzinfo):
    """A zone with summer time whose rules are a POSIX string."""

    name: str
    standard: timedelta
    """UTC offset in winter."""
    summer: timedelta
    """UTC offset in summer."""
    start: str
    """When summer begins, in standard time."""
    end: str
    """When summer ends, in summer time."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return the UTC offset; a time that a change skips has the offset before it."""
        if moment is None:
            return self.standard
        local = moment.replace(tzinfo=None)
        start, end = _change(self.start, local.year), _change(self.end, local.year)
        gain = self.summer - self.standard
        if moment.fold:
            end -= gain
        in_summer = start + gain <= local < end if start < end else not end <= local < start + gain
        return self.summer if in_summer else self.standard

    def dst(self, moment: datetime | None) -> timedelta:
        """Return how much of the offset is summer time."""
        return self.utcoffset(moment) - self.standard

    def tzname(self, moment: datetime | None) -> str:  # noqa: ARG002 - one name for both halves of the year
        """Return the string that the zone was made from."""
        return self.name

    def fromutc(self, moment: datetime) -> datetime:
        """Return a moment given in UTC as local time."""
        naive = moment.replace(tzinfo=None)
        start = _change(self.start, (naive + self.standard).year) - self.standard
        end = _change(self.end, (naive + self.standard).year) - self.summer
        in_summer = start <= naive < end if start < end else not end <= naive < start
        local = naive + (self.summer if in_summer else self.standard)
        repeated = not in_summer and end <= naive < end + (self.summer - self.standard)
        return local.replace(tzinfo=self, fold=int(repeated))


def _change(rule: str, year: int) -> datetime:
    """Return the local time at which a rule changes the offset in a year."""
    day, _, hours = rule.partition("/")
    return datetime.combine(_day(day, year), datetime.min.time()) + timedelta(seconds=_seconds(hours or "2"))


def _day(rule: str, year: int) -> date:
    first = date(year, 1, 1)
    if rule.startswith("M"):
        month, week, weekday = (int(part) for part in rule[1:].split("."))
        start = date(year, month, 1)
        day = start + timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (week - 1))
        return day if day.month == month else day - timedelta(days=7)
    if rule.startswith("J"):  # 1 to 365, 29 February is not counted
        days = int(rule[1:]) - 1
        leap = date(year, 3, 1) - first == timedelta(days=60)
        return first + timedelta(days=days + (leap and days >= 59))
    return first + timedelta(days=int(rule))
