"""Archives and feeds for templates: plain values, with links relative to the page that shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from mkdocs_journal.archives.archive import Archive, ArchivePage
from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.history.file_history import FileHistory, people_of
from mkdocs_journal.pages.post_values import Stamp, stamp_of
from mkdocs_journal.pages.post_views import Link
from mkdocs_journal.publishing.archive_names import name_of, title_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.urls.links import relative

_MANY: Final = 40
"""Terms of a kind from which on their list has letters."""


@dataclass(slots=True, unsafe_hash=True)
class FeedView:
    """A feed."""

    name: str
    """`Atom`, `RSS` or `JSON Feed`."""
    url: str
    """Relative to the page."""
    mime_type: str
    address: str
    """The full address, for copying."""


@dataclass(slots=True, unsafe_hash=True)
class FeedGroup:
    """The feeds of one tag, category, author or series; for a kind of terms, its `parts`."""

    name: str
    feeds: tuple[FeedView, ...] = ()
    parts: tuple[FeedGroup, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class LetterGroup:
    """Archives whose names begin with one letter."""

    letter: str
    """Empty: all are together."""
    links: tuple[Link, ...]


@dataclass(slots=True, unsafe_hash=True)
class MonthGroup:
    """The posts of a month on the page of its year."""

    name: str
    url: str
    """The archive of the month, relative; empty: there is none."""
    count: int
    """Posts of the month, those on other pages included."""
    posts: Markup
    """The list."""


@dataclass(slots=True, unsafe_hash=True, kw_only=True)
class PageStamp:
    """The Git history of a page; values that are unknown or not shown are empty."""

    created: Stamp | None
    updated: Stamp | None
    people: tuple[str, ...]
    uncommitted: bool
    """Whether its text differs from the last commit; in `serve` only."""


@dataclass(slots=True, unsafe_hash=True, kw_only=True)
class Pager:
    """The position of a page among the pages of its archive."""

    number: int
    of: int
    newer: str
    """Link to the previous page, or empty."""
    older: str
    pages: tuple[Link, ...]


def page_stamp(history: FileHistory, show: Collection[str], edition: Edition, *, serving: bool) -> PageStamp | None:
    """Return the part of a page's history that is shown, or None."""
    changed = None if history.uncommitted else history.updated
    stamp = PageStamp(
        created=stamp_of(history.created, edition, day_only=True) if "created" in show else None,
        updated=stamp_of(changed, edition, day_only=True) if "updated" in show else None,
        people=people_of(history) if "people" in show else (),
        uncommitted=serving and history.uncommitted,
    )
    return stamp if stamp.created or stamp.updated or stamp.people or stamp.uncommitted else None


def archive_links(archives: tuple[Archive, ...], edition: Edition, base: str) -> tuple[Link, ...]:
    """Return links to the published archives with the number of their posts."""
    return tuple(
        Link(name_of(archive, edition), relative(edition.url(archive.source), base), len(archive.posts))
        for archive in archives
        if archive.source in edition.archive_files
    )


def lettered(links: tuple[Link, ...]) -> tuple[LetterGroup, ...]:
    """Return links, sorted by name, below the letter that their names begin with; one group if they are few.

    Names that do not begin with a letter of an alphabet are together, below `#`.
    """
    if len(links) <= _MANY:
        return (LetterGroup("", links),) if links else ()
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(_letter(link.name), []).append(link)
    return tuple(LetterGroup(letter, tuple(groups[letter])) for letter in sorted(groups, key=lambda one: (one == "#", one)))


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFD", name[:1])[:1].upper()
    return first if first.isalpha() and unicodedata.east_asian_width(first) not in "WF" else "#"


def feed_views(feeds: tuple[FeedRoute, ...], edition: Edition, base: str) -> tuple[FeedView, ...]:
    """Return feeds for a template on the page at `base`."""
    return tuple(
        FeedView(feed.name, relative(feed.url, base), feed.mime_type, absolute(feed.url, edition.site.url))
        for feed in feeds
    )


def feed_groups(edition: Edition, base: str) -> tuple[FeedGroup, ...]:
    """Return the feeds of terms, grouped by kind."""
    groups = []
    for kind in edition.archives.kinds.values():
        terms = ((part, feed_views(edition.feeds_of(part), edition, base)) for part in kind.parts)
        parts = tuple(FeedGroup(name_of(part, edition), feeds) for part, feeds in terms if feeds)
        if parts:
            groups.append(FeedGroup(title_of(kind, edition), parts=parts))
    return tuple(groups)


def pager(page: ArchivePage, edition: Edition, base: str) -> Pager:
    """Return the position of a page among the pages of its archive; links to the first, the last, and two on each side."""
    near = range(page.number - 2, page.number + 3)
    sources = edition.pages_of(page.archive)
    shown = [number for number in sorted({1, *near, page.of}) if number in sources]
    urls = {number: relative(edition.url(sources[number]), base) for number in shown}
    return Pager(
        number=page.number,
        of=page.of,
        newer=urls.get(page.number - 1, ""),
        older=urls.get(page.number + 1, ""),
        pages=tuple(Link(str(number), url) for number, url in urls.items()),
    )
