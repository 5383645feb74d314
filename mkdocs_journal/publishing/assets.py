"""The templates and stylesheets in the package."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent.parent / "templates"
"""Added after the theme's folders, so that a theme or the site's `custom_dir` can replace any file."""
STYLESHEET: Final = "assets/journal/journal.css"
"""Below the site; copied from `FOLDER`."""
FEED_STYLESHEET: Final = "assets/journal/feed.css"
"""The stylesheet of feeds, below the site; makes feeds readable in a browser."""
