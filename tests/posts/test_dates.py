"""`read_date()` and what belongs to it: every form of a date that authors write."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.posts.dates import NamedDate, named_date, read_date
from mkdocs_journal.posts.read_dates import UnreadableDate

BERLIN = ZoneInfo("Europe/Berlin")

DAYS = [
    "2021-03-04", "2021-3-4", "2021/03/04", "2021.03.04", "20210304", "04.03.2021", "21-03-04", "March 4, 2021",
    "Mar. 4th 2021", "4 March 2021", "4-Mar-2021", "Thu, 04 Mar 2021", "4th of March, 2021", "  2021-03-04  ",
    "2021-Mar-04", "2021 March 4",
]  # fmt: skip


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_midnight_in_the_zone_of_the_site(text: str) -> None:
    read = read_date(text, quoted=False, zone=BERLIN)

    assert (read.instant.isoformat(), read.day_only) == ("2021-03-04T00:00:00+01:00", True)
    assert read.doubt_code in {"", "J321"}


MOMENTS = {
    "2021-03-04 05:06": "2021-03-04T05:06:00+01:00",
    "2021-03-04 05:06:07": "2021-03-04T05:06:07+01:00",
    "2021-03-04T05:06:07Z": "2021-03-04T05:06:07+00:00",
    "2021-03-04 05:06:07 +0900": "2021-03-04T05:06:07+09:00",
    "2021-03-04 05:06:07 +9": "2021-03-04T05:06:07+09:00",
    "2021-03-04 05:06:07 +09:30": "2021-03-04T05:06:07+09:30",
    "2021-03-04 05:06:07 GMT-5": "2021-03-04T05:06:07-05:00",
    "2021-03-04 05:06:07 EST": "2021-03-04T05:06:07-05:00",
    "2021-03-04 05:06:07 CEST": "2021-03-04T05:06:07+02:00",
    "2021-03-04 05:06:07.123456 America/New_York": "2021-03-04T05:06:07-05:00",
    "Thu, 04 Mar 2021 05:06:07 +0000": "2021-03-04T05:06:07+00:00",
    "March 4, 2021 at 5:06 p.m.": "2021-03-04T17:06:00+01:00",
    "2021-03-04 12:06 AM": "2021-03-04T00:06:00+01:00",
    "2021-03-04 24:00:00": "2021-03-05T00:00:00+01:00",
    "2021-03-04 23:59:60": "2021-03-04T23:59:59+01:00",
    "2021-07-04 05:06": "2021-07-04T05:06:00+02:00",
    "2021-03-04 5pm": "2021-03-04T17:00:00+01:00",
    "2021-03-04 12 a.m.": "2021-03-04T00:00:00+01:00",
    "20210304T050607Z": "2021-03-04T05:06:07+00:00",
    "2021-03-04T0506": "2021-03-04T05:06:00+01:00",
    "Thu Mar  4 05:06:07 2021": "2021-03-04T05:06:07+01:00",
    "Thu Mar  4 05:06:07 EST 2021": "2021-03-04T05:06:07-05:00",
    "Thu Mar 4 05:06:07 2021 +0200": "2021-03-04T05:06:07+02:00",
    "Thu Mar 04 2021 05:06:07 GMT+0200 (Eastern European Standard Time)": "2021-03-04T05:06:07+02:00",
}


@pytest.mark.parametrize(("text", "iso"), MOMENTS.items())
def test_a_moment_keeps_the_day_and_offset_of_its_author(text: str, iso: str) -> None:
    read = read_date(text, quoted=False, zone=BERLIN)

    assert (read.instant.isoformat(), read.day_only, read.doubt) == (iso, False, "")


NO_DATES = [
    "", "now", "TBD", "2021", "2021-03", "4. März 2021", "1614834367", "2021-W09-4", "2021-02-30", "2021-13-01",
    "0000-01-01", "2021-03-04 25:00", "2021-03-04 12:61", "2021-03-04 13:00 pm", "2021-03-04 05:06 and more words",
    "99/99/2021", "2021-03-04x", "2021-03-04 " + "x" * 100, "9999-12-31 24:00", "2021-03-04 24:00:01", "٢٠٢١-٠٣-٠٤",
    "2021-03-04 17", "2021-03-04T05", "2021-03-04T050", "Thu Mar 4 05:06:07", "Foo 4 05:06:07 2021",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(text, quoted=False, zone=UTC)


DOUBTS = [
    ("03/04/2021", None, "2021-04-03", "J304"),
    ("03/04/2021", date(2021, 3, 4), "2021-03-04", ""),
    ("03/04/2021", date(2021, 4, 3), "2021-04-03", ""),
    ("03/04/2021", date(2020, 1, 1), "2021-04-03", "J304"),
    ("03/03/2021", None, "2021-03-03", ""),
    ("25/03/2021", None, "2021-03-25", ""),
    ("03/25/2021", None, "2021-03-25", "J304"),
    ("11-9-2017", None, "2017-09-11", "J304"),
    ("04.03.2021", None, "2021-03-04", "J321"),
    ("4.3.2021 10:00", None, "2021-03-04", "J321"),
    ("04.03.2021", date(2021, 3, 4), "2021-03-04", ""),
    ("04.04.2021", None, "2021-04-04", ""),
    ("14.03.2021", None, "2021-03-14", ""),
    ("04.03.2021 10:00 Mars/Olympus", None, "2021-03-04", "J305"),
    ("2021-03-04 10:00 +15:00", None, "2021-03-04", "J305"),
    ("2021-03-04 10:00 -13:00", None, "2021-03-04", "J305"),
    ("2021-03-04 10:00 Mars/Olympus", None, "2021-03-04", "J305"),
    ("2021-03-04 10:00:00 2021 -0800", None, "2021-03-04", "J305"),
    ("0999-03-04", None, "0999-03-04", "J305"),
]


@pytest.mark.parametrize(("text", "named", "day", "code"), DOUBTS)
def test_what_can_be_read_in_two_ways_is_reported(text: str, named: date | None, day: str, code: str) -> None:
    """Day and month that could be exchanged are decided by the file name; a strange zone or year is kept."""
    read = read_date(text, quoted=False, zone=UTC, named=named)

    assert (read.instant.date().isoformat(), read.doubt_code) == (day, code)
    assert bool(read.doubt) == bool(code)


COMPAT = [
    ("2021-03-04 05:06:07", False, "2021-03-04T06:06:07+01:00"),
    ("2021-03-04 05:06:07", True, "2021-03-04T05:06:07+01:00"),
    ("2021-03-04 05:06", False, "2021-03-04T05:06:00+01:00"),
    ("2021-03-04 23:30:00 -0800", False, "2021-03-05T08:30:00+01:00"),
    ("2021-02-30", False, "2021-03-02T00:00:00+01:00"),
    ("2021-03-04 05:06:07 Asia/Tokyo", True, "2021-03-04T05:06:07+01:00"),
    ("03/04/2021", False, "2021-04-03T00:00:00+02:00"),
]


@pytest.mark.parametrize(("text", "quoted", "iso"), COMPAT)
def test_jekyll_reads_some_dates_in_another_way(text: str, quoted: bool, iso: str) -> None:
    """YAML's moments are UTC, days roll over, a zone's name is not read, everything is shown in the site's zone."""
    assert read_date(text, quoted=quoted, zone=BERLIN, compat=True).instant.isoformat() == iso


