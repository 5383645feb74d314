"""Titles from headings: what the page shows, in every list, feed and head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs.structure.pages import Page

from mkdocs_journal.archives.archive import make_archives, pages_of
from mkdocs_journal.hosts.mkdocs.pages import themed
from mkdocs_journal.hosts.mkdocs.site import Build, Site
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.text.shown_heading import shown_heading


def note_title(html: str, page: Page, post: Post, site: Site) -> None:
    """Keep the heading of a rendered post as its title, unless its author gave one; to Jekyll a heading is no title.

    Until a page is rendered nobody knows what macros, abbreviations or references make of its heading.

    Args:
        html: The body as it was rendered.
        page: The page of the post; its title is changed.
        post: The post.
        site: Its journal, which collects the titles.
    """
    if post.titled_by == "key" or site.options.jekyll:
        return
    title = shown_heading(html)
    if title and (title, "heading") != (post.title, post.titled_by):
        site.shown_titles[post.source] = title
        page.meta["title"] = themed(title)


def with_shown_titles(build: Build) -> Build:
    """Return the build with the titles that were noted, once all pages are rendered."""
    titles = {source: title for site in build.sites for source, title in site.shown_titles.items()}
    if not titles:
        return build
    sites = tuple(_retitled(site, titles) if site.shown_titles else site for site in build.sites)
    homes = {post.source: site for site in sites for post in site.journal.posts}
    combined = replace(_retitled(build.combined, titles), homes=homes) if build.combined else None
    return replace(build, sites=sites, combined=combined)


def _retitled(site: Site, titles: Mapping[PurePosixPath, str]) -> Site:
    """Return a journal whose posts, lists and feeds have the given titles; nothing else of it changes."""

    def named(posts: Iterable[Post]) -> tuple[Post, ...]:
        found = ((post, titles.get(post.source)) for post in posts)
        return tuple(replace(post, title=title, titled_by="heading") if title else post for post, title in found)

    old = site.journal
    journal = replace(old, posts=named(old.posts), unlisted=named(old.unlisted), withheld=named(old.withheld))
    archives = make_archives(journal, site.options, with_feeds=site.archives.subscribe is not None)
    by_source = {archive.source: archive for archive in archives.all()}
    pages = {page.source: page for archive in by_source.values() for page in pages_of(archive)}

    def of_new(feeds: Iterable[FeedRoute]) -> tuple[FeedRoute, ...]:
        return tuple(replace(feed, archive=by_source[feed.archive.source]) for feed in feeds)

    return replace(
        site,
        journal=journal,
        archives=archives,
        feeds=of_new(site.feeds),
        older_feeds=of_new(site.older_feeds),
        term_feeds=of_new(site.term_feeds),
        archive_files={source: (file, pages[source]) for source, (file, _) in site.archive_files.items()},
    )
