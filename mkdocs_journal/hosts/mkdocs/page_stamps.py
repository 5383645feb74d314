"""What Git knows about the pages that are not ours, shown at their end."""

from __future__ import annotations

import pathspec
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.site import Build
from mkdocs_journal.hosts.mkdocs.templates import Fragments
from mkdocs_journal.hosts.mkdocs.views import page_stamp


def stamp_page(page: Page, build: Build, fragments: Fragments, *, serving: bool) -> None:
    """Put a stamp at the end of a page, if the option wants one and Git knows something; else it keeps its bytes."""
    wanted = build.page_stamps
    if not wanted.show or pathspec.GitIgnoreSpec.from_lines(wanted.exclude).match_file(page.file.src_uri):
        return
    site = build.all[0]
    if stamp := page_stamp(build.told.of(page.file), wanted.show, site, serving=serving):
        page.content = f"{page.content or ''}\n{fragments.render('page-stamp', stamp=stamp, labels=site.labels)}"
        build.stamped.add(page.file.src_uri)
