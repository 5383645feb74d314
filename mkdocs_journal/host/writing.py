"""Files of ours in the site folder, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Final

from mkdocs.exceptions import PluginError

from mkdocs_journal.problems.catalogue import message


def digest(data: bytes) -> bytes:
    """Return what tells whether a file is still as we wrote it."""
    return blake2b(data, digest_size=16).digest()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        PluginError: It cannot be written; what was there stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:32]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o666 & ~_UMASK)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PluginError(f"journal: {message('J901', path=path, reason=error.strerror or error)} (J901)") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


_UMASK: Final = _umask()
