"""Files as messages name them, and as the host treats them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import File


def shown(file: File) -> str:
    """Return the file as seen from where the command runs."""
    return file.src_uri if file.abs_src_path is None else shown_path(Path(file.abs_src_path))


def shown_path(path: Path) -> str:
    """Return a path as seen from where the command runs."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


def is_left_out(file: File) -> bool:
    """Return whether the host leaves a file out of the site, as the user told it to."""
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
