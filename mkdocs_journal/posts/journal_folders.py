"""Finds the journal that a file belongs to by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from pathspec import GitIgnoreSpec

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.urls.bundles import is_index

_DRAFTS: Final = "_drafts"
_DAY: Final = "2000-01-01-"
"""A glob may be one of names with a date, which a draft does not have."""


class JournalFolders:
    """Which journal a file belongs to."""

    def __init__(self, journals: Sequence[Options]) -> None:
        self._places = [_tops(options.folder) for options in journals]
        self._globs = [(number, _spec(options.posts)) for number, options in enumerate(journals) if options.posts]

    def journal_of(self, path: PurePosixPath) -> tuple[int, bool]:
        """Return the number of the journal that a file belongs to, or -1, and whether it is a landing page."""
        parts = path.parts
        inside = [len(tops[0]) if _is_below(parts, tops) else -1 for tops in self._places]
        number = inside.index(max(inside))
        landing = parts[:-1] == self._places[number][0] and is_index(path)
        if max(inside) < 0 or landing:
            paths = (path.as_posix(), *_as_posts(path)) if self._globs else ()
            named = (n for n, globs in self._globs if any(map(globs.match_file, paths)))
            number = next(named, -1)
        return number, landing


def is_draft_of(path: PurePosixPath, options: Options) -> bool:
    """Return whether a file of a folder `_drafts` is in a journal, beside its folder, or where its globs have posts."""
    return is_of_journal(path, options) or any(map(_spec(options.posts).match_file, _as_posts(path)))


def is_of_journal(path: PurePosixPath, options: Options) -> bool:
    """Return whether a file is below the folder of a journal or its folder `_drafts`."""
    return _is_below(path.parts, _tops(options.folder))


@lru_cache(maxsize=64)
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(globs)


def _as_posts(path: PurePosixPath) -> Iterator[str]:
    """Yield where a file below a folder `_drafts` would be as a post: above it or in a folder `_posts` beside it."""
    if _DRAFTS in (names := path.as_posix().lower().split("/")[:-1]):
        above = PurePosixPath(*path.parts[: names.index(_DRAFTS)])
        for folder in (above, above / "_posts"):
            yield str(folder / path.name)
            yield str(folder / f"{_DAY}{path.stem}.md")


def _is_below(parts: tuple[str, ...], tops: tuple[tuple[str, ...], ...]) -> bool:
    above = parts[: len(tops[0])]
    return above in tops or (*above[:-1], *(name.lower() for name in above[-1:])) in tops[1:]


def _tops(folder: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the folder of a journal, and of the folder `_drafts` beside it: Jekyll's is beside `_posts`."""
    parts = () if folder == "." else PurePosixPath(folder).parts
    return (parts, (*parts[:-1], "_drafts")) if parts else (parts,)
