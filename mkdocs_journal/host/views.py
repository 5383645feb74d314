"""What templates see: plain values, links relative to the page that shows them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup

from mkdocs_journal.archives.archive import Archive, ArchivePage
from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.feeds.routes import FeedRoute
from mkdocs_journal.history.changes import FileHistory
from mkdocs_journal.history.stamps import people_of
from mkdocs_journal.host.site import Site
from mkdocs_journal.language.dates import day_text, month_text
from mkdocs_journal.model import Post, Term, Update
from mkdocs_journal.text.excerpt import cut_excerpt
from mkdocs_journal.urls.links import moved, relative


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str
    """Relative to the page; empty: no link."""
    count: int = 0
    """Posts behind it."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed."""

    name: str
    """`Atom`, `RSS` or `JSON Feed`."""
    url: str
    """Relative to the page."""
    mime_type: str
    address: str
    """With the host, for copying."""


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The feeds of one tag, category, author or series; or all of a kind, one below the other."""

    name: str
    feeds: tuple[FeedView, ...] = ()
    parts: tuple[FeedGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day."""

    iso: str
    """For machines: `2024-11-12`, or with time and offset if the author gave them."""
    text: str
    """As the language writes it."""


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A dated update inside a post."""

    day: Stamp
    text: str
    """What changed, or empty."""
    url: str
    """Where it stands on the page of the post, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStamp:
    """What Git knows about a page; what is not to be shown or not known is empty."""

    created: Stamp | None
    updated: Stamp | None
    people: tuple[str, ...]
    uncommitted: bool
    """Whether its text is another than that of the last commit; in `serve` only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post as templates see it."""

    title: str
    url: str
    date: Stamp | None
    updated: Stamp | None
    """Only if the day is another than the date's."""
    authors: tuple[Link, ...]
    tags: tuple[Link, ...]
    categories: tuple[Link, ...]
    series: tuple[Link, ...]
    description: str
    pinned: bool
    """Whether its author wants it to stand first on the landing page."""
    state: str
    """`published`, `unlisted`, `draft`, `scheduled` or `unpublished`."""
    updates: tuple[UpdateView, ...] = ()
    """The dated updates inside the post, newest first."""
    uncommitted: bool = False
    """Whether its text is another than that of the last commit; in `serve` only."""
    excerpt: str = ""
    """`Markup`; only in lists with excerpts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page of an archive stands among the others."""

    number: int
    of: int
    newer: str
    """Link to the page before, or empty."""
    older: str
    pages: tuple[Link, ...]


def title_of(archive: Archive, site: Site) -> str:
    """Return the heading of an archive."""
    labels = site.labels
    if archive.kind == "index":
        return site.title
    if archive.kind == "subscribe":
        return labels("subscribe")
    if archive.kind.startswith("all_"):
        return labels(archive.kind.removeprefix("all_"))
    return labels(_HEADINGS[archive.kind], name=name_of(archive, site))


_HEADINGS = {
    "year": "year_archive",
    "month": "month_archive",
    "tags": "tag_archive",
    "categories": "category_archive",
    "authors": "author_archive",
    "series": "series_archive",
}


def name_of(archive: Archive, site: Site) -> str:
    """Return the name of an archive in a list of archives."""
    if archive.kind == "month":
        return month_text(int(archive.name[:4]), int(archive.name[5:]), site.locale)
    return archive.name or title_of(archive, site)


def post_view(post: Post, site: Site, base: str, *, with_excerpt: bool = False) -> PostView:
    """Return a post as a template on the page at `base` sees it."""
    url = site.url(post.source)
    excerpt = ""
    if with_excerpt and post.excerpt:
        excerpt = Markup("<p>{}</p>").format(post.excerpt)
    elif with_excerpt and post.source in site.html:
        excerpt = Markup(moved(cut_excerpt(site.html[post.source]), url, base))  # noqa: S704 - from the page's own HTML
    kinds = {kind: _term_links(kind, post, site, base) for kind in site.journal.taxonomies}
    return PostView(
        title=post.title,
        url=site.link(post, base),
        date=_stamp(post.date, site, day_only=post.day_only),
        updated=_stamp(updated_on(post), site, day_only=True),
        authors=kinds["authors"],
        tags=kinds["tags"],
        categories=kinds["categories"],
        series=kinds["series"],
        description=post.description,
        pinned=post.pin,
        state=post.state.value,
        updates=tuple(_update(update, site) for update in post.updates),
        uncommitted=post.source in site.uncommitted,
        excerpt=excerpt,
    )


