"""Page bundles: a post that is the index of a folder, with all files in the folder."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.text.unicode_forms import normalized

_INDEXES: Final = frozenset({"index", "readme"})


def is_index(path: PurePosixPath) -> bool:
    """Return whether a file is the index of its folder."""
    return path.stem.lower() in _INDEXES


def opens_bundle(path: PurePosixPath) -> bool:
    """Return whether a file is the index of a folder that it has for itself; `_posts` has many posts."""
    return is_index(path) and path.parent.name != "_posts"


def bundles(sources: Iterable[PurePosixPath], folder: str) -> frozenset[PurePosixPath]:
    """Return the folders of page bundles.

    Args:
        sources: Posts; those that are the index of their folder are bundles.
        folder: The journal's folder, which is not a bundle; neither is the root of the docs.
    """
    none = {PurePosixPath(), PurePosixPath(folder)}
    return frozenset(path.parent for path in sources if opens_bundle(path)) - none


def is_inside(path: PurePosixPath, folders: Container[PurePosixPath]) -> bool:
    """Return whether a path is below one of some folders, at any depth."""
    return any(parent in folders for parent in path.parents)


def has_name(path: PurePosixPath, names: Container[PurePosixPath]) -> bool:
    """Return whether a path has one of some names, with or without a suffix: `plan.assets`, `plan_files`."""
    if not str(path).isascii():
        path = PurePosixPath(normalized("NFC", str(path)))
    parts = path.name.strip("#~.").removesuffix("_files").split(".")
    return any(path.parent / ".".join(parts[:end]) in names for end in range(1, len(parts) + 1))
