"""Writes files into the site folder completely or not at all."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Final

from mkdocs_journal.problems.catalogue import message


class UnwritableFileError(Exception):
    """A file cannot be written; the message says which and why."""


def digest(data: bytes) -> bytes:
    """Return a digest that shows later whether a file is unchanged."""
    return blake2b(data, digest_size=16).digest()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all.

    Raises:
        UnwritableFileError: It cannot be written; the old file is kept.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _ends_later():
            _replace(path, data)
    except OSError as error:
        raise UnwritableFileError(
            f"journal: {message('J901', path=path, reason=error.strerror or error)} (J901)"
        ) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:32]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_UMASK)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
    held = [number for number in _DEADLY if signal.getsignal(number) is signal.SIG_DFL]
    for number in held:
        signal.signal(number, lambda given, _: came.append(given))
    try:
        yield
    finally:
        for number in held:
            signal.signal(number, signal.SIG_DFL)
        for number in came:
            signal.raise_signal(number)


_DEADLY: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


_UMASK: Final = _umask()
