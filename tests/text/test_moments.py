"""Moments for programs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.text.moments import in_zone, rfc3339

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


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        (datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Kathmandu")), UTC, "0001-01-01T00:00:00Z"),
        (datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("America/New_York")), UTC, "9999-12-31T23:59:00Z"),
        (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), timezone(timedelta(hours=14)), "9999-12-31T23:59:00+14:00"),
        (datetime(2024, 1, 1, tzinfo=UTC), timezone(timedelta(hours=-1)), "2023-12-31T23:00:00-01:00"),
    ],
    ids=str,
)
def test_a_moment_at_the_ends_of_the_calendar_has_one_in_every_zone(
    moment: datetime, zone: timezone, expected: str
) -> None:
    assert rfc3339(in_zone(moment, zone)) == expected


def test_the_first_day_of_the_calendar_east_of_greenwich_can_be_written() -> None:
    """Before time zones Kathmandu was 5:41:16 ahead, so that this midnight is in the year 0 of UTC."""
    assert rfc3339(datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Kathmandu"))) == "0001-01-01T00:00:00Z"
