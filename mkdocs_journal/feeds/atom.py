"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from mkdocs_journal.feeds.entry import Entry, Feed, Person
from mkdocs_journal.feeds.xml import HISTORY, document, element, lines, start
from mkdocs_journal.text.moments import rfc3339
from mkdocs_journal.text.title_texts import looks_like_markup


def atom_feed(feed: Feed, entries: Iterable[bytes]) -> bytes:
    """Return the feed with entries written by `atom_entry()`.

    Source: https://www.rfc-editor.org/rfc/rfc4287
    """
    return document(_head(feed), entries, ["</feed>"], stylesheet=feed.stylesheet)


def atom_entry(entry: Entry, feed: Feed) -> bytes:
    """Return one entry; only the language of the feed is used."""
    return lines(_entry(entry, feed))


def _head(feed: Feed) -> Iterator[str]:
    history = HISTORY if feed.is_archive else ""
    yield start("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:fh": history, "xml:lang": feed.language})
    yield element("id", feed.id)
    yield _text("title", feed.title)
    if feed.subtitle:
        yield _text("subtitle", feed.subtitle)
    yield element("link", attributes={"rel": "self", "type": "application/atom+xml", "href": feed.feed_url})
    yield element("link", attributes={"rel": "alternate", "type": "text/html", "href": feed.url})
    for rel, url in feed.links:
        yield element("link", attributes={"rel": rel, "href": url})
    if feed.icon:
        yield element("icon", feed.icon)
    if feed.logo:
        yield element("logo", feed.logo)
    yield element("updated", rfc3339(feed.updated))
    for person in feed.authors or (Person(feed.title),):  # RFC 4287 4.1.1: a feed or each entry has an author
        yield _person(person)
    if feed.copyright:
        yield _text("rights", feed.copyright)
    if feed.generator:
        yield element("generator", feed.generator, {"version": feed.generator_version})
    if feed.is_archive:
        yield element("fh:archive")


def _entry(entry: Entry, feed: Feed) -> Iterator[str]:
    yield start("entry", {"xml:lang": entry.language if entry.language != feed.language else ""})
    yield element("id", entry.id)
    yield _text("title", entry.title)
    yield element("link", attributes={"rel": "alternate", "type": "text/html", "href": entry.url})
    if entry.image:
        length = "" if entry.image.length is None else str(entry.image.length)
        image = {"rel": "enclosure", "type": entry.image.mime_type, "length": length, "href": entry.image.url}
        yield element("link", attributes=image)
    yield element("published", rfc3339(entry.published))
    yield element("updated", rfc3339(max(entry.updated, entry.published)))
    for person in entry.authors:
        yield _person(person)
    for category in entry.categories:
        yield element("category", attributes={"term": category})
    content = "" if entry.excerpt_only else entry.content
    if summary := entry.summary or ("" if content else entry.title):  # an entry needs text
        yield _text("summary", summary)
    if content:
        yield element("content", content, {"type": "html"})
    yield "</entry>"


def _text(name: str, text: str) -> str:
    """Return an element with plain text; a text that looks like HTML is written as escaped HTML."""
    if looks_like_markup(text):
        return element(name, escape(text, quote=False), {"type": "html"})
    return element(name, text)


def _person(person: Person) -> str:
    parts = [element("name", person.name)]
    if person.url:
        parts.append(element("uri", person.url))
    if person.email:
        parts.append(element("email", person.email))
    return "<author>" + "".join(parts) + "</author>"
