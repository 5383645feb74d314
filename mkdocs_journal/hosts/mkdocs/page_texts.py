"""Frees what a page shows around its own text once the page is written."""

from __future__ import annotations

from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.internals import share_text


class PageTexts:
    """The page that is rendered, with its text as it was before the journal added to it.

    A page gets that text back when the next one begins, for MkDocs keeps the texts of all pages until the end of a build.
    Other pages and plugins could not see more before either, unless they read pages at the end: then nothing is changed.
    """

    def __init__(self, *, kept: bool) -> None:
        self.kept = kept
        """Whether another plugin may read pages when all are written."""
        self._current: tuple[Page, str | None] | None = None

    def begin(self, page: Page) -> None:
        """Note the text of a page that is going to be rendered; the page before it is written by now."""
        if self.kept:
            return
        if self._current:
            written, text = self._current
            written.content = text
            share_text(written)
        self._current = page, page.content
