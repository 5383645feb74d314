"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_journal.feeds.entry import Entry, Feed, Person, clean_text
from mkdocs_journal.text.moments import rfc3339


def write_json_feed(feed: Feed) -> bytes:
    """Return the feed as JSON Feed 1.1.

    Source: https://www.jsonfeed.org/version/1.1/
    """
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.feed_url,
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [_author(person) for person in feed.authors],
        "items": [_item(entry) for entry in feed.entries],
    }
    kept = {name: value for name, value in data.items() if value or name in {"items", "title"}}
    return (json.dumps(_cleaned(kept), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "image": entry.image.url if entry.image else "",
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(max(entry.updated, entry.published)),
        "authors": [_author(person) for person in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language,
    }
    return {name: value for name, value in item.items() if value or name == "content_html"}


def _author(person: Person) -> dict[str, str]:
    return {"name": person.name, **({"url": person.url} if person.url else {})}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return {name: _cleaned(item) for name, item in value.items()}
