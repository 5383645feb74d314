"""The feeds of all journals: announced on pages and written at the end of a build."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.feeds.entry import Entry, Feed, Person
from mkdocs_journal.feeds.identity import known_by, proposed_base
from mkdocs_journal.feeds.updates import with_updates
from mkdocs_journal.feeds.writing import FeedWriter
from mkdocs_journal.hosts.mkdocs.config import site_path
from mkdocs_journal.hosts.mkdocs.feed_entries import Entries
from mkdocs_journal.hosts.mkdocs.feed_pictures import icon_of, logo_of
from mkdocs_journal.hosts.mkdocs.site import Build, Site
from mkdocs_journal.hosts.mkdocs.templates import FEED_STYLESHEET
from mkdocs_journal.hosts.mkdocs.views import title_of
from mkdocs_journal.hosts.mkdocs.writing import digest, write_whole
from mkdocs_journal.language.dates import language_tag
from mkdocs_journal.metadata.head import HeadLink
from mkdocs_journal.options.feed_values import FORMATS
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.titles import without_markup
from mkdocs_journal.urls.links import relative
from mkdocs_journal.urls.routes import Routes

_PREVIEWS: Final = ("READTHEDOCS_CANONICAL_URL", "DEPLOY_PRIME_URL", "DEPLOY_URL", "CF_PAGES_URL")
"""Variables in which hosts say the address of one version or preview of a site."""


def feed_links(build: Build, page: Page, config: MkDocsConfig) -> Iterator[HeadLink]:
    """Yield what announces feeds on a page: those of its own list of posts, then those of the journal."""
    for site in build.announced_on(page.file):
        shown = site.archive_pages.get(page.file.src_uri)
        own = site.feeds_of(shown.archive) if shown else ()
        for feeds in filter(None, (own, site.feeds)):
            title = feed_title(feeds[0].archive, site, config)
            for feed in feeds:
                yield HeadLink("alternate", relative(feed.url, page.url), feed.mime_type, f"{title} ({feed.name})")


def feed_title(archive: Archive, site: Site, config: MkDocsConfig) -> str:
    """Return the title of the feeds of a list of posts."""
    return site.labels("feed_title", site=plain_text(config.site_name), journal=without_markup(title_of(archive, site)))


def write_feeds(build: Build, config: MkDocsConfig) -> None:
    """Write every feed of every journal.

    Raises:
        PluginError: A feed cannot be written; its old version stays.
    """
    entries = Entries(config, build.sites)
    for site in build.all:
        for form in FORMATS:
            writer = FeedWriter(form, site.options.feeds.max_bytes)
            for route in (route for route in site.every_feed if route.format == form):
                data = writer(_feed(route, site, entries, config, build.routes))
                for file in (file for file in route.files if not build.routes.is_of_site(file)):
                    write_whole(Path(config.site_dir, file), data)
                    build.written[file] = digest(data)


def _feed(route: FeedRoute, site: Site, entries: Entries, config: MkDocsConfig, routes: Routes) -> Feed:
    base = site_path(config)
    term = route.archive.term
    feed = Feed(
        title=feed_title(route.archive, site, config),
        subtitle=plain_text(term.description if term else config.site_description or ""),
        url=absolute(site.url(route.archive.source) if route.archive.source in site.archive_files else "", base),
        feed_url=absolute(route.url, base),
        id=known_by(route.url, base, site.options),
        language=language_tag(str(site.locale)),
        copyright=plain_text(config.copyright or ""),
        authors=(Person(plain_text(config.site_author)),) if config.site_author else (),
        entries=_entries(route, site, entries),
        generator="mkdocs-journal",
        generator_version=_version(),
        hub=absolute(site.options.feeds.hub or "", ""),
        icon=icon_of(site.options.feeds, routes, config),
        logo=logo_of(site.options.feeds, routes, config),
        stylesheet=absolute(FEED_STYLESHEET, base),
    )
    return _linked(feed, route, site, base)


def _entries(route: FeedRoute, site: Site, entries: Entries) -> tuple[Entry, ...]:
    """Return the entries of a feed: its posts, and their dated updates where these are asked for."""
    found = tuple(entries.of(post, site) for post in _posts(route, site))
    if not site.options.feeds.updates or route.page:
        return found
    updated = ((post, entries.of(post, site)) for post in site.in_feeds(route.archive) if post.updates)
    return with_updates(found, updated, site.options.feeds.limit)


def _posts(route: FeedRoute, site: Site) -> Sequence[Post]:
    posts = site.in_feeds(route.archive)
    limit = site.options.feeds.limit
    if not route.page:
        return posts[:limit]
    oldest = len(posts) - route.page * limit
    return posts[oldest : oldest + limit]


def _linked(feed: Feed, route: FeedRoute, site: Site, base: str) -> Feed:
    """Return a feed with links to those of older and newer posts, which are one feed to readers."""
    urls = [absolute(other.url, base) for other in site.older_feeds if other.format == route.format]
    if not urls or route.archive.term:
        return feed
    if not route.page:
        return replace(feed, previous=urls[-1])
    current = next(other for other in site.feeds if other.format == route.format)
    known = known_by(current.url, base, site.options)
    return replace(feed, id=known, previous="".join(urls[: route.page - 1][-1:]), current=absolute(current.url, base))


@cache
def _version() -> str:
    return version("mkdocs-journal")


def changing_ids(build: Build, config: MkDocsConfig) -> str:
    """Return what is told of a site whose address differs from version to version, or empty."""
    url = config.site_url or ""
    posts = [post for site in build.all for post in site.journal.posts if site.feeds and not site.options.feeds.id_base]
    if not posts or not _is_one_of_many(url, config):
        return ""
    year = min(post.shown_date.year for post in posts)
    return message("J807", url=url, base=proposed_base(url, year, versions=_versions()))


def _versions() -> tuple[str, ...]:
    """Return what Read the Docs or mike calls the version that is being built."""
    mike = os.environ.get("MIKE_DOCS_VERSION", "")
    try:
        told = json.loads(mike)
    except ValueError:
        told = mike
    names = (told.get("version"), *told.get("aliases", ())) if isinstance(told, dict) else (told,)
    return tuple(str(name) for name in (*names, os.environ.get("READTHEDOCS_VERSION")) if name)


def _is_one_of_many(url: str, config: MkDocsConfig) -> bool:
    if "mike" in config.plugins:
        return config.plugins["mike"].config.get("canonical_version") is None
    return any(url.startswith(os.environ.get(name) or "\n") for name in _PREVIEWS)
