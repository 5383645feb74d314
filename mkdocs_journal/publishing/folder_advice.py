"""Advice on the folders to write in the options."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.posts.suffixes import is_dated

_MOST: Final = 5
"""The largest number of journals that a message proposes."""


def folder_advice(sources: Iterable[PurePosixPath]) -> str:
    """Return what to write in the options so that files with some source paths are posts."""
    folders = sorted({_folder(source) for source in sources})
    common = os.path.commonpath(folders) if all(folder != "." for folder in folders) else "."
    if common:
        return f"write folder: {common}"
    names = [f"{folder}: {{}}" for folder in folders[:_MOST]] + (["…"] if len(folders) > _MOST else [])
    return f"write journals: {{{', '.join(names)}}}"


def _folder(source: PurePosixPath) -> str:
    """Return the folder of a post, above its bundle and Jekyll's `_posts`."""
    folder = source.parent
    if is_dated(folder):
        folder = folder.parent
    return str(folder.parent if folder.name in {"_posts", "_drafts"} else folder)
