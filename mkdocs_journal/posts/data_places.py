"""Finds the files that describe authors and tags."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.problems.places import shown_path

JEKYLLS: Final = ("_data/authors.yml", "_data/authors.yaml")
"""The authors file of a Jekyll site."""


def watched(docs: Path, beside: Path, journals: Sequence[Options]) -> list[str]:
    """Return the files that describe authors and tags outside `docs_dir`, which MkDocs watches anyway."""
    wanted = ((options, names) for options in journals for names in ((options.authors, *JEKYLLS), (options.tags,)))
    paths = dict.fromkeys(data_path(docs, beside, options, *names) for options, names in wanted)
    return [str(path) for path in paths if path and not path.is_relative_to(docs)]


def data_path(docs: Path, beside: Path, options: Options, *names: str) -> Path | None:
    """Return the first of some files that exists: below the folder, in `docs_dir`, beside the configuration."""
    return next((path for path in data_paths(docs, beside, options, *names) if os.path.isfile(path)), None)  # noqa: PTH113


def data_paths(docs: Path, beside: Path, options: Options, *names: str) -> list[Path]:
    """Return all possible paths of some files, in the order in which they are tried."""
    places = (docs / options.folder, docs, beside)
    return [Path(os.path.normpath(place / name)) for name in names for place in places]


def data_source(path: Path | None) -> Source | None:
    """Read a file; if that fails, the source contains the reason."""
    if path is None:
        return None
    name = PurePosixPath(path.name)
    try:
        return Source(path=name, shown=shown_path(path), data=path.read_bytes())
    except OSError as error:
        return Source(path=name, shown=shown_path(path), reason=error.strerror or str(error))
