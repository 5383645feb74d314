"""Dated updates inside posts as entries of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_journal.feeds.entry import Entry
from mkdocs_journal.posts.model import Post


def with_updates(entries: Iterable[Entry], updates: Iterable[Entry], limit: int) -> tuple[Entry, ...]:
    """Return the newest entries of a feed with posts and their dated updates, newest first.

    Args:
        entries: The entries of posts.
        updates: The entries of the updates of its posts.
        limit: The number of entries of the feed.
    """
    return tuple(sorted((*entries, *updates), key=lambda entry: entry.published, reverse=True)[:limit])


def update_entries(post: Post, entry: Entry) -> tuple[Entry, ...]:
    """Return an entry for each dated update of a post: what changed, with a link to the place.

    Args:
        post: The post.
        entry: Its own entry.
    """
    return tuple(
        replace(
            entry,
            id=f"{entry.id}{'-' if '#' in entry.id else '#'}{update.anchor}",
            url=entry.url if "#" in entry.url else f"{entry.url}#{update.anchor}",
            title=f"{entry.title}: {update.text or update.date.date().isoformat()}",
            published=update.date,
            updated=update.date,
            summary=update.text or entry.summary,
            content="",
            excerpt_only=True,
            image=None,
        )
        for update in post.updates
    )
