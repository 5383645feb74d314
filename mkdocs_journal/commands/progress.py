"""What a command is doing, shown on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from mkdocs_journal.problems.long_parts import on_terminal

_ERASE: Final = "\r\x1b[K"
"""Back to the beginning of the line, and everything behind removed (ECMA-48, EL)."""


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Show on a terminal what is being done, and remove it when it is done; write nothing to a pipe or file."""
    if not on_terminal():
        yield
        return
    stream = sys.stderr
    try:
        stream.write(f"{what} ...")
        stream.flush()
        yield
    finally:
        stream.write(_ERASE)
        stream.flush()
