"""Files as messages name them."""

from __future__ import annotations

import os
from pathlib import Path


def shown_path(path: Path | str) -> str:
    """Return a path as seen from where the command runs."""
    text, here = str(path), os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - called for every file: texts are fast
    return text[len(here) :].replace(os.sep, "/") if text.startswith(here) else text
