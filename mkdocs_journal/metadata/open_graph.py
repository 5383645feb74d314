"""Metadata for search engines and link previews: plain names, Open Graph and Twitter cards.

Sources: https://ogp.me/ and https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
"""

from __future__ import annotations

from typing import Final

from mkdocs_journal.metadata.facts import ImageFacts, PageFacts, SiteFacts
from mkdocs_journal.metadata.head_elements import HeadElement, link, meta
from mkdocs_journal.text.moments import rfc3339

Facts = tuple[tuple[str, str], ...]
"""Names and values; what is empty is left out."""
_TYPES: Final = {"post": "article", "profile": "profile"}
_LARGE: Final = 300
"""Minimum width in pixels for a large Twitter card."""


def plain_metadata(page: PageFacts, site: SiteFacts) -> list[HeadElement]:
    """Return the tags for search engines: description, canonical address, `noindex`."""
    found = [meta("name", "description", page.description)] if page.description else []
    if site.url:
        found.append(link("canonical", page.url))
    if page.hidden:
        found.append(meta("name", "robots", "noindex"))
    return found


def open_graph(page: PageFacts, site: SiteFacts) -> list[HeadElement]:
    """Return the tags for link previews; addresses only with `site_url`."""
    image = page.image
    parts = [*_page(page, site), *(_article(page) if page.kind == "post" else ()), *(_image(image) if image else ())]
    found = [meta("property", name, value) for name, value in parts if value]
    return [*found, *(meta("name", name, value) for name, value in _card(page) if value)]


def _page(page: PageFacts, site: SiteFacts) -> Facts:
    return (
        ("og:type", _TYPES.get(page.kind, "website")),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:site_name", site.name),
        ("og:locale", (page.language or site.language).replace("-", "_")),
        ("og:url", page.url if site.url else ""),
    )


def _article(page: PageFacts) -> Facts:
    return (
        ("article:published_time", page.published_text),
        ("article:modified_time", rfc3339(page.updated) if page.updated else ""),
        *[("article:author", author.page or author.url or author.name) for author in page.authors],
        ("article:section", page.section),
        *[("article:tag", tag) for tag in page.tags],
    )


def _image(image: ImageFacts) -> Facts:
    return (
        ("og:image", image.url),
        ("og:image:type", image.mime_type),
        ("og:image:width", str(image.width or "")),
        ("og:image:height", str(image.height or "")),
        ("og:image:alt", image.alt),
    )


def _card(page: PageFacts) -> Facts:
    image = page.image
    large = image is not None and (image.width >= _LARGE or not image.width)
    return (
        ("twitter:card", "summary_large_image" if large else "summary"),
        ("twitter:title", page.title),
        ("twitter:description", page.description),
        ("twitter:image", image.url if image else ""),
        ("twitter:image:alt", image.alt if image else ""),
    )
