"""Reads every form in which a date is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final

from mkdocs_journal.posts.date_forms import ZONES, month_of, taken_apart
from mkdocs_journal.posts.read_dates import ReadDate, UnreadableDate, full_year
from mkdocs_journal.zones import zone_of

_UTC_TIME: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?\s*")
"""A date and time that YAML, without quotes and offset, reads as UTC."""
_MOST, _LEAST = timedelta(hours=14), timedelta(hours=-12)


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
    year, month, day = full_year(found["year"] or ""), month_of(found["month"] or ""), int(found["day"] or "")
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
