"""Finds the journal that a file belongs to by its path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from pathspec import GitIgnoreSpec

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.urls.bundles import is_index

_DRAFTS: Final = "_drafts"


class JournalFolders:
    """Which journal a file belongs to."""

    def __init__(self, journals: Sequence[Options]) -> None:
        self._places = [_tops(options.folder) for options in journals]
        self._globs = [(number, options.posts) for number, options in enumerate(journals) if options.posts]

    def journal_of(self, path: PurePosixPath) -> tuple[int, bool]:
        """Return the number of the journal that a file belongs to, or -1, and whether it is a landing page."""
        parts = path.parts
        inside = [len(tops[0]) if _is_below(parts, tops) else -1 for tops in self._places]
        number = inside.index(max(inside))
        landing = parts[:-1] == self._places[number][0] and is_index(path)
        if max(inside) < 0 or landing:
            named = (n for n, globs in self._globs if _spec(globs).match_file(path.as_posix()) or _is_beside(path, globs))
            number = next(named, -1)
        return number, landing


def is_draft_of(path: PurePosixPath, options: Options) -> bool:
    """Return whether a file of a folder `_drafts` is in a journal, beside its folder, or where its globs have posts."""
    return is_of_journal(path, options) or _is_beside(path, options.posts)


def is_of_journal(path: PurePosixPath, options: Options) -> bool:
    """Return whether a file is below the folder of a journal or its folder `_drafts`."""
    return _is_below(path.parts, _tops(options.folder))


@lru_cache(maxsize=64)
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(globs)


@lru_cache(maxsize=64)
def _spec_of_folders(globs: tuple[str, ...]) -> GitIgnoreSpec:
    """Return the globs of everything in the folders of some globs."""
    return GitIgnoreSpec.from_lines(f"{glob.rpartition('/')[0]}/*" for glob in globs if not glob.startswith("!"))


def _is_beside(path: PurePosixPath, globs: tuple[str, ...]) -> bool:
    """Return whether a file is below a folder `_drafts` that is in a folder of some globs, or beside a folder `_posts`."""
    names = path.as_posix().lower().split("/")[:-1]
    if not globs or _DRAFTS not in names:
        return False
    above = PurePosixPath(*path.parts[: names.index(_DRAFTS)])
    spec = _spec_of_folders(globs)
    return spec.match_file(str(above / path.name)) or spec.match_file(str(above / "_posts" / path.name))


def _is_below(parts: tuple[str, ...], tops: tuple[tuple[str, ...], ...]) -> bool:
    above = parts[: len(tops[0])]
    return above in tops or (*above[:-1], *(name.lower() for name in above[-1:])) in tops[1:]


def _tops(folder: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the folder of a journal, and of the folder `_drafts` beside it: Jekyll's is beside `_posts`."""
    parts = () if folder == "." else PurePosixPath(folder).parts
    return (parts, (*parts[:-1], "_drafts")) if parts else (parts,)
