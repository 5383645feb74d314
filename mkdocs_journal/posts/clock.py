"""The time of the build, and whether a date has come; no other module reads the current time."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from mkdocs_journal.posts.dates import read_date
from mkdocs_journal.posts.read_dates import UnreadableDate

_FIRST_DAY_ON_EARTH: Final = timezone(timedelta(hours=14))


class UnknownTime(ValueError):
    """The time of the build, from `--as-of` or `SOURCE_DATE_EPOCH`, is unreadable."""


def as_of(text: str, option: str = "--as-of") -> datetime:
    """Return a text as the time of a build; a day starts at midnight UTC.

    Args:
        text: The date.
        option: The option of a command that has it, for the message.

    Raises:
        UnknownTime: It is not a date.
    """
    try:
        return read_date(text, quoted=True, zone=UTC).instant
    except UnreadableDate:
        raise UnknownTime(f"{option}: found {text[:60]!r}; write YYYY-MM-DD, for example 2026-12-01") from None


def build_time() -> datetime:
    """Return the time of the build in UTC: `SOURCE_DATE_EPOCH` if it is set, else the clock.

    Raises:
        UnknownTime: `SOURCE_DATE_EPOCH` is not a number of seconds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(_unsigned(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UnknownTime(f"SOURCE_DATE_EPOCH: found {epoch!r}; write seconds since 1970, or unset it") from None


def _unsigned(epoch: str) -> int:
    """Return a number of seconds that fits into four bytes, as archives such as `sitemap.xml.gz` require.

    Raises:
        OverflowError: It is smaller or greater.
    """
    return int.from_bytes(int(epoch).to_bytes(4))


def due(instant: datetime, *, day_only: bool, zone_given: bool) -> datetime:
    """Return the instant at which a date has come.

    Args:
        instant: The date.
        day_only: Whether only a day was given.
        zone_given: Whether the site sets a time zone; else a day starts in the zone where it starts first on Earth.
    """
    return instant.replace(tzinfo=_FIRST_DAY_ON_EARTH) if day_only and not zone_given else instant


def has_come(instant: datetime, *, day_only: bool, zone_given: bool, now: datetime) -> bool:
    """Return whether a date has come at the time of the build, `now`; see `due()`."""
    return due(instant, day_only=day_only, zone_given=zone_given) <= now
