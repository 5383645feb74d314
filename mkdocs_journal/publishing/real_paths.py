"""Where files really are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def real_path(path: Path | str) -> Path:
    """Return the absolute path that symbolic links lead to; a link that leads to itself stays as it is.

    `Path.resolve()` raises RuntimeError for such a link up to Python 3.12.
    """
    return Path(os.path.realpath(path))


def real_paths(paths: Mapping[str, str]) -> dict[str, str]:
    """Return where files really are, by their names; each folder is followed once, because a site has many files in one."""
    folder_of = cache(os.path.realpath)
    real = {
        name: os.path.join(folder_of(os.path.dirname(path)), os.path.basename(path))  # noqa: PTH118, PTH119, PTH120 - fast
        for name, path in paths.items()
    }
    return {name: os.path.realpath(path) if os.path.islink(path) else path for name, path in real.items()}  # noqa: PTH114
