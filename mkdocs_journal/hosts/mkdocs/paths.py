"""Files as messages name them, and as the host treats them."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from pathspec import PathSpec

from mkdocs_journal.front_matter.defaults import NOWHERE
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.problem import Place


def shown(file: File) -> str:
    """Return the file as seen from where the command runs."""
    return file.src_uri if file.abs_src_path is None else shown_path(file.abs_src_path)


def shown_path(path: Path | str) -> str:
    """Return a path as seen from where the command runs."""
    text, here = str(path), os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - asked for every file: texts are quick
    return text[len(here) :].replace(os.sep, "/") if text.startswith(here) else text


def place_of(post: Post, file: File, *keys: str) -> Place:
    """Return where the first of some keys stands that a post has: in its file or the option `defaults`; else line 1."""
    line, column = next((post.places[key] for key in keys if key in post.places), (1, 1))
    return Place("defaults") if line == NOWHERE else Place(shown(file), line, column)


def text_of(file: File) -> str:
    """Return the source of a file as its author wrote it; the host's copy may have lost its front matter already."""
    try:
        data = Path(file.abs_src_path).read_bytes() if file.abs_src_path else file.content_bytes
    except OSError:
        return ""
    return data.decode("utf-8", "replace")


def names(spec: PathSpec[Any] | None, src_uri: str) -> bool:
    """Return whether one of the host's options of patterns (`exclude_docs`, `draft_docs`, `not_in_nav`) names a file."""
    return spec is not None and bool(spec.match_file(src_uri))


def dest_of(source: PurePosixPath, config: MkDocsConfig) -> str:
    """Return the file that MkDocs writes for a source path."""
    return File(source.as_posix(), None, config.site_dir, config.use_directory_urls).dest_uri


def is_excluded(file: File) -> bool:
    """Return whether the user told the host that a file is no part of the site, not even of what `serve` shows."""
    return file.inclusion is InclusionLevel.EXCLUDED


def is_draft(file: File) -> bool:
    """Return whether the user told the host that a file is a draft."""
    return file.inclusion is InclusionLevel.DRAFT


def is_left_out(file: File) -> bool:
    """Return whether the host leaves a file out of the site, as the user told it to."""
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
