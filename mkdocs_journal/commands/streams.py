"""The output of commands: every character can be written, whatever the system's encoding."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def prepare_streams() -> None:
    """Let pipes and files get UTF-8, which programs expect, and terminals an escape for what they cannot show.

    Python writes to a pipe in the encoding of the system, on Windows mostly one without most letters, unless
    `PYTHONIOENCODING` or `PYTHONUTF8` says otherwise.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            free = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            stream.reconfigure(encoding="utf-8" if free else None, errors="backslashreplace")
