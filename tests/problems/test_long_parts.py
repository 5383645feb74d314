"""What is said on a terminal while a part of a build takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from mkdocs_journal.problems import long_parts
from mkdocs_journal.problems.long_parts import reported


class Clock:
    """Time that passes when the test says so."""

    def __init__(self, made: list[Clock], seconds: float, call: Callable[[], None]) -> None:
        self.seconds, self.call, self.runs = seconds, call, False
        made.append(self)

    def start(self) -> None:
        self.runs = True

    def cancel(self) -> None:
        self.runs = False


def test_after_two_seconds_it_is_said_once() -> None:
    made: list[Clock] = []
    said: list[str] = []

    with reported("writing the feeds", said.append, shown=True, timer=lambda *given: Clock(made, *given)):
        (clock,) = made
        assert (clock.seconds, clock.runs, said) == (2.0, True, [])
        clock.call()

    assert said == ["writing the feeds ..."]
    assert not clock.runs, "nothing comes later"


def test_a_part_that_fails_is_no_longer_reported() -> None:
    made: list[Clock] = []

    with pytest.raises(KeyError), reported("x", print, shown=True, timer=lambda *given: Clock(made, *given)):
        raise KeyError

    assert [clock.runs for clock in made] == [False]


@pytest.mark.parametrize("terminal", [False, True])
def test_only_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> None:
    made: list[Clock] = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)

    with reported("x", print, timer=lambda *given: Clock(made, *given)):
        assert len(made) == terminal


def test_a_program_without_an_error_stream_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `mkdocs build 2>&-`, and in services on Windows."""
    made: list[Clock] = []
    monkeypatch.setattr(sys, "stderr", None)

    with reported("x", print, timer=lambda *given: Clock(made, *given)):
        assert made == []


def test_the_clock_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(long_parts, "PATIENCE", 3600)
    with reported("quick", said.append, shown=True):
        pass
    monkeypatch.setattr(long_parts, "PATIENCE", 0.01)

    with reported("slow", said.append, shown=True):
        end = time.monotonic() + 300
        while not said and time.monotonic() < end:
            time.sleep(0.01)

    assert said == ["slow ..."]
