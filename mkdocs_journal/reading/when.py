"""When a post was published and last updated, from its keys and its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from mkdocs_journal.options import Options
from mkdocs_journal.problems.catalogue import Said
from mkdocs_journal.reading.date_forms import MAX_CHARACTERS, taken_apart
from mkdocs_journal.reading.dates import NamedDate, ReadDate, UnreadableDate, read_date
from mkdocs_journal.reading.fields import Fields, written
from mkdocs_journal.reading.located_yaml import ListValue, Scalar, Value

_TIME: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?")


def date_like(value: Value | None) -> bool:
    """Return whether the value of `published` is a date; else it is a switch."""
    return isinstance(value, Scalar) and taken_apart(" ".join(value.text[: MAX_CHARACTERS + 1].split())) is not None


def date_value(fields: Fields) -> tuple[str, Value] | None:
    """Return the key and value that say when a post was published, or None.

    A null counts only if nothing else is there; `published` counts only if it looks like a date, for it is a switch.
    """
    empty: tuple[str, Value] | None = None
    for spelling, value in fields.values("date"):
        if spelling == "published" and not date_like(value):
            continue
        if spelling == "date" and fields.value("date.created") is not None:
            continue
        if not (isinstance(value, Scalar) and value.null):
            return spelling, value
        empty = empty or (spelling, value)
    return empty


def published_on(fields: Fields, named: NamedDate, options: Options, *, must: bool) -> ReadDate | None:
    """Return when a post was published, or None; what is wrong with the date is told.

    Args:
        fields: The front matter.
        named: The date of the file name, used where the front matter has none that can be read.
        options: `timezone` and `compat`.
        must: Whether a date that nobody can read is an error; a withheld post may have one.
    """
    fallback = _at_midnight(named.day, options) if named.day else None
    dated = date_value(fields)
    if dated is None:
        return fallback
    spelling, value = dated
    if fields.jekyll and isinstance(value, ListValue) and len(value.items) == 1:  # Ruby finds the date in its text
        value = value.items[0]
    try:
        if not isinstance(value, Scalar) or value.null:
            raise UnreadableDate(written(value))
        read = _read(value, _time_of_day(fields, value), options, named.day)
    except UnreadableDate:
        if fallback:
            fields.tell("J303", value, spelling, found=Said(written(value)), fallback=fallback.instant.date())
        elif must:
            fields.tell("J302", value, spelling, found=Said(written(value)))
        return fallback
    _tell_doubt(fields, spelling, value, read)
    if named.day and named.day != read.instant.date() and not read.doubt:
        fields.tell("J308", value, spelling, day=read.instant.date(), named=named.day)
    return read


def last_updated(fields: Fields, when: ReadDate | None, options: Options) -> datetime | None:
    """Return when the text last changed, or None; what is unreadable or before the date is told."""
    for spelling, value in _not_null(fields, "last_updated"):
        try:
            if not isinstance(value, Scalar):
                raise UnreadableDate(written(value))
            read = _read(value, "", options, None)
        except UnreadableDate:
            fields.tell("J306", value, spelling, found=Said(written(value)))
            return None
        if when is not None and read.instant.date() < when.instant.date():
            fields.tell("J307", value, spelling, found=Said(value.text), day=when.instant.date())
            return None
        return _not_before(read, when) if when else read.instant
    return None


def _not_before(read: ReadDate, when: ReadDate) -> datetime:
    """Return when the text changed, in the author's zone if only a day was given, and never before the date."""
    changed = read.instant.replace(tzinfo=when.instant.tzinfo) if read.day_only else read.instant
    return max(changed, when.instant)


def _not_null(fields: Fields, name: str) -> Iterator[tuple[str, Value]]:
    for spelling, value in fields.values(name):
        if not (isinstance(value, Scalar) and value.null):
            yield spelling, value


def _read(value: Scalar, time: str, options: Options, named: date | None) -> ReadDate:
    quoted, text = value.quoted, value.text
    read = read_date(text, quoted=quoted, zone=options.zone, compat=options.jekyll, named=named)
    if time and read.day_only:
        return read_date(f"{text} {time}", quoted=True, zone=options.zone, compat=options.jekyll, named=named)
    return read


def _time_of_day(fields: Fields, date: Scalar) -> str:
    """Return the key `time` for a date that has none, or empty; Jekyll knows no such key."""
    value = fields.value("time")
    if fields.jekyll or not isinstance(value, Scalar) or ":" in date.text:
        return ""
    return value.text if _TIME.fullmatch(value.text.strip()) else ""


def _at_midnight(day: date, options: Options) -> ReadDate:
    return ReadDate(datetime(day.year, day.month, day.day, tzinfo=options.zone), day_only=True)


def _tell_doubt(fields: Fields, spelling: str, value: Scalar, read: ReadDate) -> None:
    if read.doubt_code == "J304":
        fields.tell("J304", value, spelling, found=Said(value.text), day=read.instant.date())
    elif read.doubt_code:
        fields.tell(read.doubt_code, value, spelling, doubt=read.doubt)
