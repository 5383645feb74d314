"""Removes pipes, sockets and devices among the docs: reading them might never end."""

from __future__ import annotations

from mkdocs.structure.files import Files

from mkdocs_journal.files.regular_files import special_kind
from mkdocs_journal.hosts.mkdocs.files import is_excluded, shown
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem


def take_special_files(files: Files) -> tuple[Problem, ...]:
    """Remove files from a build whose reading might never end, and return a problem for each."""
    found = []
    for file in tuple(files):
        if not is_excluded(file) and (kind := special_kind(file.abs_src_path)):
            files.remove(file)
            found.append(special_file(shown(file), kind))
    return tuple(found)


def special_file(name: str, kind: str) -> Problem:
    """Return the problem of a file that is not read."""
    return problem("J130", Place(name), "file", kind=kind)
