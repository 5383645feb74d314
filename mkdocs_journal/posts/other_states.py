"""Keys of other programs that withhold or hide a post: Pelican, WordPress, Hugo, Astro, Obsidian and others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from mkdocs_journal.front_matter.fields import NO, YES, Fields, written
from mkdocs_journal.front_matter.located_yaml import ListValue, Scalar, Value
from mkdocs_journal.options.table import Options
from mkdocs_journal.posts.dates import ReadDate, UnreadableDate, due, read_date
from mkdocs_journal.posts.when import date_value
from mkdocs_journal.problems.catalogue import Said

_NOT_YET: Final = frozenset({"draft", "drafts", "private", "pending", "unpublished", "wip", "trash"})
_HIDDEN: Final = frozenset({"hidden", "unlisted"})
_WITHHOLDING: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("status", "state", "visibility"), _NOT_YET),
    **dict.fromkeys(("is_draft", "isdraft", "private", "is_private", "isprivate", "wip", "unpublished"), YES),
    "publish": NO,
}
"""The values of each key that withhold a post."""
_FROM: Final = ("publishdate", "pubdate", "publish_date")
"""Keys for the day of publication; each is used as `date` if `date` is missing."""
_UNTIL: Final = ("expirydate", "expiry_date", "unpublishdate")
"""Keys for the day on which other programs remove a post."""


def withheld_elsewhere(fields: Fields) -> bool:
    """Return whether a key of another program withholds a post, and report what to write instead."""
    for key, words in _WITHHOLDING.items():
        value = fields.value(key)
        if value is not None and words.intersection(_words(value)):
            fields.report("J120", value, fields.as_written(key), found=Said(written(value)))
            return True
    return False


def hidden_elsewhere(fields: Fields) -> bool:
    """Return whether a key of another program makes a post unlisted."""
    values = (fields.value(key) for key in ("status", "state", "visibility"))
    return any(value is not None and _HIDDEN.intersection(_words(value)) for value in values)


def due_elsewhere(fields: Fields, date: ReadDate, options: Options) -> datetime | None:
    """Return when a post is due by a key such as `publishDate`, or None if its date is later."""
    zone_given = options.timezone is not None
    dated = date_value(fields)
    instants = [
        due(read.instant, day_only=read.day_only, zone_given=zone_given)
        for key, read in _days(fields, _FROM, options)
        if dated is None or dated[0] != key
    ]
    last = max(instants, default=None)
    return last if last and last > due(date.instant, day_only=date.day_only, zone_given=zone_given) else None


def report_expired(fields: Fields, options: Options, now: datetime) -> None:
    """Report that a post is published although its `expiryDate` has passed."""
    for key, read in _days(fields, _UNTIL, options):
        if read.instant <= now:
            fields.report("J122", fields.value(key), fields.as_written(key), found=read.instant.date())


def _days(fields: Fields, keys: tuple[str, ...], options: Options) -> Iterator[tuple[str, ReadDate]]:
    """Yield some keys with their dates; what is not a date is reported."""
    for key in keys:
        value = fields.value(key)
        if value is None or (isinstance(value, Scalar) and value.null):
            continue
        try:
            text = value.text if isinstance(value, Scalar) else ""
            yield key, read_date(text, quoted=True, zone=options.zone)
        except UnreadableDate:
            if (dated := date_value(fields)) is None or dated[0] != key:
                fields.report("J121", value, fields.as_written(key), found=Said(written(value)))


def _words(value: Value) -> Iterator[str]:
    """Yield the words of a value: a text, or the texts of a list."""
    for item in value.items if isinstance(value, ListValue) else (value,):
        if isinstance(item, Scalar):
            yield item.text.strip().casefold()
