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
        self._places = [(_parts(options.folder), GitIgnoreSpec.from_lines(options.posts)) for options in journals]

    def journal_of(self, path: PurePosixPath) -> tuple[int, bool]:
        """Return the number of the journal that a file belongs to, or -1, and whether it is a landing page."""
        inside = [len(folder) if _is_below(path, folder) else -1 for folder, _ in self._places]
        number = inside.index(max(inside))
        landing = path.parts[:-1] == self._places[number][0] and is_index(path)
        if max(inside) < 0 or landing:
            named = (n for n, (_, globs) in enumerate(self._places) if globs.match_file(path.as_posix()))
            number = next(named, -1)
        return number, landing


def _is_below(path: PurePosixPath, folder: tuple[str, ...]) -> bool:
    """Return whether a file is below a folder; the folder `_drafts` beside a folder `_posts` belongs to it."""
    drafts = (*folder[:-1], "_drafts") if folder[-1:] == ("_posts",) else folder
    return path.parts[: len(folder)] in {folder, drafts}


def _parts(folder: str) -> tuple[str, ...]:
    return () if folder == "." else PurePosixPath(folder).parts
