"""What a build is doing, reported while a part of it takes long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

PATIENCE: Final = 2.0
"""Seconds without a word."""


class Clock(Protocol):
    """Calls a function later, unless it is stopped before; `threading.Timer` is one."""

    def start(self) -> None:
        """Begin to count."""

    def cancel(self) -> None:
        """Stop."""


@contextmanager
def reported(
    what: str,
    report: Callable[[str], None],
    *,
    shown: bool | None = None,
    timer: Callable[[float, Callable[[], None]], Clock] = threading.Timer,
) -> Iterator[None]:
    """Report on a terminal what is being done if it is not done after two seconds.

    Args:
        what: What is being done.
        report: Writes a line.
        shown: Whether something is reported; None: if messages go to a terminal. Logs of programs stay the same.
        timer: Makes the clock.
    """
    if not (on_terminal() if shown is None else shown):
        yield
        return
    clock = timer(PATIENCE, lambda: report(f"{what} ..."))
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def on_terminal() -> bool:
    """Return whether messages go to a terminal; a program may run without that stream (`2>&-`)."""
    return sys.stderr is not None and sys.stderr.isatty()
