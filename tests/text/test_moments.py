"""Moments for programs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.text.moments import rfc3339

OFFSETS = [timedelta(), timedelta(hours=14), timedelta(hours=-3.5), timedelta(seconds=30), timedelta(hours=-1, seconds=1),
           timedelta(minutes=59, microseconds=1), timedelta(seconds=-1)]  # fmt: skip
DAYS = [
    datetime(1, 1, 2, tzinfo=UTC),
    datetime(999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2024, 11, 12, 9, 30, 0, 500000, tzinfo=UTC),
]


def plainly(moment: datetime) -> str:
    """Return the same with a look at the offset."""
    offset = moment.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        moment = moment.astimezone(UTC)
    text = moment.replace(microsecond=0).isoformat()
    return text.replace("+00:00", "Z") if text.endswith("+00:00") else text


@pytest.mark.parametrize("zone", [None, UTC, ZoneInfo("Europe/Amsterdam"), *map(timezone, OFFSETS)], ids=str)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_moment(day: datetime, zone: timezone | None) -> None:
    moment = day.replace(tzinfo=zone)

    assert rfc3339(moment) == plainly(moment)
