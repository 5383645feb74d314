"""Takes titles from rendered headings, for every list, feed and head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs_journal.archives.archive import make_archives, pages_of
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.publication import Publication, published_together
from mkdocs_journal.text.shown_heading import shown_heading


def shown_title(html: str, post: Post, edition: Edition) -> str:
    """Return the heading of a rendered post if it differs from its title; empty if the title stays.

    Macros, abbreviations and references in a heading are known only once the page is rendered. A title in the front
    matter is kept, and with `compat: jekyll` a heading is not a title.

    Args:
        html: The rendered body.
        post: The post.
        edition: Its journal.
    """
    if post.titled_by == "key" or edition.options.jekyll:
        return ""
    title = shown_heading(html)
    return title if title and (title, "heading") != (post.title, post.titled_by) else ""


def with_shown_titles(publication: Publication, titles: Mapping[PurePosixPath, str]) -> Publication:
    """Return the publication with the titles shown on the pages, given by the source of their post."""
    if not titles:
        return publication
    editions = [
        _retitled(edition, titles) if any(post.source in titles for post in edition.posts.values()) else edition
        for edition in publication.editions
    ]
    combined = _retitled(publication.combined, titles) if publication.combined else None
    return published_together(editions, combined, publication)


def _retitled(edition: Edition, titles: Mapping[PurePosixPath, str]) -> Edition:
    """Return a journal whose posts, archives and feeds have the given titles."""

    def named(posts: Iterable[Post]) -> tuple[Post, ...]:
        found = ((post, titles.get(post.source)) for post in posts)
        return tuple(replace(post, title=title, titled_by="heading") if title else post for post, title in found)

    old, plan = edition.journal, edition.plan
    journal = replace(old, posts=named(old.posts), unlisted=named(old.unlisted), withheld=named(old.withheld))
    archives = make_archives(journal, plan.options, with_feeds=plan.archives.subscribe is not None)
    by_source = {archive.source: archive for archive in archives.all()}
    pages = {page.source: page for archive in by_source.values() for page in pages_of(archive)}

    def of_new(feeds: Iterable[FeedRoute]) -> tuple[FeedRoute, ...]:
        return tuple(feed._replace(archive=by_source[feed.archive.source]) for feed in feeds)

    return replace(
        edition,
        plan=plan._replace(
            journal=journal,
            archives=archives,
            feeds=of_new(plan.feeds),
            older_feeds=of_new(plan.older_feeds),
            term_feeds=of_new(plan.term_feeds),
        ),
        archive_files={source: (file, pages[source]) for source, (file, _) in edition.archive_files.items()},
    )
