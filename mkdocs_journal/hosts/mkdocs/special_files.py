"""What lies among the docs and is no file that can be read to its end: pipes, sockets, devices."""

from __future__ import annotations

from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.files import is_excluded, shown
from mkdocs_journal.posts.special_kinds import special_kind
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem


def take_special_files(files: Files) -> tuple[Problem, ...]:
    """Take out of a build what MkDocs would wait for without an end, and return a problem for each."""
    found = []
    for file in tuple(files):
        if not is_excluded(file) and (kind := special_kind(file.abs_src_path)):
            files.remove(file)
            found.append(problem("J130", Place(shown(file)), "file", kind=kind))
    return tuple(found)
