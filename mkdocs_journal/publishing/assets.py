"""The templates and stylesheets that the package brings."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent.parent / "templates"
"""Appended to the theme's folders, so that a theme or the site's `custom_dir` can replace any file in it."""
STYLESHEET: Final = "assets/journal/journal.css"
"""Below the site; copied from `FOLDER`."""
FEED_STYLESHEET: Final = "assets/journal/feed.css"
"""Below the site; makes feeds readable in a browser."""
