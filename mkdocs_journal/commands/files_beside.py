"""The files below `_drafts` that go with a draft when it is published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.commands.folders import whole_path
from mkdocs_journal.commands.sites import Listed
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.source_files import move_file, read_bytes, write_file
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.urls.references import FileNames

DRAFTS: Final = "_drafts"
INDEXES: Final = frozenset({"index", "readme"})


class FileBeside(NamedTuple):
    """A file that a draft names."""

    path: Path
    target: Path
    """Where the relative path in the text leads to once the draft is moved."""
    shared: bool
    """Whether another draft names it as well."""


def files_beside(listed: Listed, draft: Path, target: Path) -> tuple[FileBeside, ...]:
    """Return the files below `_drafts` that a draft names, without those in its own folder, which is moved whole.

    Args:
        listed: The draft.
        draft: Its file.
        target: Where it is moved to; the folders below `_drafts` stay the same.

    Raises:
        EditError: A file is there already.
    """
    home = next((folder for folder in draft.parents if folder.name == DRAFTS), None)
    if home is None:
        return ()
    inside = draft.relative_to(home)
    sources = {whole_path(file.path or Path(file.shown)): file for file in listed.plan.candidates.values()}
    own = draft.parent if draft.stem.casefold() in INDEXES else draft
    paths = (path for path in sorted(home.rglob("*")) if path.is_file() and own not in path.parents)
    below = {path.relative_to(home).as_posix(): path for path in paths if path not in sources}
    names = FileNames(below)
    others = (path for path in sources if path != draft and home in path.parents)
    shared = {name for path in others for name in _named(names, sources[path], path.relative_to(home))}
    new_home = target.parents[len(inside.parts) - 1]
    named = sorted(_named(names, listed.plan.candidates[listed.post.source], inside))
    found = tuple(FileBeside(below[name], new_home / name, name in shared) for name in named)
    if taken := next((file.target for file in found if file.target.exists()), None):
        raise EditError(f"{shown_path(taken)} exists already; a file that the draft names would be moved there")
    return found


def _named(names: FileNames, file: OutputFile, path: Path) -> frozenset[str]:
    return names.named_in(text_of(file), PurePosixPath(path.as_posix()))


def move_beside(files: Iterable[FileBeside]) -> None:
    """Move files out of `_drafts`; those that another draft names as well are copied.

    Raises:
        EditError: A file cannot be moved.
    """
    for file in files:
        if file.shared:
            file.target.parent.mkdir(parents=True, exist_ok=True)
            write_file(file.target, read_bytes(file.path), new=True)
        else:
            move_file(file.path, file.target)
