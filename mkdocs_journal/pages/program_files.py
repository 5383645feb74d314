"""Every file that programs read: feeds, redirects, exports, the schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_journal.feeds.entries import ChangeEntry
from mkdocs_journal.feeds.making import make_feeds
from mkdocs_journal.metadata.export_files import export_files
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.redirect_pages import redirect_files
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publishing.outputs import schedule_route
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.schedule import schedule


def program_files(
    publication: Publication,
    fragments: Fragments,
    options: SiteOptions,
    before: Sequence[Publication] = (),
    change: ChangeEntry | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site folder and the bytes of each such file.

    Args:
        publication: The journals.
        fragments: Renders the pages of redirects.
        options: Which files are written.
        before: The journals of other languages, if each is built on its own: redirects and schedule are about all of them.
        change: Returns each entry as feeds get it, or None to leave it out.
    """
    yield from make_feeds(publication, change)
    yield from redirect_files(publication, fragments, options.redirects, before)
    yield from export_files(publication)
    route = schedule_route(options)
    if publication.routes.owns(route):
        whole = replace(publication, editions=tuple(edition for one in (*before, publication) for edition in one.editions))
        yield route.file, schedule(whole)
