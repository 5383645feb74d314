"""The comments in the place of lists of posts in a rendered page."""

from __future__ import annotations


def has_lists(html: str) -> bool:
    """Return whether a rendered page has markers of lists."""
    return "<!-- journal-list " in html
