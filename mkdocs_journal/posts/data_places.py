"""Finds the files that describe authors and tags."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.problems.places import shown_path

JEKYLLS: Final = ("_data/authors.yml", "_data/authors.yaml")
"""The authors file of a Jekyll site."""


class DataFolders(NamedTuple):
    """The folders in which such a file may lie."""

    docs: tuple[Path, ...]
    """`docs_dir`; before it the folders of the language that is built."""
    beside: Path
    """The folder of the configuration."""
    language: str = ""
    """The language that is built: of `tags.yml` the file `tags.de.yml` is the German one. Empty: there is one only."""


def watched(folders: DataFolders, journals: Sequence[Options]) -> list[str]:
    """Return the files that describe authors and tags outside `docs_dir`, which MkDocs watches anyway."""
    wanted = ((options, names) for options in journals for names in ((options.authors, *JEKYLLS), (options.tags,)))
    paths = dict.fromkeys(data_path(folders, options, *names) for options, names in wanted)
    return [str(path) for path in paths if path and not path.is_relative_to(folders.docs[-1])]


def data_path(folders: DataFolders, options: Options, *names: str) -> Path | None:
    """Return the first of some files that exists: below the folder, in `docs_dir`, beside the configuration."""
    return next((path for path in data_paths(folders, options, *names) if os.path.isfile(path)), None)  # noqa: PTH113


def data_paths(folders: DataFolders, options: Options, *names: str) -> list[Path]:
    """Return all possible paths of some files, in the order in which they are tried; the own language comes first."""
    places = [*(place for docs in folders.docs for place in (docs / options.folder, docs)), folders.beside]
    names = tuple(spelling for name in names for spelling in _spellings(name, folders.language))
    return [Path(os.path.normpath(place / name)) for name in names for place in places]


def _spellings(name: str, language: str) -> tuple[str, ...]:
    stem, _, suffix = name.rpartition(".")
    return (f"{stem}.{language}.{suffix}", name) if language else (name,)


def data_source(path: Path | None) -> Source | None:
    """Read a file; if that fails, the source contains the reason."""
    if path is None:
        return None
    name = PurePosixPath(path.name)
    try:
        return Source(path=name, shown=shown_path(path), data=bytes_of(path))
    except OSError as error:
        return Source(path=name, shown=shown_path(path), reason=error.strerror or str(error))
