"""Feeds written as a build writes them, each by a writer of its own and without a limit of size."""

from __future__ import annotations

from mkdocs_journal.feeds.entry import Feed
from mkdocs_journal.feeds.writing import FeedWriter

NO_LIMIT = 1_000_000_000


def write_atom(feed: Feed) -> bytes:
    return FeedWriter("atom", NO_LIMIT)(feed)


def write_rss(feed: Feed) -> bytes:
    return FeedWriter("rss", NO_LIMIT)(feed)


def write_json_feed(feed: Feed) -> bytes:
    return FeedWriter("json", NO_LIMIT)(feed)
