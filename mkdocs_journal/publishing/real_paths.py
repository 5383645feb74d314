"""Where files really are."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(path: Path | str) -> Path:
    """Return the absolute path that symbolic links lead to; a link that leads to itself stays as it is.

    `Path.resolve()` raises RuntimeError for such a link up to Python 3.12.
    """
    return Path(os.path.realpath(path))
