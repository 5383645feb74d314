"""The time of the build, and whether a date has come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mkdocs_journal.posts.clock import UnknownTime, as_of, build_time, has_come

NOON = datetime(2024, 11, 12, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "day_only", "zone_given", "come"),
    [
        (NOON, False, False, True),
        (NOON + timedelta(seconds=1), False, False, False),
        (datetime(2024, 11, 13, tzinfo=UTC), True, False, True),  # in Kiribati that day has begun
        (datetime(2024, 11, 13, tzinfo=UTC), True, True, False),
        (datetime(2024, 11, 14, tzinfo=UTC), True, False, False),
        (datetime(2024, 11, 13, tzinfo=timezone(timedelta(hours=14))), True, True, True),
    ],
)
def test_a_date_has_come(instant: datetime, day_only: bool, zone_given: bool, come: bool) -> None:
    """A day without a zone begins where it begins first on Earth."""
    assert has_come(instant, day_only=day_only, zone_given=zone_given, now=NOON) is come


def test_the_time_of_the_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert build_time() == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30, "-1", str(2**32)])
def test_an_epoch_that_is_none_is_reported(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(ValueError, match=r"^SOURCE_DATE_EPOCH: found '"):
        build_time()


def test_without_it_the_clock_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert abs(build_time() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_day_can_be_taken_for_now() -> None:
    assert as_of("2026-12-01") == datetime(2026, 12, 1, tzinfo=UTC)
    assert as_of("2026-12-01 08:00 +0100").isoformat() == "2026-12-01T08:00:00+01:00"
    with pytest.raises(UnknownTime, match="--as-of: found 'soon'"):
        as_of("soon")
