"""The Git history at the end of pages outside the journals."""

from __future__ import annotations

import pathspec
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.page_files import path_of
from mkdocs_journal.language.locales import page_language_attributes
from mkdocs_journal.pages.archive_views import PageStamp, page_stamp
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.templates import Fragments


def stamp_of_page(page: Page, build: Build) -> PageStamp | None:
    """Return the stamp of a page, or None if the option or Git has nothing for it."""
    wanted = build.page_stamps
    if not wanted.show or pathspec.GitIgnoreSpec.from_lines(wanted.exclude).match_file(page.file.src_uri):
        return None
    publication = build.publication
    history = build.history.of(path_of(page.file))
    return page_stamp(history, wanted.show, publication.all[0], serving=publication.serving)


def stamp_page(page: Page, build: Build, fragments: Fragments) -> None:
    """Add its stamp to the end of a page; a page without a stamp is not changed."""
    if stamp := stamp_of_page(page, build):
        edition = build.publication.all[0]
        language = attributes(page_language_attributes(str(edition.locale), edition.site.language))
        html = fragments.render("page-stamp", stamp=stamp, labels=edition.labels, language=language)
        page.content = f"{page.content or ''}\n{html}"
