"""How the pages of a journal belong together: what comes before and behind each, and when it last changed."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.archives.relations import Neighbours
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile


class PageRelations(NamedTuple):
    """The relations of one page."""

    previous: OutputFile | None = None
    """The page of the older post, or the page of the list before this one."""
    next: OutputFile | None = None
    date: str | None = None
    """The day of its last change for the sitemap, YYYY-MM-DD; empty: it has none; None: what the site says of the page."""
    of_post: bool = False
    archive: PurePosixPath | None = None
    """The source of the archive, of a page of one."""


def page_relations(edition: Edition) -> Iterator[tuple[OutputFile, PageRelations]]:
    """Yield the page of each post and list with its relations."""
    for post in edition.posts.values():
        changed = post.last_updated or post.date
        beside = edition.neighbours.get(post.source) or Neighbours(None, None)
        yield (
            edition.post_files[post.source],
            PageRelations(
                previous=edition.post_files[beside.previous.source] if beside.previous else None,
                next=edition.post_files[beside.next.source] if beside.next else None,
                date=changed.date().isoformat() if changed else "",
                of_post=True,
            ),
        )
    for file, listed in edition.archive_files.values():
        sources = edition.pages_of(listed.archive)
        before, behind = (sources.get(listed.number + step) for step in (-1, 1))
        yield (
            file,
            PageRelations(
                previous=edition.archive_files[before][0] if before else None,
                next=edition.archive_files[behind][0] if behind else None,
                date=_newest(listed.archive, edition) or None if file.generated else None,
                archive=listed.archive.source,
            ),
        )


def _newest(archive: Archive, edition: Edition) -> str:
    """Return the day of the last change of an archive, or empty."""
    if archive.kind == "subscribe":
        archive = edition.archives.landing
    day: str = edition.once(("newest", archive.source), lambda: _day_of_newest(archive))
    return day


def _day_of_newest(archive: Archive) -> str:
    posts = archive.posts or tuple(post for part in archive.parts for post in part.posts)
    days = [(post.last_updated or post.date) for post in posts]
    return max((day.date().isoformat() for day in days if day), default="")
