"""The posts and pages that the front matter of a post names."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple


class FrontLink(NamedTuple):
    """A link of the key `links`."""

    title: str
    """As written, or empty."""
    source: str = ""
    """The page or file that it leads to; empty: it leads elsewhere, or nowhere."""
    url: str = ""
    """Below the site if there is a `source`, else an address; empty for a heading of `parts`."""
    tail: str = ""
    """Query and fragment of a link to a `source`."""
    parts: tuple[FrontLink, ...] = ()


class FrontLinks(NamedTuple):
    """What the front matter of a post links."""

    related: tuple[PurePosixPath, ...] = ()
    """The sources of posts."""
    links: tuple[FrontLink, ...] = ()
