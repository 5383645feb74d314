"""Where files really are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def real_path(path: Path | str) -> Path:
    """Return the absolute path that symbolic links lead to; a link that leads to itself stays as it is.

    `Path.resolve()` raises RuntimeError for such a link up to Python 3.12.
    """
    return Path(os.path.realpath(path))


def real_paths(paths: Iterable[str]) -> dict[str, str]:
    """Return where files really are, by their paths; each folder is followed once, because a site has many files in one."""
    folder_of = cache(os.path.realpath)
    real = {path: os.path.join(folder_of(os.path.dirname(path)), os.path.basename(path)) for path in paths}  # noqa: PTH118, PTH119, PTH120 - fast
    return {path: os.path.realpath(at) if os.path.islink(at) else at for path, at in real.items()}  # noqa: PTH114 - fast
