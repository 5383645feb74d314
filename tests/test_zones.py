"""`zone_of()`: time zones by name and by offset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mkdocs_journal.zones import zone_of

OFFSETS = [
    ("Europe/Berlin", "2024-07-01", 2),
    ("Europe/Berlin", "2024-01-01", 1),
    ("EST5EDT", "2024-07-01", -4),
    ("+02:00", "2024-01-01", 2),
    ("-0530", "2024-01-01", -5.5),
    ("+2", "2024-01-01", 2),
    ("-11", "2024-01-01", -11),
    ("+5:45", "2024-01-01", 5.75),
    ("UTC+2", "2024-01-01", 2),
    ("GMT-03:30", "2024-01-01", -3.5),
    ("+14:00", "2024-01-01", 14),
    ("-12:00", "2024-01-01", -12),
]


@pytest.mark.parametrize(("name", "day", "hours"), OFFSETS)
def test_the_offset_at_noon(name: str, day: str, hours: float) -> None:
    moment = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=zone_of(name))

    assert moment.utcoffset() == timedelta(hours=hours)


def test_no_name_is_utc() -> None:
    assert zone_of(None) is UTC
    assert zone_of("+00:00") is UTC


def test_an_offset_means_to_jekyll_what_it_means_to_the_c_library() -> None:
    """A bare one is not a zone, which is UTC; behind a name it counts hours to the west."""
    noon = datetime(2024, 1, 1, 12, tzinfo=zone_of(None))

    assert zone_of("-0500", compat=True) is UTC
    assert zone_of("UTC+0", compat=True) is UTC
    assert zone_of("UTC+2", compat=True).utcoffset(noon) == timedelta(hours=-2)
    assert zone_of("Europe/Berlin", compat=True).utcoffset(noon) == timedelta(hours=1)


@pytest.mark.parametrize(
    "name",
    [
        "Nowhere/City", "", "../etc/passwd", "+25:00", "+14:30", "-12:30", "+02:60", "+530", "CET-", "Europe/Berlin\n",
        "a" * 300, "EST5EDT,M13.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "XYZ5", "<+0330>-3:30", "localtime",
        "posix/Europe/Berlin", "right/Europe/Berlin", "posixrules", "２",
    ],
)  # fmt: skip
def test_what_is_not_a_zone_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=r"a time zone|an offset"):
        zone_of(name)
