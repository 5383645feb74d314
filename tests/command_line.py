"""Runs the commands in the process of the test, with the two streams apart, in every version of click that is supported."""

from __future__ import annotations

from inspect import signature
from typing import Any, Final

from click.testing import CliRunner

APART: Final[dict[str, Any]] = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
"""Before 8.2 click has to be asked for it."""


def runner() -> CliRunner:
    """Return what runs a command, with `stdout` and `stderr` apart; what `output` contains depends on click."""
    return CliRunner(**APART)
