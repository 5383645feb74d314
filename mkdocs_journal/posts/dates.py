"""Dates in front matter and file names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

from mkdocs_journal.posts.date_forms import MAX_CHARACTERS, ZONES, month_of, taken_apart
from mkdocs_journal.zones import zone_of

_NAMED: Final = re.compile(r"(?P<year>\d{4}|\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:-(?P<rest>.*))?", re.DOTALL)
_USUAL: Final = re.compile(r"[1-9]\d{3}-\d\d-\d\d", re.ASCII)
"""A day as nearly everyone writes it."""
_UTC_TIME: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?\s*")
"""A date and time that YAML, without quotes and offset, reads as UTC."""
_MOST, _LEAST = timedelta(hours=14), timedelta(hours=-12)


class ReadDate(NamedTuple):
    """A date that was read."""

    instant: datetime
    """With its UTC offset; midnight if only a day was given."""
    day_only: bool
    """Whether only a day was given."""
    doubt: str = ""
    """A possible mistake in it, or empty."""
    doubt_code: str = ""
    """The problem code of `doubt`, or empty."""


class UnreadableDate(ValueError):
    """A text is not a date."""


class NamedDate(NamedTuple):
    """The date in the name of a file or folder."""

    day: date | None
    rest: str
    """The part of the name after the date; the whole name without a date."""
    impossible: bool = False
    """Whether the name starts like a date, but the day does not exist."""


def named_date(name: str) -> NamedDate:
    """Return the date at the beginning of a name without its ending.

    Source: https://jekyllrb.com/docs/posts/#creating-posts
    """
    found = _NAMED.fullmatch(name)
    if found is None:
        return NamedDate(None, name)
    rest = (found["rest"] or "").rstrip(".")
    try:
        return NamedDate(date(_century(found["year"]), int(found["month"]), int(found["day"])), rest)
    except ValueError:
        return NamedDate(None, rest, impossible=True)


def _century(year: str) -> int:
    """Return a year of two digits as Ruby reads it: 69 to 99 are of the last century."""
    number = int(year)
    return number if len(year) > 2 else number + (1900 if number >= 69 else 2000)


def read_date(text: str, *, quoted: bool, zone: tzinfo, compat: bool = False, named: date | None = None) -> ReadDate:
    """Read a date.

    Args:
        text: As the author wrote it.
        quoted: Whether it was in quotes, which makes a difference only in Jekyll.
        zone: The zone of times without an offset.
        compat: Whether to read as Jekyll does: YAML's times are UTC, days that do not exist roll over, every date is
            shown in `zone`, names of zones are ignored.
        named: The date of the file name, which decides whether `03/04/2024` is in March or April.

    Returns:
        The date. Without `compat` the author's day and offset are kept.

    Raises:
        UnreadableDate: The text is not a date, or the date does not exist.

    Source: https://jekyllrb.com/docs/front-matter/ and Ruby's Time.parse
    """
    text = " ".join(text.split()) if len(text) <= MAX_CHARACTERS else ""
    if _USUAL.fullmatch(text) and (day := _day_of_iso(text)):
        return ReadDate(datetime(day.year, day.month, day.day, tzinfo=zone), day_only=True)
    return read_any_date(text, quoted=quoted, zone=zone, compat=compat, named=named)


def _day_of_iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_any_date(text: str, *, quoted: bool, zone: tzinfo, compat: bool = False, named: date | None = None) -> ReadDate:
    """Return the same as `read_date()` for a text with single blanks; the plain way."""
    parts = taken_apart(text)
    if parts is None:
        raise UnreadableDate(text)
    form, clock = parts
    try:
        day, doubt = _day(form.groupdict(), compat=compat, named=named)
        moment = datetime.combine(day, datetime.min.time()) + _time(clock)
        aware, zone_doubt = _placed(moment, clock, zone, text, quoted=quoted, compat=compat)
        doubts = (doubt, zone_doubt, _year_doubt(day, clock))
        worst = next((one for one in doubts if one and one["doubt_code"] != "J321"), doubt)
        read = ReadDate(aware, day_only=clock["hour"] is None, **worst)
        return read._replace(instant=read.instant.astimezone(zone)) if compat else read
    except (ValueError, OverflowError):
        raise UnreadableDate(text) from None


def _day(found: Mapping[str, str | None], *, compat: bool, named: date | None) -> tuple[date, dict[str, str]]:
    """Return the day, and a possible mistake in it."""
    year, month, day = _century(found["year"] or ""), month_of(found["month"] or ""), int(found["day"] or "")
    doubt: dict[str, str] = {}
    if found.get("slash") is not None:  # day first, as in Ruby, unless that is not a date or the file name differs
        other = _exact(year, day, month)
        if other and (_exact(year, month, day) is None or (named == other and not compat)):
            month, day = day, month
            doubt = {} if named == other else _ambiguous(other)
        elif other and other.month != month and named != _exact(year, month, day):
            doubt = _ambiguous(date(year, month, day))
    elif found.get("dots") is not None and day <= 12 and day != month and named is None:  # nearly always the day first
        doubt = {**_ambiguous(date(year, month, day)), "doubt_code": "J321"}
    if compat and day <= 31:
        return date(year, month, 1) + timedelta(days=day - 1) if day else date(year, month, day), {}
    return date(year, month, day), doubt


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ambiguous(day: date) -> dict[str, str]:
    return {"doubt": day.isoformat(), "doubt_code": "J304"}


def _time(clock: re.Match[str]) -> timedelta:
    if clock["hour"] is None:
        return timedelta()
    hour, minute, second = int(clock["hour"]), int(clock["minute"] or 0), int(clock["second"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
    if minute > 59 or second > 60 or (hour, minute, second) > (24, 0, 0):
        raise ValueError(hour, minute, second)
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _placed(
    moment: datetime, clock: re.Match[str], zone: tzinfo, text: str, *, quoted: bool, compat: bool
) -> tuple[datetime, dict[str, str]]:
    """Return a moment with its offset, and a possible mistake in it."""
    if offset := clock["offset"]:
        hours, minutes = int(offset[1:3]), int(offset[-2:]) if len(offset) > 3 else 0
        if len(offset) == 2:
            hours, minutes = int(offset[1]), 0
        delta = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
        doubt = {} if _LEAST <= delta <= _MOST else _doubtful(f"offset {offset} is outside -12:00 to +14:00")
        return moment.replace(tzinfo=timezone(delta)), doubt
    name = clock["zone"]
    if name and name.upper() in ZONES:
        return moment.replace(tzinfo=timezone(timedelta(hours=ZONES[name.upper()]))), {}
    if name and not compat:
        try:
            return moment.replace(tzinfo=zone_of(name)), {}
        except ValueError:
            return moment.replace(tzinfo=zone), _doubtful(f"time zone {name[:40]!r} does not exist")
    if compat and not name and not quoted and _UTC_TIME.fullmatch(text):
        return moment.replace(tzinfo=UTC), {}
    return moment.replace(tzinfo=zone), {}


def _doubtful(what: str) -> dict[str, str]:
    return {"doubt": what, "doubt_code": "J305"}


def _year_doubt(day: date, clock: re.Match[str]) -> dict[str, str]:
    if day.year < 1000:
        return _doubtful(f"year {day.year} is before 1000")
    return _doubtful(f"a second year ({clock['again'].strip()}) follows the time") if clock["again"] else {}