@pytest.mark.parametrize("text", ["2021-03-00", "2021-03-32", "2021-13-01"])
def test_jekyll_rolls_over_no_day_beyond_31(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(text, quoted=False, zone=UTC, compat=True)


NAMES = {
    "2021-03-04-a-post": NamedDate(date(2021, 3, 4), "a-post"),
    "2021-3-4-x": NamedDate(date(2021, 3, 4), "x"),
    "21-03-04-x": NamedDate(date(2021, 3, 4), "x"),
    "99-03-04-x": NamedDate(date(1999, 3, 4), "x"),
    "2021-03-04": NamedDate(date(2021, 3, 4), ""),
    "2021-03-04-": NamedDate(date(2021, 3, 4), ""),
    "2021-03-04-x..": NamedDate(date(2021, 3, 4), "x"),
    "2021-03-04_x": NamedDate(None, "2021-03-04_x"),
    "2021-13-04-x": NamedDate(None, "x", impossible=True),
    "06-06-x": NamedDate(None, "06-06-x"),
    "x-2021-03-04": NamedDate(None, "x-2021-03-04"),
}


@pytest.mark.parametrize(("name", "found"), NAMES.items())
def test_the_date_in_a_name(name: str, found: NamedDate) -> None:
    assert named_date(name) == found