def _stamp(date: datetime | None, site: Site, *, day_only: bool) -> Stamp | None:
    if date is None:
        return None
    iso = date.date().isoformat() if day_only else date.isoformat()
    return Stamp(iso, day_text(date, site.locale))


def _update(update: Update, site: Site) -> UpdateView:
    day = Stamp(update.date.date().isoformat(), day_text(update.date, site.locale))
    return UpdateView(day, update.text, f"#{update.anchor}" if update.anchor else "")


def with_reachable_updates(view: PostView, body: str) -> PostView:
    """Return a post whose updates are linked only if they have an anchor: without the extension a box is plain text."""
    updates = (one if f'id="{one.url[1:]}"' in body else replace(one, url="") for one in view.updates)
    return replace(view, updates=tuple(updates))


def page_stamp(history: FileHistory, show: Collection[str], site: Site, *, serving: bool) -> PageStamp | None:
    """Return what is shown of the history of a page, or None if that is nothing."""
    changed = None if history.uncommitted else history.updated
    stamp = PageStamp(
        created=_stamp(history.created, site, day_only=True) if "created" in show else None,
        updated=_stamp(changed, site, day_only=True) if "updated" in show else None,
        people=people_of(history) if "people" in show else (),
        uncommitted=serving and history.uncommitted,
    )
    return stamp if stamp.created or stamp.updated or stamp.people or stamp.uncommitted else None


def updated_on(post: Post) -> datetime | None:
    """Return when the text of a post last changed, if that is another day than the post's."""
    if post.last_updated is None or (post.date and post.last_updated.date() == post.date.date()):
        return None
    return post.last_updated


def _term_links(kind: str, post: Post, site: Site, base: str) -> tuple[Link, ...]:
    """Return the terms of a post; of one that no list shows the names without a link where there is no archive."""
    terms = site.journal.taxonomies[kind].of(post)
    if post.state.value == "published":
        return tuple(Link(term.name, _term_url(term, site, base)) for term in terms)
    known = {term.name: _term_url(term, site, base) for term in terms}
    labels = [author.name for author in post.authors] if kind == "authors" else list(getattr(post, kind))
    return tuple(Link(label, known.get(label, "")) for label in labels)


def _term_url(term: Term, site: Site, base: str) -> str:
    source = site.sources_of_terms.get(term)
    return relative(site.url(source), base) if source else ""


def archive_links(archives: tuple[Archive, ...], site: Site, base: str) -> tuple[Link, ...]:
    """Return links to archives with the number of their posts, as far as they are published."""
    return tuple(
        Link(name_of(archive, site), relative(site.url(archive.source), base), len(archive.posts))
        for archive in archives
        if archive.source in site.archive_files
    )


def feed_views(feeds: tuple[FeedRoute, ...], site: Site, base: str) -> tuple[FeedView, ...]:
    """Return feeds as a template on the page at `base` sees them."""
    return tuple(
        FeedView(feed.name, relative(feed.url, base), feed.mime_type, absolute(feed.url, site.site_url)) for feed in feeds
    )


def feed_groups(site: Site, base: str) -> tuple[FeedGroup, ...]:
    """Return the feeds of terms, kind by kind."""
    groups = []
    for kind in site.archives.kinds.values():
        terms = ((part, feed_views(site.feeds_of(part), site, base)) for part in kind.parts)
        parts = tuple(FeedGroup(name_of(part, site), feeds) for part, feeds in terms if feeds)
        if parts:
            groups.append(FeedGroup(title_of(kind, site), parts=parts))
    return tuple(groups)


def pager(page: ArchivePage, site: Site, base: str) -> Pager:
    """Return where a page stands among those of its archive."""
    urls = {n: relative(site.url(source), base) for n, source in site.pages_of(page.archive).items()}
    return Pager(
        number=page.number,
        of=page.of,
        newer=urls.get(page.number - 1, ""),
        older=urls.get(page.number + 1, ""),
        pages=tuple(Link(str(number), url) for number, url in urls.items() if _near(number, page)),
    )


def _near(number: int, page: ArchivePage) -> bool:
    """Return whether a pager names a page: the first, the last, this one and two on each side."""
    return number in {1, page.of} or abs(number - page.number) <= 2
