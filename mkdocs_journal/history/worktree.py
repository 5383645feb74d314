"""Files that differ from the last commit, found without running the filters of a repository."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from mkdocs_journal.history.git import TIME_LIMIT, Repository, names

_CONVERTED: Final = ("filter", "ident", "working-tree-encoding")
"""Attributes of files that Git converts when it stores them (https://git-scm.com/docs/gitattributes)."""
_REGULAR: Final = "100"


def uncommitted(
    repository: Repository, folder: Path, only: frozenset[str] | None = None, *, limit: float = TIME_LIMIT
) -> frozenset[str]:
    """Return the tracked files below a folder that differ from HEAD, as paths below the top.

    `git status` would run programs named by `filter.*.clean` in the repository. Instead, each file is compared with the
    digest that Git has for it. A file that such a program converts cannot be compared and counts as committed.

    Args:
        repository: Where to look.
        folder: A folder in the repository.
        only: Paths below the top, to compare these only.
        limit: Seconds that Git may take.

    Raises:
        GitError: It took longer, or Git failed.
    """
    place = _below(folder, repository.top)
    entries = names(repository, "ls-tree", "-r", "-z", "--full-tree", "HEAD", "--", place, limit=limit)
    tracked = [(path, text) for path, text in _files(entries) if only is None or path in only]
    changed = [path for path, text in tracked if _differs(repository, path, text)]
    return frozenset(changed) - _converted(repository, changed, limit)


def _below(folder: Path, top: Path) -> str:
    return "." if folder == top else f"{folder.relative_to(top).as_posix()}/"


def _files(entries: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each regular file that `git ls-tree` names."""
    for entry in entries:
        about, _, path = entry.partition("\t")
        mode, _, text = about.partition(" blob ")
        if mode.startswith(_REGULAR):
            yield path, text


def _differs(repository: Repository, path: str, text: str) -> bool:
    """Return whether a file differs from HEAD; line endings may be the system's."""
    file = repository.top / path
    try:
        data = file.read_bytes() if file.is_file() else None
    except OSError:
        return True
    return data is None or text not in {_digest(form, len(text)) for form in (data, data.replace(b"\r\n", b"\n"))}


def _digest(data: bytes, length: int) -> str:
    make = hashlib.sha1 if length == 40 else hashlib.sha256
    return make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _converted(repository: Repository, paths: Collection[str], limit: float) -> frozenset[str]:
    """Return the files that Git converts when it stores them."""
    if not paths:
        return frozenset()
    paths_given = "".join(f"{path}\0" for path in paths)
    parts = names(repository, "check-attr", "-z", "--stdin", *_CONVERTED, given=paths_given, limit=limit)
    states = zip(parts[0::3], parts[2::3], strict=False)
    return frozenset(path for path, value in states if value not in {"unspecified", "unset"})
