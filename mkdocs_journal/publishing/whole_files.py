"""Writes files into the site folder completely or not at all."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b, file_digest
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from mkdocs_journal.problems.catalogue import message


class UnwritableFileError(Exception):
    """A file cannot be written; the message says which and why."""


def digest(data: bytes) -> bytes:
    """Return a digest that shows later whether a file is unchanged."""
    return blake2b(data, digest_size=16).digest()


def digest_of_file(path: Path) -> bytes:
    """Return a digest of the content of a file, which is read in parts; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "blake2b").digest()
    except OSError:
        return b""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all.

    Raises:
        UnwritableFileError: It cannot be written; the old file is kept.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        with _ends_later():
            _replace(path, data)
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error


def unwritable(path: Path, reason: str) -> UnwritableFileError:
    """Return the error for a file that cannot be written."""
    return UnwritableFileError(f"journal: {message('J901', path=path, reason=reason)} (J901)")


def _replace(path: Path, data: bytes) -> None:
    written, file = _new_file(path)
    try:
        with file:
            file.write(data)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _new_file(path: Path) -> tuple[Path, BinaryIO]:
    """Return a new file beside another one, opened; one that a killed process of the same number has left is kept."""
    for number in count():
        beside = path.with_name(f".{path.name[:32]}.{os.getpid()}-{number}")
        with suppress(FileExistsError):
            return beside, beside.open("xb")
    raise AssertionError  # pragma: no cover - `count()` does not end


@contextmanager
def _ends_later() -> Iterator[None]:
    """Delay signals that would end the process until a file is completely written, so that no temporary file is left.

    Signals that MkDocs or a plugin handles are left to their handlers. Only the main thread can set handlers; a
    build runs in it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in _DEADLY}
    ours = (signal.SIG_DFL, signal.default_int_handler)
    held = {number: handler for number, handler in handlers.items() if any(handler is one for one in ours)}
    for number in held:
        signal.signal(number, lambda given, _: came.append(given))
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


_DEADLY: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
