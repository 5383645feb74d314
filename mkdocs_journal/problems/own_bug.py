"""Recognises an exception as a mistake of this package: no author, disk or other program can mend it."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]
_STANDARD: Final = Path(sysconfig.get_path("stdlib"))
_OTHERS: Final = frozenset({"site-packages", "dist-packages"})
_USED: Final = frozenset({"yaml", "babel", "imagesize", "pathspec", "markdown_it", "mdit_py_plugins", "markupsafe"})
"""Packages that are called with values of this one only."""
_OUTSIDE: Final = (OSError, MemoryError, KeyboardInterrupt, SystemExit)
"""What comes from the disk, the memory, or whoever ends the process."""


def own_bug(error: BaseException) -> str:
    """Return the line that reports a mistake of this package, or empty if the exception comes from elsewhere.

    It is one if it was raised in this package, or in what only this package calls. A function of another plugin,
    a template and a Markdown extension are elsewhere.

    Args:
        error: The exception, as it was caught.
    """
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    if isinstance(error, _OUTSIDE) or not _is_ours(frames):
        return ""
    files = (found for frame in reversed(frames) for found in _files(frame))
    file = next(files, "")
    while_reading = f", while reading {file}" if file else ""
    return (
        f"this is a bug in mkdocs-journal{while_reading}: {type(error).__name__}; "
        "please report it with the lines from `Traceback` on"
    )


def _is_ours(frames: list[FrameType]) -> bool:
    for frame in reversed(frames):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE) and path.suffix == ".py":
            return True
        if not _is_used(path):
            return False
    return False


def _is_used(path: Path) -> bool:
    """Return whether a file is of the standard library or of a package that only this one calls."""
    packages = [package for place, package in zip(path.parts, path.parts[1:], strict=False) if place in _OTHERS]
    return packages[-1] in _USED if packages else path.is_relative_to(_STANDARD)


def _files(frame: FrameType) -> Iterator[str]:
    """Yield the files, as messages show them, that a function works with: each kind of file has an attribute `shown`."""
    for value in frame.f_locals.values():
        if type(value).__module__.startswith(f"{_PACKAGE.name}.") and isinstance(getattr(value, "shown", None), str):
            yield value.shown
