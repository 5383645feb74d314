"""Recognizes pipes, sockets and devices: reading them might never end."""

from __future__ import annotations

import os
import stat
from typing import Final

_NAMES: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def special_kind(path: str | None) -> str:
    """Return the kind of a path that is not an ordinary file, or empty."""
    if path is None:
        return ""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - fast: called for every file
    except OSError:  # a broken symbolic link: MkDocs reports it
        return ""
    return "" if stat.S_ISREG(mode) else next((name for is_kind, name in _NAMES if is_kind(mode)), "")
