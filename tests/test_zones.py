"""`zone_of()`: time zones by name, by offset and as POSIX strings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.zones import PosixZone, zone_of

OFFSETS = [
    ("Europe/Berlin", "2024-07-01", 2),
    ("Europe/Berlin", "2024-01-01", 1),
    ("+02:00", "2024-01-01", 2),
    ("-0530", "2024-01-01", -5.5),
    ("<+0330>-3:30", "2024-01-01", 3.5),
    ("JST-9", "2024-01-01", 9),
    ("XYZ5", "2024-07-01", -5),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-07-01", -4),
    ("XYZ5ABC", "2024-07-01", -4),
    ("XYZ5ABC3:30", "2024-07-01", -3.5),
    ("XYZ-1ABC,M3.5.0,M10.5.0/3", "2024-03-30", 1),
    ("XYZ-1ABC,M3.5.0,M10.5.0/3", "2024-04-01", 2),
    ("AAA-10BBB,M10.1.0,M4.1.0/3", "2024-12-31", 11),  # south of the equator
    ("AAA-10BBB,M10.1.0,M4.1.0/3", "2024-07-01", 10),
    ("AAA3BBB,J60/0,J300", "2024-02-29", -3),  # 1 March, leap year or not
    ("AAA3BBB,J60/0,J300", "2024-03-02", -2),
    ("AAA3BBB,J60/0,J300", "2023-03-02", -2),
    ("AAA3BBB,59/0,299", "2024-02-28", -3),
    ("AAA3BBB,59/0,299", "2024-03-01", -2),
]


@pytest.mark.parametrize(("name", "day", "hours"), OFFSETS)
def test_the_offset_at_noon(name: str, day: str, hours: float) -> None:
    moment = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=zone_of(name))

    assert moment.utcoffset() == timedelta(hours=hours)


def test_no_name_is_utc() -> None:
    assert zone_of(None) is UTC
    assert zone_of("+00:00") is UTC


def test_jekyll_hands_an_offset_to_the_c_library_which_reads_utc() -> None:
    assert zone_of("-0500", compat=True) is UTC


@pytest.mark.parametrize("name", ["Nowhere/City", "", "../etc/passwd", "+25:00", "CET-", "Europe/Berlin\n", "a" * 300])
def test_what_is_no_zone_is_told(name: str) -> None:
    with pytest.raises(ValueError, match=r"a time zone|an offset"):
        zone_of(name)


def test_a_posix_zone_is_the_zone_that_it_spells() -> None:
    """Every half hour of a year, both ways, equals the database of the system."""
    posix, berlin = zone_of("CET-1CEST,M3.5.0,M10.5.0/3"), ZoneInfo("Europe/Berlin")
    assert isinstance(posix, PosixZone)
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    while moment.year == 2024:
        local, expected = moment.astimezone(posix), moment.astimezone(berlin)
        assert (local.replace(tzinfo=None), local.fold) == (expected.replace(tzinfo=None), expected.fold)
        assert local.utcoffset() == expected.utcoffset()
        assert local.dst() == expected.dst()
        moment += timedelta(minutes=30)


def test_the_name_of_a_posix_zone_is_its_string() -> None:
    zone = zone_of("XYZ5ABC")

    assert zone.tzname(None) == "XYZ5ABC"
    assert zone.utcoffset(None) == timedelta(hours=-5)
