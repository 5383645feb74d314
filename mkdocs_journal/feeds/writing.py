"""Writes feeds: each entry is written once per format, for all feeds that contain it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from mkdocs_journal.feeds.atom import atom_entry, atom_feed
from mkdocs_journal.feeds.entry import Entry, Feed, Person
from mkdocs_journal.feeds.json_feed import json_feed, json_item
from mkdocs_journal.feeds.rss import rss_feed, rss_item


class _Format(NamedTuple):
    entry: Callable[[Entry, Feed], bytes]
    feed: Callable[[Feed, Iterable[bytes]], bytes]


_FORMATS: Final[Mapping[str, _Format]] = {
    "atom": _Format(atom_entry, atom_feed),
    "rss": _Format(rss_item, rss_feed),
    "json": _Format(json_item, json_feed),
}


_Written = dict[tuple[int, bool], tuple[Entry, bytes]]
"""The bytes of each entry, by its identity, for comparing contents takes longer; with the entry, so that it keeps this
identity."""


class FeedWriter:
    """Writes the feeds of one format."""

    def __init__(self, name: str, max_bytes: int) -> None:
        """Start without entries.

        Args:
            name: `atom`, `rss` or `json`.
            max_bytes: The size of a feed from which on older entries contain only their excerpt.
        """
        self._format = _FORMATS[name]
        self._max_bytes = max_bytes
        self._written: dict[tuple[str, tuple[Person, ...]], _Written] = {}
        """The entries, by what they take from their feed."""

    def __call__(self, feed: Feed) -> bytes:
        """Return the bytes of a feed."""
        written = self._written.setdefault((feed.language, feed.authors), {})
        room = self._max_bytes
        entries = []
        for entry in feed.entries:
            if room >= 0:
                data = self._entry(entry, feed, written, whole=True)
                room -= len(data)
            if room < 0:  # this entry and all older ones
                data = self._entry(entry, feed, written, whole=False)
            entries.append(data)
        return self._format.feed(feed, entries)

    def _entry(self, entry: Entry, feed: Feed, written: _Written, *, whole: bool) -> bytes:
        key = (id(entry), whole)
        if key not in written:
            data = self._format.entry(entry if whole else replace(entry, excerpt_only=True), feed)
            written[key] = entry, data
        return written[key][1]
