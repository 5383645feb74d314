"""Dates in front matter and file names."""

import re
from datetime import date, datetime, tzinfo
from typing import Final, NamedTuple

from mkdocs_journal.posts.read_dates import MAX_CHARACTERS, ReadDate, full_year

_NAMED: Final = re.compile(r"(?P<year>\d{4}|\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:-(?P<rest>.*))?", re.DOTALL)
_USUAL: Final = re.compile(r"[1-9]\d{3}-\d\d-\d\d", re.ASCII)
"""A day as nearly everyone writes it."""


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
        return NamedDate(date(full_year(found["year"]), int(found["month"]), int(found["day"])), rest)
    except ValueError:
        return NamedDate(None, rest, impossible=True)


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
    from mkdocs_journal.posts.any_dates import read_any_date  # noqa: PLC0415 - patterns that take 3 ms; most dates are days

    return read_any_date(text, quoted=quoted, zone=zone, compat=compat, named=named)


def _day_of_iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
