"""The templates and stylesheets in the package."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile

FOLDER: Final = Path(__file__).parent.parent / "templates"
"""Added after the theme's folders, so that a theme or the site's `custom_dir` can replace any file."""
STYLESHEET: Final = "assets/journal/journal.css"
"""Below the site; copied from `FOLDER`."""
FEED_STYLESHEET: Final = "assets/journal/feed.css"
"""The stylesheet of feeds, below the site; makes feeds readable in a browser."""


def in_place_of_folders(files: Iterable[OutputFile]) -> dict[str, Problem]:
    """Return the stylesheets that cannot be written because a file of the site has the name of a folder above them.

    Args:
        files: Every file of the site.

    Returns:
        The problem of each such stylesheet, by its file.
    """
    above = {str(folder) for folder in PurePosixPath(STYLESHEET).parents}
    found = next((file for file in files if file.destination in above and not file.left_out), None)
    if found is None:
        return {}
    clash = problem("J531", Place(found.shown), "file", url=f"/{found.destination}", other=f"the folder of /{STYLESHEET}")
    return dict.fromkeys((STYLESHEET, FEED_STYLESHEET), clash)
