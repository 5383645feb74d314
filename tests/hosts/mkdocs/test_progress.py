"""What a build says while a part of it takes long, on a terminal."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

import pytest

from mkdocs_journal.hosts.mkdocs import progress
from mkdocs_journal.hosts.mkdocs.progress import reported


class Clock:
    """Time that passes when the test says so."""

    made: list[Clock] = []  # noqa: RUF012 - emptied by each test

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds, self.call, self.runs = seconds, call, False
        self.made.append(self)

    def start(self) -> None:
        self.runs = True

    def cancel(self) -> None:
        self.runs = False


@pytest.fixture(autouse=True)
def _info(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    Clock.made.clear()


def test_after_two_seconds_it_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    with reported("writing the feeds", shown=True, timer=Clock):
        (clock,) = Clock.made
        assert (clock.seconds, clock.runs) == (2.0, True)
        clock.call()

    assert [record.getMessage() for record in caplog.records] == ["journal: writing the feeds ..."]
    assert not clock.runs, "nothing comes later"


def test_a_part_that_fails_is_no_longer_reported() -> None:
    with pytest.raises(KeyError), reported("x", shown=True, timer=Clock):
        raise KeyError

    assert [clock.runs for clock in Clock.made] == [False]


def test_only_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with reported("x", timer=Clock):
        pass
    assert Clock.made == []

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with reported("x", timer=Clock):
        pass
    assert len(Clock.made) == 1


def test_a_clock_of_the_system(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with reported("a", shown=True):
        end = time.monotonic() + 20
        while not caplog.records and time.monotonic() < end:
            time.sleep(0.01)
    with reported("b", shown=True):
        pass

    assert [record.getMessage() for record in caplog.records] == ["journal: a ..."]
