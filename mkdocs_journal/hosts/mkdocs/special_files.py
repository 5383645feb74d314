"""What lies among the docs and is no file that can be read to its end: pipes, sockets, devices."""

from __future__ import annotations

import os
import stat
from typing import Final

from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.paths import is_excluded, shown
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem

_NAMES: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def take_special_files(files: Files) -> tuple[Problem, ...]:
    """Take out of a build what MkDocs would wait for without an end, and return a problem for each."""
    found = []
    for file in tuple(files):
        if not is_excluded(file) and (kind := _kind(file.abs_src_path)):
            files.remove(file)
            found.append(problem("J130", Place(shown(file)), "file", kind=kind))
    return tuple(found)


def _kind(path: str | None) -> str:
    """Return what a path leads to if it is no ordinary file, or empty."""
    if path is None:
        return ""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - asked for every file
    except OSError:  # a link that leads nowhere: MkDocs reports it
        return ""
    return "" if stat.S_ISREG(mode) else next((name for is_kind, name in _NAMES if is_kind(mode)), "")
