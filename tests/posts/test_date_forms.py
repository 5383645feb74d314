"""`time_of_day()`: the key `time`."""

from __future__ import annotations

import pytest

from mkdocs_journal.posts.date_forms import time_of_day

CLOCKS = [
    ("15:30", "15:30"),
    ("9:05", "9:05"),
    ("15:30:59", "15:30:59"),
    ("15:30:59.123", "15:30:59"),
    ("15.30", "15:30"),
    ("15.30.10", "15:30:10"),
    ("1500", "15:00"),
    ("0930", "09:30"),
    ("15h30", "15:30"),
    ("15H", "15:00"),
    ("3pm", "3:00 pm"),
    ("3 PM", "3:00 Pm"),
    ("3:30 p.m.", "3:30 pm"),
    ("3.30am", "3:30 am"),
    ("  15:30   +0200 ", "15:30 +0200"),
    ("15:30Z", "15:30 Z"),
    ("15:30 UTC+2", "15:30 UTC+2"),
    ("3pm Europe/Berlin", "3:00 pm Europe/Berlin"),
    ("25:00", "25:00"),
    ("5", ""),
    ("5 min", ""),
    ("930", ""),
    ("9.5", ""),
    ("15000", ""),
    ("noon", ""),
    ("2024-01-01", ""),
    ("15:30 and later", ""),
    ("", ""),
    ("1" * 100, ""),
]


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_a_time_of_day(text: str, clock: str) -> None:
    assert time_of_day(text) == clock
