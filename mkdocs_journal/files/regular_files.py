"""Reads files of users; of pipes, sockets and devices, whose reading might never end, only the kind."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

_NAMES: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def special_kind(path: str | Path | None) -> str:
    """Return the kind of a path that is neither an ordinary file nor a folder, or empty."""
    if path is None:
        return ""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - fast: called for every file
    except (OSError, ValueError):  # a broken symbolic link, which MkDocs reports; a name with NUL
        return ""
    return "" if stat.S_ISREG(mode) else next((name for is_kind, name in _NAMES if is_kind(mode)), "")


def is_there(path: str | Path) -> bool:
    """Return whether something that is not a folder is at a path; a pipe counts, so that reading it is reported."""
    return os.path.isfile(path) or special_kind(path) != ""  # noqa: PTH113 - false for a name that is too long


def bytes_of(path: Path, most: int = -1) -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        most: The number of bytes that are read; negative: all.

    Raises:
        OSError: It cannot be read, or is a pipe, a socket or a device.
    """
    if kind := special_kind(path):
        raise OSError(f"{kind} is not a regular file")
    if most < 0:
        return path.read_bytes()
    with path.open("rb") as stream:
        return stream.read(most)
