"""Archives: posts grouped by a key, and the tree of all archives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, Term

COMPACT: Final = 100
"""Posts on a page of a compact list; others have `per_page`."""


class Archive(NamedTuple):
    """A list of posts with a heading."""

    kind: str
    """`index` (the landing list), `year`, `month`, `day`, `subscribe` (the list of feeds), a kind of terms (`tags` …), or
    such a kind with `all_` before it: the page that lists its terms."""
    source: PurePosixPath
    """The virtual Markdown file of the page, relative to `docs_dir`, for links and `nav`."""
    name: str = ""
    """The year, the month as `2024-11`, the day as `2024-11-12`, the term's name; empty for pages with only a label."""
    term: Term | None = None
    """The term of the archive, if it is about one."""
    posts: tuple[Post, ...] = ()
    """Newest first."""
    parts: tuple[Archive, ...] = ()
    """The archives one level below: the years of the landing list, the months of a year, the terms of a kind."""
    per_page: int = COMPACT
    """Posts on one of its pages."""


class ArchivePage(NamedTuple):
    """One page of an archive."""

    archive: Archive
    number: int
    """Counted from 1."""
    of: int
    """How many pages the archive has."""
    source: PurePosixPath
    """The archive's own for the first page; `page/<n>.md` beside or below it for the others."""
    posts: tuple[Post, ...] = ()


class Archives(NamedTuple):
    """All archives of a journal."""

    landing: Archive
    years: tuple[Archive, ...]
    """Newest first, each with its months as parts, and these with their days if there are lists of days."""
    kinds: Mapping[str, Archive]
    """The page that lists the terms of a kind, with the archives of the terms as parts; only kinds that have terms."""
    subscribe: Archive | None = None
    """The page that lists the feeds, which has no posts."""

    def all(self) -> tuple[Archive, ...]:
        """Return every archive, each before its parts."""
        found = [self.landing]
        for archive in (*self.years, *self.kinds.values()):
            found.append(archive)
            for part in archive.parts:
                found.extend((part, *part.parts))
        return (*found, *((self.subscribe,) if self.subscribe else ()))

    def above(self, archive: Archive) -> tuple[Archive, ...]:
        """Return the archives to which an archive belongs, the landing list first."""
        found = [self.landing]
        if archive.term:
            found.append(self.kinds[archive.kind])
        elif archive.kind in {"month", "day"}:
            year = next(year for year in self.years if year.name == archive.name[:4])
            found += [year, *(month for month in year.parts if month.name == archive.name[:7] != archive.name)]
        return tuple(found)


def make_archives(journal: Journal, options: Options, *, with_feeds: bool = False) -> Archives:
    """Collect the posts of a journal by date, tag, category, author and series.

    Args:
        journal: Its published posts are collected.
        options: `folder`, `lists`, `per_page`, and whether `archives` has lists of days.
        with_feeds: Whether there are feeds, which get a page that lists them.

    Returns:
        The archives. The landing list always exists; every other archive has at least one post.
    """
    folder = PurePosixPath(options.folder)
    years = _years(journal.posts, folder, with_days=bool(options.archives.day))
    posts = tuple(sorted(journal.posts, key=lambda post: not post.pin))
    landing = Archive(kind="index", source=folder / "index.md", posts=posts, parts=years)
    kinds = {}
    for kind, taxonomy in journal.taxonomies.items():
        members: dict[Term, list[Post]] = {term: [] for term in taxonomy.terms}
        for post in journal.posts:
            for term in taxonomy.of(post):
                members[term].append(post)
        if members:
            kinds[kind] = _kind(kind, members, folder / kind)
    subscribe = Archive(kind="subscribe", source=folder / "subscribe.md") if with_feeds else None
    sized = partial(_sized, options=options)
    return Archives(sized(landing), tuple(map(sized, years)), {kind: sized(kinds[kind]) for kind in kinds}, subscribe)


def _sized(archive: Archive, options: Options) -> Archive:
    """Return an archive and its parts with as many posts on a page as its layout wants."""
    long = options.lists.of(archive.kind) == "compact"
    parts = archive.parts if archive.kind == "index" else tuple(_sized(part, options) for part in archive.parts)
    return archive._replace(parts=parts, per_page=options.archives.per_page if long else options.per_page)


def _kind(kind: str, members: Mapping[Term, Sequence[Post]], folder: PurePosixPath) -> Archive:
    terms = tuple(
        Archive(kind=kind, source=folder / f"{term.slug}.md", name=term.name, term=term, posts=tuple(posts))
        for term, posts in members.items()
    )
    return Archive(kind=f"all_{kind}", source=folder / "index.md", parts=terms)


def _years(posts: Sequence[Post], folder: PurePosixPath, *, with_days: bool) -> tuple[Archive, ...]:
    """Return the archives of years and months; the day that the author wrote decides."""
    by_date: dict[str, dict[str, list[Post]]] = {}
    for post in posts:
        date = post.shown_date
        by_date.setdefault(f"{date.year:04}", {}).setdefault(f"{date.month:02}", []).append(post)
    return tuple(_year(year, by_date[year], folder / year, with_days=with_days) for year in sorted(by_date, reverse=True))


def _year(year: str, by_month: Mapping[str, Sequence[Post]], folder: PurePosixPath, *, with_days: bool) -> Archive:
    months = tuple(
        Archive(
            kind="month",
            source=folder / month / "index.md",
            name=f"{year}-{month}",
            posts=tuple(by_month[month]),
            parts=_days(by_month[month], folder / month) if with_days else (),
        )
        for month in sorted(by_month, reverse=True)
    )
    posts = tuple(post for month in months for post in month.posts)
    return Archive(kind="year", source=folder / "index.md", name=year, posts=posts, parts=months)


def _days(posts: Sequence[Post], folder: PurePosixPath) -> tuple[Archive, ...]:
    by_day: dict[str, list[Post]] = {}
    for post in posts:
        by_day.setdefault(post.shown_date.date().isoformat(), []).append(post)
    return tuple(
        Archive(kind="day", source=folder / day[8:] / "index.md", name=day, posts=tuple(by_day[day]))
        for day in sorted(by_day, reverse=True)
    )


def pages_of(archive: Archive) -> tuple[ArchivePage, ...]:
    """Cut an archive into its pages; there is at least one."""
    size = archive.per_page
    posts = archive.posts[::-1] if archive.kind == "series" else archive.posts  # read from the beginning
    slices = [posts[start : start + size] for start in range(0, len(posts), size)] or [()]
    return tuple(
        ArchivePage(archive, number, len(slices), _source(archive.source, number), posts)
        for number, posts in enumerate(slices, 1)
    )


def _source(source: PurePosixPath, number: int) -> PurePosixPath:
    """Return the source path of page `number`: `tags/ai.md` has `tags/ai/page/2.md`, `2024/index.md` `2024/page/2.md`."""
    if number == 1:
        return source
    folder = source.parent if source.stem == "index" else source.with_suffix("")
    return folder / "page" / f"{number}.md"
