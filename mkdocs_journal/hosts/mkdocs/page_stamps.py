"""What Git knows about the pages that are not the journal's, shown at their end."""

from __future__ import annotations

import pathspec
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.page_files import path_of
from mkdocs_journal.pages.archive_views import PageStamp, page_stamp
from mkdocs_journal.pages.templates import Fragments


def stamp_of_page(page: Page, build: Build) -> PageStamp | None:
    """Return the stamp of a page, if the option wants one and Git knows something."""
    wanted = build.page_stamps
    if not wanted.show or pathspec.GitIgnoreSpec.from_lines(wanted.exclude).match_file(page.file.src_uri):
        return None
    publication = build.publication
    history = build.history.of(path_of(page.file))
    return page_stamp(history, wanted.show, publication.all[0], serving=publication.serving)


def stamp_page(page: Page, build: Build, fragments: Fragments) -> None:
    """Put a stamp at the end of a page that has one; else it keeps its bytes."""
    if stamp := stamp_of_page(page, build):
        labels = build.publication.all[0].labels
        page.content = f"{page.content or ''}\n{fragments.render('page-stamp', stamp=stamp, labels=labels)}"
