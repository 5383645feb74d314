"""Pictures as templates see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_journal.publishing.site_images import SiteImage


@dataclass(slots=True, unsafe_hash=True)
class PictureView:
    """A picture of a post or of an author."""

    url: str
    """Relative to the page, or an address elsewhere."""
    width: int
    """In pixels; 0: not known."""
    height: int
    alt: str = ""


def picture_view(image: SiteImage | None, link: Callable[[str], str]) -> PictureView | None:
    """Return a picture, or None if there is none; `link` makes the link of a page to a URL below the site."""
    if image is None:
        return None
    width, height = image.size or (0, 0)
    return PictureView(link(image.url) if image.file else image.url, width, height, image.alt)
