"""Metadata for search engines and link previews: plain names, Open Graph and Twitter cards.

Sources: https://ogp.me/ and https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mkdocs_journal.metadata.elements import HeadElement, link, meta
from mkdocs_journal.metadata.facts import PageFacts, SiteFacts
from mkdocs_journal.text.moments import rfc3339

_TYPES: Final = {"post": "article", "profile": "profile"}
_LARGE: Final = 300
"""Minimum width in pixels for a large Twitter card."""


def plain_metadata(page: PageFacts, site: SiteFacts) -> Iterator[HeadElement]:
    """Yield the tags for search engines: description, canonical address, `noindex`."""
    if page.description:
        yield meta("name", "description", page.description)
    if site.url:
        yield link("canonical", page.url)
    if page.hidden:
        yield meta("name", "robots", "noindex")


def open_graph(page: PageFacts, site: SiteFacts) -> Iterator[HeadElement]:
    """Yield the tags for link previews; addresses only with `site_url`."""
    facts = {"type": _TYPES.get(page.kind, "website"), "title": page.title}
    facts |= {"description": page.description, "site_name": site.name, "locale": _locale(page, site)}
    if site.url:
        facts["url"] = page.url
    yield from (meta("property", f"og:{name}", value) for name, value in facts.items() if value)
    if page.kind == "post":
        yield from _article(page)
    image = page.image
    if image:
        size = {"width": str(image.width or ""), "height": str(image.height or "")}
        parts = {"": image.url, ":type": image.mime_type, **{f":{name}": value for name, value in size.items()}}
        parts[":alt"] = image.alt
        yield from (meta("property", f"og:image{name}", value) for name, value in parts.items() if value)
    yield from _card(page)


def _locale(page: PageFacts, site: SiteFacts) -> str:
    return (page.language or site.language).replace("-", "_")


def _article(page: PageFacts) -> Iterator[HeadElement]:
    if page.published:
        day = page.published.date().isoformat() if page.day_only else rfc3339(page.published)
        yield meta("property", "article:published_time", day)
    if page.updated:
        yield meta("property", "article:modified_time", rfc3339(page.updated))
    for author in page.authors:
        yield meta("property", "article:author", author.page or author.url or author.name)
    if page.section:
        yield meta("property", "article:section", page.section)
    for tag in page.tags:
        yield meta("property", "article:tag", tag)


def _card(page: PageFacts) -> Iterator[HeadElement]:
    image = page.image
    large = image is not None and (image.width >= _LARGE or not image.width)
    yield meta("name", "twitter:card", "summary_large_image" if large else "summary")
    yield meta("name", "twitter:title", page.title)
    if page.description:
        yield meta("name", "twitter:description", page.description)
    if image:
        yield meta("name", "twitter:image", image.url)
        if image.alt:
            yield meta("name", "twitter:image:alt", image.alt)
