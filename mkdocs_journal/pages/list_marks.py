"""The comments in the place of lists of posts in a rendered page."""

from __future__ import annotations

from typing import Final

START: Final = "<!-- journal-list "
"""What each of them begins with; its number follows."""
END: Final = " -->"


def has_lists(html: str) -> bool:
    """Return whether a rendered page has markers of lists."""
    return START in html
