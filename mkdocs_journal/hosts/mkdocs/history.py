"""Git asked about the files of the host, once for all of them, and what is told if it does not know."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.history.changes import FileHistory
from mkdocs_journal.history.stamps import Histories, Memory, Rules, deepening, read_histories, read_revisions
from mkdocs_journal.hosts.mkdocs.paths import shown_path
from mkdocs_journal.options.table import SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Told:
    """What Git told about the files of the host, if it was asked."""

    histories: Histories = field(default_factory=Histories)
    problems: tuple[Problem, ...] = ()

    def of(self, file: File) -> FileHistory:
        """Return what is known about a file."""
        return self.histories.of(Path(file.abs_src_path)) if file.abs_src_path else FileHistory()

    def by_source(self, files: Mapping[PurePosixPath, File]) -> dict[PurePosixPath, FileHistory]:
        """Return what is known about some files by their source."""
        return {source: self.of(file) for source, file in files.items()} if self.histories.files else {}


def ask_git(files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memory) -> Told:
    """Ask Git about every page, if an option wants to know.

    Args:
        files: The host's files.
        options: The options of the plugin.
        config: The host's configuration.
        memory: What was read for the build before.
    """
    asked = next((name for name, wants in _reasons(options) if wants), "")
    if not asked:
        return Told()
    docs = Path(config.docs_dir)
    paths = [Path(file.abs_src_path) for file in files.documentation_pages() if file.abs_src_path]
    rules = Rules(revisions=_revisions(options.ignore_revs, config), message=options.ignore_commits)
    histories = read_histories(paths, docs, rules, memory)
    place = Place(shown_path(Path(config.config_file_path or "mkdocs.yml")))
    problems = []
    if histories.trouble:
        problems.append(problem("J812", place, asked, reason=histories.trouble))
    if histories.shallow:
        unknown = sum(history.unknown and history.updated is None for history in histories.files.values())
        count = f"{unknown} page{'' if unknown == 1 else 's'}"
        problems.append(problem("J811", place, asked, files=count, advice=deepening(os.environ)))
    return Told(histories, tuple(problems))


def _reasons(options: SiteOptions) -> Iterable[tuple[str, bool]]:
    yield "last_updated", any("git" in journal.last_updated for journal in options.journals)
    yield "page_stamps", bool(options.page_stamps.show)


def _revisions(name: str, config: MkDocsConfig) -> frozenset[str]:
    """Return the commits that the file of the option names; it lies beside the configuration or above it."""
    folder = Path(config.config_file_path or config.docs_dir).resolve().parent
    for place in (folder, *folder.parents):
        if (place / name).is_file():
            return read_revisions((place / name).read_text(encoding="utf-8", errors="replace"))
        if (place / ".git").exists():
            break
    return frozenset()
