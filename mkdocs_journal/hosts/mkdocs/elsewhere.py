"""Reports a journal without posts: its folder is missing, or its posts are elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.config import configuration_of, settings_as_written
from mkdocs_journal.hosts.mkdocs.files import dest_of
from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import is_dated
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.folder_advice import folder_advice


def without_posts(
    journal: Journal, options: Options, files: Files, sources: Iterable[PurePosixPath], config: MkDocsConfig
) -> tuple[Problem, ...]:
    """Return the problems of a journal that has no posts.

    Args:
        journal: The journal.
        options: Its options.
        files: The files of MkDocs.
        sources: Sources of the posts of all journals.
        config: The configuration of MkDocs.
    """
    there = os.path.isdir(Path(config.docs_dir, options.folder))  # noqa: PTH112 - false for a name that is too long
    if journal.public or journal.withheld or journal.refused:
        needless = there or not options.folder_given or _below(options.folder, files)
        return () if needless else (_no_folder(options, (), config),)
    known = set(sources)
    dated = [file for file in files.documentation_pages() if is_dated(PurePosixPath(file.src_uri))]
    dated = [file for file in dated if PurePosixPath(file.src_uri) not in known]
    if moved := [file for file in dated if _is_moved(file, config)]:
        values = {"found": Quoted(options.folder), "example": moved[0].src_uri, "advice": folder_advice(_sources(moved))}
        who = named(handlers_of(config, "config", "files"))
        option = f"{options.within}folder"
        return (problem("J534", configuration_of(config, option), option, who=who, **values),)
    return () if there else (_no_folder(options, dated, config),)


def _no_folder(options: Options, dated: Sequence[File], config: MkDocsConfig) -> Problem:
    code = "J804" if options.folder_given else "J535"
    advice = f"dated files are elsewhere: {folder_advice(_sources(dated))}" if dated else "create it or write another"
    option = f"{options.within}folder"
    return problem(code, configuration_of(config, option), option, found=Quoted(options.folder), advice=advice)


def _below(folder: str, files: Files) -> bool:
    """Return whether a plugin has added files in a folder that is not on the disk."""
    return any(file.src_uri.startswith(f"{folder}/") for file in files)


def _is_moved(file: File, config: MkDocsConfig) -> bool:
    """Return whether a plugin moved a file: it is read from another folder or published at another place."""
    written = Path(config.config_file_path).parent if config.config_file_path else Path(config.docs_dir)
    docs = next((given["docs_dir"] for given in reversed(settings_as_written(config)) if given.get("docs_dir")), "docs")
    at = os.path.abspath(written / str(docs) / file.src_uri)  # noqa: PTH100 - like MkDocs, without following links
    return file.abs_src_path != at or file.dest_uri != dest_of(PurePosixPath(file.src_uri), config)


def _sources(files: Sequence[File]) -> list[PurePosixPath]:
    return [PurePosixPath(file.src_uri) for file in files]
