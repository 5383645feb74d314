"""Themes that link the previous and next page below each page."""

from __future__ import annotations

import re
from typing import Final

_START, _END, _BELOW = '<nav class="journal-around"', "</nav>", "</article>"
_HREF: Final = re.compile(r'\shref="([^"]*)"')


def with_neighbours_once(html: str, url: str) -> str:
    """Return a finished page without the links to the older and newer post, if the theme has them below the content.

    A theme that links the page itself there as well has a navigation of all pages below the content; the links stay.

    Args:
        html: The page of a post.
        url: Its URL.
    """
    start = html.find(_START)
    end = html.find(_END, start)
    below = html.find(_BELOW, end)
    if min(start, end, below) < 0:
        return html
    ours = set(_HREF.findall(html, start, end))
    if any(html.find(f'href="{link}"', below) < 0 for link in ours):  # in most themes; found at once
        return html
    theirs, itself = set(_HREF.findall(html, below)), ("./", ".", url.rpartition("/")[2] or "./")
    return html[:start] + html[end + len(_END) :] if ours <= theirs and theirs.isdisjoint(itself) else html
