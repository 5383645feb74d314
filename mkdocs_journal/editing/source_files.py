"""Sources that a command changes or creates: whole or not at all, and never over another program's change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.front_matter.source import DecodingError, as_text
from mkdocs_journal.publishing.real_paths import real_path
from mkdocs_journal.publishing.whole_files import UnwritableFileError, write_whole


def edit_file(path: Path, change: Callable[[str], str]) -> bool:
    """Change a file and return whether anything is different.

    Args:
        path: A file in UTF-8; where it is a symbolic link, its target is changed.
        change: Returns the new text of a text; byte-order mark and line ends are part of it.

    Raises:
        EditError: It cannot be read, changed or written, or another program changed it meanwhile; it stays as it is.
    """
    path = real_path(path)
    before = read_bytes(path)
    after = change(_decoded(before)).encode()
    if after == before:
        return False
    if read_bytes(path) != before:
        raise EditError("another program changed it meanwhile; run the command again")
    write_file(path, after)
    return True


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        EditError: It cannot be read.
    """
    try:
        return bytes_of(path)
    except OSError as error:
        raise EditError(f"cannot be read ({error.strerror or error})") from error


def read_text(path: Path) -> str:
    """Return the text of a file; byte-order mark and line ends are part of it.

    Raises:
        EditError: It cannot be read, or is not UTF-8.
    """
    return _decoded(read_bytes(path))


def _decoded(data: bytes) -> str:
    try:
        return as_text(data)
    except DecodingError as error:
        raise EditError(f"byte {error.byte} is not UTF-8; save the file as UTF-8") from None


def write_file(path: Path, data: bytes, *, new: bool = False) -> None:
    """Write a file whole or not at all; its permissions stay.

    Args:
        path: The file.
        data: Its bytes.
        new: Whether it must not exist yet.

    Raises:
        EditError: It cannot be written, or is there already.
    """
    if new and path.exists():
        raise EditError("exists already; choose another title, slug or date")
    mode = path.stat().st_mode if path.exists() else None
    try:
        write_whole(path, data)
        if mode is not None:
            path.chmod(mode)
    except (UnwritableFileError, OSError) as error:
        raise EditError(f"cannot be written ({error})") from error


def move_file(path: Path, target: Path) -> None:
    """Move a file or folder to a name that is not in use.

    Raises:
        EditError: It cannot be moved, or the name is in use.
    """
    if target.exists():
        raise EditError(f"{target.name} exists already; choose another date or name")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    except OSError as error:
        raise EditError(f"cannot be moved ({error.strerror or error})") from error
