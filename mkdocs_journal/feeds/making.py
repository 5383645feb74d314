"""Makes the feeds of all journals, and their links on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from importlib.metadata import version

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.feeds.entries import ChangeEntry, Entries
from mkdocs_journal.feeds.entry import NO_POST, Entry, Feed, Person
from mkdocs_journal.feeds.identity import stable_id
from mkdocs_journal.feeds.site_pictures import icon_of, logo_of
from mkdocs_journal.feeds.update_entries import with_updates
from mkdocs_journal.feeds.writing import FeedWriter
from mkdocs_journal.feeds.xml import with_stylesheet
from mkdocs_journal.metadata.head_elements import HeadElement, link
from mkdocs_journal.options.feed_values import FORMATS
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.archive_names import title_of
from mkdocs_journal.publishing.assets import FEED_STYLESHEET
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.title_texts import without_markup
from mkdocs_journal.urls.links import relative
from mkdocs_journal.urls.routes import Routes


def feed_links(publication: Publication, page: str, url: str) -> Iterator[HeadElement]:
    """Yield the feed links of a page: first of its own list of posts, then of the journal.

    Args:
        publication: The journals.
        page: The source path of the page.
        url: The URL of the page.
    """
    for edition in (edition for edition in publication.announced_on(page) if edition.options.feeds.announce):
        shown = edition.archive_pages.get(page)
        own = edition.feeds_of(shown.archive) if shown else ()
        for feeds in filter(None, (own, edition.feeds)):
            archive = feeds[0].archive
            for feed, mime_type, title in edition.once(("announced", archive.source), partial(_announced, feeds, edition)):
                yield _link(relative(feed, url), mime_type, title)


@lru_cache(maxsize=1024)
def _link(href: str, mime_type: str, title: str) -> HeadElement:
    """Return a feed link, which is the same on all pages of a depth."""
    return link("alternate", href, mime_type, title)


def _announced(feeds: Sequence[FeedRoute], edition: Edition) -> tuple[tuple[str, str, str], ...]:
    """Return URL, type and title of the feeds of one list of posts, as pages announce them."""
    title = feed_title(feeds[0].archive, edition)
    return tuple((feed.url, feed.mime_type, f"{title} ({feed.name})") for feed in feeds)


def feed_title(archive: Archive, edition: Edition) -> str:
    """Return the title of the feeds of a list of posts."""

    def make() -> str:
        journal = without_markup(title_of(archive, edition))
        return edition.labels("feed_title", site=plain_text(edition.site.name), journal=journal)

    title: str = edition.once(("feed title", archive.source), make)
    return title


def make_feeds(publication: Publication, change: ChangeEntry | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site folder and the bytes of every feed of every journal.

    Args:
        publication: The journals.
        change: Returns each entry as feeds get it, or None to leave it out.
    """
    routes = publication.routes
    entries = Entries(publication.all[0].site.url, publication.editions, change)
    for edition in publication.all:
        for feed_format in FORMATS:
            writer = FeedWriter(feed_format, edition.options.feeds.max_bytes)
            for route in (route for route in edition.plan.every_feed if route.format == feed_format):
                feed = _feed(route, edition, entries, routes)
                data = writer(feed)
                for file in (file for file in route.files if not routes.is_of_site(file)):
                    yield file, with_stylesheet(data, feed.stylesheet, relative(FEED_STYLESHEET, file))


def _feed(route: FeedRoute, edition: Edition, entries: Entries, routes: Routes) -> Feed:
    site = edition.site
    base = site.url
    term = route.archive.term
    feed = Feed(
        title=feed_title(route.archive, edition),
        subtitle=plain_text(term.description if term else site.description),
        url=absolute(edition.url(route.archive.source) if route.archive.source in edition.archive_files else "", base),
        feed_url=absolute(route.url, base),
        id=stable_id(route.url, base, edition.options),
        language=edition.language,
        copyright=plain_text(site.copyright),
        authors=(Person(plain_text(site.author)),) if site.author else (),
        entries=_entries(route, edition, entries),
        updated_without=edition.journal.posts[0].shown_date if edition.journal.posts else NO_POST,
        generator="mkdocs-journal",
        generator_version=_version(),
        hub=absolute(edition.options.feeds.hub or "", ""),
        icon=icon_of(edition.options.feeds, routes, site),
        logo=logo_of(edition.options.feeds, routes, site),
        stylesheet=relative(FEED_STYLESHEET, route.url),  # a preview has another host and other folders
    )
    return _linked(feed, route, edition, base)


def _entries(route: FeedRoute, edition: Edition, entries: Entries) -> tuple[Entry, ...]:
    """Return the entries of a feed: its posts, and their dated updates if `feeds.updates` is set."""
    made = (entries.of(post, edition) for post in _posts(route, edition))
    found = tuple(entry for entry in made if entry)
    if not edition.options.feeds.updates or route.page:
        return found
    updated = (post for post in edition.in_feeds(route.archive) if post.updates)
    updates = (entry for post in updated for entry in entries.updates_of(post, edition))
    return with_updates(found, updates, edition.options.feeds.limit)


def _posts(route: FeedRoute, edition: Edition) -> Sequence[Post]:
    posts = edition.in_feeds(route.archive)
    limit = edition.options.feeds.limit
    if not route.page:
        return posts[:limit]
    oldest = len(posts) - route.page * limit
    return posts[oldest : oldest + limit]


def _linked(feed: Feed, route: FeedRoute, edition: Edition, base: str) -> Feed:
    """Return a feed with links to the feeds of older and newer posts; feed readers show all of them as one."""
    urls = () if route.archive.term else edition.once(("older feeds", route.format), partial(_older, route, edition, base))
    if not urls:
        return feed
    if not route.page:
        return feed._replace(previous=urls[-1])
    current = next(other for other in edition.feeds if other.format == route.format)
    known = stable_id(current.url, base, edition.options)
    return feed._replace(
        id=known, previous="".join(urls[max(0, route.page - 2) : route.page - 1]), current=absolute(current.url, base)
    )


def _older(route: FeedRoute, edition: Edition, base: str) -> list[str]:
    """Return the addresses of the feeds of older posts of the same format, the oldest first."""
    return [absolute(other.url, base) for other in edition.plan.older_feeds if other.format == route.format]


@cache
def _version() -> str:
    return version("mkdocs-journal")
