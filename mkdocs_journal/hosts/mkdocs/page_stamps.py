"""What stands at the end of pages outside the journals: their Git history, and the posts that link to them."""

from __future__ import annotations

import pathspec
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.page_files import path_of
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.language.locales import page_language_attributes
from mkdocs_journal.pages.archive_views import PageStamp, page_stamp
from mkdocs_journal.pages.post_lists import ListForm, post_list
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


def end_page(page: Page, build: Build) -> None:
    """Add what belongs to the end of a page that is not of a journal; most pages are not changed."""
    _list_backlinks(page, build)
    _stamp_page(page, build, build.rendered.fragments)


def _stamp_page(page: Page, build: Build, fragments: Fragments) -> None:
    """Add its stamp to the end of a page; a page without a stamp is not changed."""
    if stamp := stamp_of_page(page, build):
        edition = build.publication.all[0]
        language = attributes(page_language_attributes(str(edition.locale), edition.site.language))
        html = fragments.render("page-stamp", stamp=stamp, labels=edition.labels, language=language)
        page.content = f"{page.content or ''}\n{html}"


def _list_backlinks(page: Page, build: Build) -> None:
    """Add the posts that link to a page to its end; a page without any is not changed."""
    if posts := build.rendered.backlinks.get(source_name(page.file)):
        edition = build.publication.journal_for("")
        fragments = build.rendered.fragments
        form = ListForm(layout="compact", title=edition.labels("backlinks"))
        listed = post_list(posts, edition, page.url, fragments, form)
        language = attributes(page_language_attributes(str(edition.locale), edition.site.language))
        html = fragments.render("backlinks", posts=listed, labels=edition.labels, language=language)
        page.content = f"{page.content or ''}\n{html}"
