"""Finds the journal that a file belongs to by its path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from pathspec import GitIgnoreSpec

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.urls.bundles import is_index


class JournalFolders:
    """Which journal a file belongs to."""

    def __init__(self, journals: Sequence[Options]) -> None:
        self._places = [(_tops(options.folder), GitIgnoreSpec.from_lines(options.posts)) for options in journals]

    def journal_of(self, path: PurePosixPath) -> tuple[int, bool]:
        """Return the number of the journal that a file belongs to, or -1, and whether it is a landing page."""
        parts = path.parts
        inside = [len(tops[0]) if _is_below(parts, tops) else -1 for tops, _ in self._places]
        number = inside.index(max(inside))
        landing = parts[:-1] == self._places[number][0][0] and is_index(path)
        if max(inside) < 0 or landing:
            named = (n for n, (_, globs) in enumerate(self._places) if globs.match_file(path.as_posix()))
            number = next(named, -1)
        return number, landing


def is_of_journal(path: PurePosixPath, options: Options) -> bool:
    """Return whether a file is below the folder of a journal or its folder `_drafts`."""
    return _is_below(path.parts, _tops(options.folder))


def _is_below(parts: tuple[str, ...], tops: tuple[tuple[str, ...], ...]) -> bool:
    above = parts[: len(tops[0])]
    return above in tops or (*above[:-1], *(name.lower() for name in above[-1:])) in tops[1:]


def _tops(folder: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the folder of a journal, and of the folder `_drafts` beside it: Jekyll's is beside `_posts`."""
    parts = () if folder == "." else PurePosixPath(folder).parts
    return (parts, (*parts[:-1], "_drafts")) if parts else (parts,)
