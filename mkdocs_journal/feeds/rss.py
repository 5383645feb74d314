"""RSS 2.0, with common modules: Atom's self link, Dublin Core's creator, content and media."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from mkdocs_journal.feeds.entry import Entry, Feed
from mkdocs_journal.feeds.xml import HISTORY, document, element, lines, start
from mkdocs_journal.text.moments import in_zone, rfc3339
from mkdocs_journal.text.title_texts import looks_like_markup

_NAMESPACES: Final = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}

_TAG: Final = re.compile("<[A-Za-z]")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif")
"""Picture formats that RSS allows."""


def rss_feed(feed: Feed, items: Iterable[bytes]) -> bytes:
    """Return the feed with items written by `rss_item()`.

    Source: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
    """
    return document(_head(feed), items, ["</channel>", "</rss>"], stylesheet=feed.stylesheet)


def rss_item(entry: Entry, feed: Feed) -> bytes:
    """Return one item; only the authors of the feed are used."""
    return lines(_item(entry, feed))


def _head(feed: Feed) -> Iterator[str]:
    yield start("rss", {**_NAMESPACES, "xmlns:fh": HISTORY if feed.is_archive else "", "xml:lang": feed.language})
    yield "<channel>"
    yield _plain("title", feed.title)
    yield element("link", feed.url)
    yield _plain("description", feed.subtitle or feed.title)
    self_link = {"rel": "self", "type": "application/rss+xml", "href": feed.feed_url}
    yield element("atom:link", attributes=self_link)
    for rel, url in feed.links:
        yield element("atom:link", attributes={"rel": rel, "href": url})
    if feed.language:
        yield element("language", feed.language)
    if feed.copyright:
        yield _plain("copyright", feed.copyright)
    if feed.entries:
        yield element("lastBuildDate", _rfc822(feed.updated))
    if feed.generator:
        yield element("generator", f"{feed.generator} {feed.generator_version}".strip())
    if feed.logo.lower().endswith(_PICTURES):
        image = (element("url", feed.logo), _plain("title", feed.title), element("link", feed.url))
        yield "<image>" + "".join(image) + "</image>"
    if feed.is_archive:
        yield element("fh:archive")


def _item(entry: Entry, feed: Feed) -> Iterator[str]:
    yield "<item>"
    yield _plain("title", entry.title)
    yield element("link", entry.url)
    yield element("guid", entry.id, {"isPermaLink": "true" if entry.id == entry.url else "false"})
    yield element("pubDate", _rfc822(entry.published))
    if entry.updated > entry.published:
        yield element("atom:updated", rfc3339(entry.updated))
    for person in entry.authors or feed.authors:
        yield element("dc:creator", person.name)
    for category in entry.categories:
        yield _plain("category", category)
    if entry.image and entry.image.length is not None:
        image = {"url": entry.image.url, "length": str(entry.image.length), "type": entry.image.mime_type}
        yield element("enclosure", attributes=image)
    elif entry.image:
        yield element(
            "media:content", attributes={"url": entry.image.url, "medium": "image", "type": entry.image.mime_type}
        )
    content = "" if entry.excerpt_only else entry.content
    if entry.summary:
        yield element("description", _escaped_once(entry.summary))
    if content:  # the module requires a description; without one the content is used
        yield element("content:encoded" if entry.summary else "description", content)
    yield "</item>"


def _plain(name: str, text: str) -> str:
    """Return an element with plain text; `<` and `&` are written as the RSS profile requires.

    Source: https://www.rssboard.org/rss-profile#data-types-characterdata
    """
    written = element(name, text)
    if looks_like_markup(text) or _TAG.search(text):
        return written.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")
    return written


def _escaped_once(text: str) -> str:
    """Return plain text as HTML, since RSS readers treat a description as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _rfc822(moment: datetime) -> str:
    """Return a moment in RFC 822 format, with a four-digit year."""
    offset = moment.utcoffset() or timedelta()
    return format_datetime(in_zone(moment, UTC) if offset % timedelta(minutes=1) else moment)
