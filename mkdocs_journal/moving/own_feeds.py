"""Feeds that a Jekyll site writes by a template of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

_ROOT: Final = re.compile(r"<(feed|rss)\b")
_POSTS: Final = re.compile(r"\bin\s+site\.posts\b(?:[^%]*?\blimit:\s*(\d{1,4}))?")
_ID: Final = re.compile(r"<(?:id|guid)\b[^<>]*>[^<]*?\bpost\.(id|url)\b")


@dataclass(frozen=True, slots=True)
class OwnFeed:
    """A feed of the posts."""

    url: str
    """Below the site, without a leading slash."""
    form: str
    """`atom` or `rss`."""
    limit: int | None
    """How many posts it has; None: all, or it does not say it."""
    ids: str
    """What its IDs are made of, as the option `feeds.ids` names it, or empty."""


def own_feed(url: str, template: str) -> OwnFeed | None:
    """Return the feed that a template makes, or None if it makes another file.

    Args:
        url: Where it is published.
        template: Its Liquid.
    """
    root, posts, entry = _ROOT.search(template), _POSTS.search(template), _ID.search(template)
    if not root or not posts:
        return None
    limit = int(posts[1]) if posts[1] else None
    ids = {"id": "jekyll-feed", "url": "url"}[entry[1]] if entry else ""
    return OwnFeed(url, "atom" if root[1] == "feed" else "rss", limit or None, ids)


def feed_options(feeds: Iterable[OwnFeed], others: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the options below `feeds` that keep the addresses and IDs of feeds; of two of one kind those of the first.

    Args:
        feeds: The feeds that the site has.
        others: Where the journal writes its feeds, by their kind; one at whose address the site has another is left out.
    """
    options: dict[str, Any] = {}
    for feed in feeds:
        options.setdefault(feed.form, f"/{feed.url}")
        if feed.limit:
            options.setdefault("limit", feed.limit)
        if feed.ids:
            options.setdefault("ids", feed.ids)
    return {**{form: False for form, path in others.items() if path in options.values()}, **options}
