"""Determines when a post was published and last updated, from its keys and its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from mkdocs_journal.front_matter.fields import Fields, written
from mkdocs_journal.front_matter.keys import SWITCHES
from mkdocs_journal.front_matter.located_yaml import ListValue, Scalar, Value
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.dates import NamedDate, read_date
from mkdocs_journal.posts.read_dates import MAX_CHARACTERS, ReadDate, UnreadableDate
from mkdocs_journal.problems.catalogue import Quoted


def date_like(value: Value | None) -> bool:
    """Return whether the value of `published` or `posted` is a date; else it is a switch."""
    if not isinstance(value, Scalar) or not any(map(str.isdigit, value.text)):
        return False
    from mkdocs_journal.posts.date_forms import taken_apart  # noqa: PLC0415 - its patterns take 3 ms, and few posts need them

    return taken_apart(" ".join(value.text[: MAX_CHARACTERS + 1].split())) is not None


def date_value(fields: Fields) -> tuple[str, Value] | None:
    """Return the key and value of the publication date, or None.

    A null is used only without another value; `published` and `posted`, also switches, only if they look like a date.
    """
    empty: tuple[str, Value] | None = None
    for spelling, value in fields.values("date"):
        if spelling in SWITCHES and not date_like(value):
            continue
        if spelling == "date" and not fields.jekyll and fields.value("date.created") is not None:
            continue
        if not (isinstance(value, Scalar) and value.null):
            return spelling, value
        empty = empty or (spelling, value)
    return empty


def published_on(fields: Fields, named: NamedDate, options: Options, *, must: bool) -> ReadDate | None:
    """Return when a post was published, or None; report problems of the date.

    Args:
        fields: The front matter; `time` is used if the date is only a day.
        named: The date of the file name, used if the front matter has no readable date.
        options: `timezone` and `compat`.
        must: Whether an unreadable date is an error; a withheld post may have one.
    """
    dated = date_value(fields)
    if dated is None:
        return _of_name(fields, named, options)
    spelling, value = dated
    if fields.jekyll and isinstance(value, ListValue) and len(value.items) == 1:  # Ruby finds the date in its text
        value = value.items[0]
    try:
        if not isinstance(value, Scalar) or value.null:
            raise UnreadableDate(written(value))
        read = _with_time(_read(value, options, named.day), fields)
    except UnreadableDate:
        if named.day:
            fields.report("J303", value, spelling, found=Quoted(written(value)), fallback=named.day)
        elif must:
            fields.report("J302", value, spelling, found=Quoted(written(value)))
        return _of_name(fields, named, options)
    _report_doubt(fields, spelling, value, read)
    if named.day and named.day != read.instant.date() and not read.doubt:
        fields.report("J308", value, spelling, day=read.instant.date(), named=named.day)
    return read


def last_updated(fields: Fields, when: ReadDate | None, options: Options) -> datetime | None:
    """Return when the text last changed, or None; report a value that is unreadable or before the date."""
    for spelling, value in _not_null(fields, "last_updated"):
        try:
            if not isinstance(value, Scalar):
                raise UnreadableDate(written(value))
            read = _read(value, options, None)
        except UnreadableDate:
            fields.report("J306", value, spelling, found=Quoted(written(value)))
            return None
        if when is not None and read.instant.date() < when.instant.date():
            fields.report("J307", value, spelling, found=Quoted(value.text), day=when.instant.date())
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


def _read(value: Scalar, options: Options, named: date | None) -> ReadDate:
    return read_date(value.text, quoted=value.quoted, zone=options.zone, compat=options.jekyll, named=named)


def _of_name(fields: Fields, named: NamedDate, options: Options) -> ReadDate | None:
    """Return the date of the file name, with the time of the key `time`."""
    if named.day is None:
        return None
    midnight = datetime(named.day.year, named.day.month, named.day.day, tzinfo=options.zone)
    return _with_time(ReadDate(midnight, day_only=True), fields)


def _with_time(read: ReadDate, fields: Fields) -> ReadDate:
    """Add the time of the key `time` to a date without a time; an unreadable time is reported.

    Jekyll does not have this key.
    """
    value = fields.value("time")
    if fields.jekyll or not read.day_only or value is None or (isinstance(value, Scalar) and value.null):
        return read
    from mkdocs_journal.posts.date_forms import time_of_day  # noqa: PLC0415 - its patterns take 3 ms, and few posts need them

    try:
        if not isinstance(value, Scalar) or not (clock := time_of_day(value.text)):
            raise UnreadableDate(written(value))
        timed = read_date(f"{read.instant.date()} {clock}", quoted=True, zone=read.instant.tzinfo or UTC)
    except UnreadableDate:
        fields.report("J320", value, "time", found=Quoted(written(value)))
        return read
    if timed.doubt and not read.doubt:
        fields.report(timed.doubt_code, value, "time", doubt=timed.doubt)
    return timed._replace(doubt=read.doubt, doubt_code=read.doubt_code)


def _report_doubt(fields: Fields, spelling: str, value: Scalar, read: ReadDate) -> None:
    if read.doubt_code in {"J304", "J321"}:
        fields.report(read.doubt_code, value, spelling, found=Quoted(value.text), day=read.instant.date())
    elif read.doubt_code:
        fields.report(read.doubt_code, value, spelling, doubt=read.doubt)
