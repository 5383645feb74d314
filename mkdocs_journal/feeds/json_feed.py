"""JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkdocs_journal.feeds.entry import Entry, Feed, Image, Person, clean_text
from mkdocs_journal.text.moments import rfc3339


def json_feed(feed: Feed, items: Iterable[bytes]) -> bytes:
    """Return the feed with items written by `json_item()`.

    Source: https://www.jsonfeed.org/version/1.1/
    """
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.feed_url,
        "description": feed.subtitle,
        "next_url": feed.previous,
        "icon": feed.logo,
        "favicon": feed.icon,
        "language": feed.language,
        "authors": [_author(person) for person in feed.authors],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
    }
    head = _text({name: value for name, value in data.items() if value or name == "title"})
    written = b",\n  ".join(items)
    inside = b"[\n  " + written + b"\n ]" if written else b"[]"
    return head.removesuffix(b"\n}") + b',\n "items": ' + inside + b"\n}\n"


def json_item(entry: Entry, feed: Feed) -> bytes:
    """Return one item; only the language of the feed is used."""
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text" if entry.excerpt_only else "content_html": entry.summary if entry.excerpt_only else entry.content,
        "summary": entry.summary,
        "image": entry.image.url if entry.image else "",
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(max(entry.updated, entry.published)),
        "authors": [_author(person) for person in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language if entry.language != feed.language else "",
        "attachments": _attachments(entry.image),
    }
    kept = {name: value for name, value in item.items() if value or name.startswith("content_")}
    return _text(kept).replace(b"\n", b"\n  ")  # every line end in it is between values


def _text(value: dict[str, Any]) -> bytes:
    return json.dumps(_cleaned(value), ensure_ascii=False, indent=1).encode("utf-8")


def _author(person: Person) -> dict[str, str]:
    return {"name": person.name, **({"url": person.url} if person.url else {})}


def _attachments(image: Image | None) -> list[dict[str, Any]]:
    if image is None or not image.mime_type:
        return []
    size = {} if image.length is None else {"size_in_bytes": image.length}
    return [{"url": image.url, "mime_type": image.mime_type, **size}]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return value if isinstance(value, int) else {name: _cleaned(item) for name, item in value.items()}
