"""Reads the Git history of all files of a site at once, and reports if it is unavailable."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mkdocs_journal.history.commits import Memory
from mkdocs_journal.history.file_history import FileHistory, Histories
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.options.option_places import place_of_option
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Problem


class GitHistory(NamedTuple):
    """Git history per file; empty if no option needs it."""

    histories: Histories = Histories()
    problems: tuple[Problem, ...] = ()

    def of(self, path: Path | None) -> FileHistory:
        """Return the history of a file; None is a file that is not on the disk."""
        return self.histories.of(path) if path else FileHistory()

    def by_source(self, paths: Mapping[PurePosixPath, Path | None]) -> dict[PurePosixPath, FileHistory]:
        """Return the histories of some files by their source."""
        return {source: self.of(path) for source, path in paths.items()} if self.histories.files else {}


def read_git(
    pages: Iterable[Path], options: SiteOptions, docs: Path, configuration: Path | None, memory: Memory
) -> GitHistory:
    """Read the Git history of every page, if an option needs it.

    Args:
        pages: The files of all pages that are on the disk, and of possible posts: HTML files are not pages yet.
        options: The options of the plugin.
        docs: The folder of the docs.
        configuration: The file with the options, if there is one.
        memory: The commits read for the previous build.
    """
    option = next((name for name, wants in _reasons(options) if wants), "")
    if not option:
        return GitHistory()
    from mkdocs_journal.history.histories import Rules, deepening, read_histories, revisions_in  # noqa: PLC0415 - few ask Git

    try:
        rules = Rules(revisions=revisions_in(options.ignore_revs, configuration or docs), message=options.ignore_commits)
    except OSError as error:
        histories = Histories(trouble=f"{options.ignore_revs}: {error.strerror or error}")
    else:
        histories = read_histories(tuple(pages), docs, rules, memory)
    place = place_of_option(configuration, option)
    problems = []
    if histories.trouble:
        problems.append(problem("J812", place, option, reason=histories.trouble))
    if histories.shallow:
        unknown = sum(history.unknown and history.updated is None for history in histories.files.values())
        count = f"{unknown} page{'' if unknown == 1 else 's'}"
        problems.append(problem("J811", place, option, files=count, advice=deepening(os.environ)))
    return GitHistory(histories, tuple(problems))


def _reasons(options: SiteOptions) -> Iterable[tuple[str, bool]]:
    yield "last_updated", any("git" in journal.last_updated for journal in options.journals)
    yield "page_stamps", bool(options.page_stamps.show)
