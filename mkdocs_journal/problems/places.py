"""Files as messages name them."""

from __future__ import annotations

import os
from pathlib import Path


def working_folder() -> str:
    """Return the folder in which the command runs, or "" if that was deleted meanwhile."""
    try:
        return os.getcwd()  # noqa: PTH109 - called for every file: texts are fast
    except FileNotFoundError:
        return ""


def shown_path(path: Path | str) -> str:
    """Return a path as seen from where the command runs."""
    text, here = str(path), working_folder()
    below = os.path.join(here, "")  # noqa: PTH118 - called for every file: texts are fast
    return text[len(below) :].replace(os.sep, "/") if here and text.startswith(below) else text
