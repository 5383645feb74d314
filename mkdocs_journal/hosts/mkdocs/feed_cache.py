"""Keeps the feeds of terms, which are many, for the next build of `mkdocs serve`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.feeds.site_pictures import icon_of, logo_of
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.journal_inputs import digest_of_text, inputs_of_journals
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.kept import Kept, UnknownValueError, key_of
from mkdocs_journal.publishing.publication import Publication


class FeedCache:
    """The feeds of terms of the previous build, by file."""

    def __init__(self) -> None:
        self._kept: Kept[bytes] = Kept()
        self._keys: dict[str, bytes] = {}
        """What the feeds of this build are made of."""

    def take(self, build: Build, config: MkDocsConfig) -> tuple[Publication, dict[str, bytes]]:
        """Return the journals without the feeds that are as in the previous build, and these.

        Args:
            build: The build; what feeds contain is final, and no other plugin changes their entries.
            config: The configuration of MkDocs.
        """
        publication, taken = build.publication, dict[str, bytes]()
        self._keys.clear()
        try:
            self._kept.begin(key_of(str(config.copyright), *inputs_of_journals(build)))
        except UnknownValueError:
            return publication, taken
        editions = [self._without(edition, publication, taken) for edition in publication.all]
        combined = editions.pop(0) if publication.combined else None
        return replace(publication, editions=tuple(editions), combined=combined), taken

    def _without(self, edition: Edition, publication: Publication, taken: dict[str, bytes]) -> Edition:
        options, routes = edition.options.feeds, publication.routes
        pictures = icon_of(options, routes, edition.site), logo_of(options, routes, edition.site)
        made: list[FeedRoute] = []
        for feed in edition.plan.term_feeds:
            self._keys[feed.file] = key = key_of(*pictures, *_texts(feed, edition))
            data = self._kept.get(feed.file, key)
            if data is None or routes.is_of_site(feed.file) or feed.copies:
                made.append(feed)
            else:
                taken[feed.file] = data
        return replace(edition, plan=edition.plan._replace(term_feeds=tuple(made)))

    def keep(self, file: str, data: bytes) -> None:
        """Keep a file if it is the feed of a term."""
        if key := self._keys.get(file):
            self._kept.keep(file, key, data, len(data))


def _texts(feed: FeedRoute, edition: Edition) -> Iterator[bytes]:
    """Yield digests of the texts of all posts that a feed can have."""
    return (digest_of_text(post, edition.owner_journal(post)) for post in edition.in_feeds(feed.archive))
