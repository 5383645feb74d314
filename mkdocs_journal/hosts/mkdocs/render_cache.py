"""Keeps what Markdown made of each page from one build of `mkdocs serve` to the next.

A page is rendered again if its text, the Markdown extensions or what one of its links leads to has changed. Everything else
of a build, the events of other plugins included, happens as always.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sys import getsizeof
from typing import Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.internals import Render, link_reader, render_by, set_title_of_text, title_of_text
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.links import rewriting
from mkdocs_journal.hosts.mkdocs.pure_extensions import ImpureError, settings_of
from mkdocs_journal.publishing.kept import Kept, key_of
from mkdocs_journal.publishing.page_links import Rewritten
from mkdocs_journal.text.journal_blocks import may_have_blocks

log = logging.getLogger("mkdocs.plugins.journal")
_OF_PAGES: Final = logging.getLogger(Page.__module__)
"""Where MkDocs reports links that lead nowhere."""
_OF_HEADING: Final = 512
"""About how many bytes a heading takes in the table of contents and among the anchors."""
_OF_LINK: Final = 512
"""About how many bytes a link takes in its three forms."""
_LOGGERS: Final = (logging.getLogger(), logging.getLogger("mkdocs"), logging.getLogger("properdocs"))


class _Rendered(NamedTuple):
    """What Markdown made of a page."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]
    links: tuple[tuple[str, Rewritten, str], ...]
    """Each link as written, for MkDocs, and on the page; one that is written twice is reported twice."""

    @property
    def size(self) -> int:
        """Return about how many bytes it takes."""
        return getsizeof(self.content) + _OF_HEADING * len(self.anchors) + _OF_LINK * len(self.links)


class RenderCache:
    """The rendered text of each page."""

    def __init__(self) -> None:
        self._kept: Kept[_Rendered] = Kept()
        self._noted: list[tuple[str, Rewritten]] | None = None
        """The links of the page that is being rendered, as they are passed on to MkDocs."""
        self._reported = ""
        """The extension because of which nothing is kept, as it was reported."""

    def noting(self, rewrite: Rewrite | None) -> Rewrite | None:
        """Return the function that rewrites links, in a form that notes each link of a page that may be kept."""
        noted = self._noted
        if rewrite is None or noted is None:
            return rewrite

        def note(link: str, file: File) -> Rewritten:
            new = rewrite(link, file)
            noted.append((link, new))
            return new

        return note

    def attach(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Use the results of the previous build for the pages of this one, as far as they are still right.

        Args:
            build: The build; every page has its final URL.
            files: The files of MkDocs; the pages of all exist.
            config: The configuration of MkDocs.
        """
        rewrite = rewriting(build)
        try:
            settings = settings_of(config)
        except ImpureError as error:
            self._kept = Kept()
            if self._reported != str(error):
                log.info("serve_cache: not used, because the Markdown extension %s may read more than a page", error)
                self._reported = str(error)
            return
        self._kept.begin(settings.encode("utf-8", "surrogatepass"))
        self._reported = ""
        for file in files.documentation_pages():
            page = file.page
            if rewrite and page is not None and type(page) is Page and "render" not in vars(page):
                render_by(page, self._renderer(page, _Links(build, rewrite)))

    def _renderer(self, page: Page, links: _Links) -> Render:
        def render(config: MkDocsConfig, files: Files) -> None:
            name, key = page.file.src_uri, key_of(page.markdown or "")
            kept = self._kept.get(name, key)
            if kept is None or not links.are_as(kept, page, files, config):
                kept = self._render(page, config, files)
            else:
                page.content, page.toc = kept.content, _copied(kept.toc)
                page.present_anchor_ids = set(kept.anchors)
                set_title_of_text(page, kept.title)
            if kept is not None:
                self._kept.keep(name, key, kept, kept.size)

        return render

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> _Rendered | None:
        """Let MkDocs render a page; return what it made, or None if it must be rendered each time.

        That is a page with lists of posts, and one about which an extension has reported something.
        """
        markdown = page.markdown or ""
        noted: list[tuple[str, Rewritten]] = []
        self._noted = noted
        try:
            with _listening() as heard:
                type(page).render(page, config, files)
        finally:
            self._noted = None
        if may_have_blocks(markdown) or any(record.name != _OF_PAGES.name for record in heard):
            return None
        with _muted():
            reader = link_reader(page.file, files, config)
            links = tuple((link, new, _address(new, reader.path_to_url)) for link, new in noted)
        anchors = frozenset(page.present_anchor_ids or ())
        return _Rendered(page.content or "", _copied(page.toc), title_of_text(page), anchors, links)


class _Links(NamedTuple):
    """What the links of the pages of one build lead to."""

    build: Build
    rewrite: Rewrite

    def are_as(self, kept: _Rendered, page: Page, files: Files, config: MkDocsConfig) -> bool:
        """Return whether each link of a page still leads to the same; the messages about them come as in a rendering."""
        reader = link_reader(page.file, files, config)
        with _muted() as records:
            for link, new, address in kept.links:
                if self.rewrite(link, page.file) != new or _address(new, reader.path_to_url) != address:
                    self.build.link_problems.pop(page.file.src_uri, None)  # the rendering finds them again
                    return False
        for record in records:
            _OF_PAGES.handle(record)
        if log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = reader.links_to_anchors
        return True


def _copied(contents: TableOfContents) -> TableOfContents:
    """Return a table of contents that can be changed without a change of another."""
    return TableOfContents([_copied_item(item) for item in contents])


def _copied_item(item: AnchorLink) -> AnchorLink:
    copy = AnchorLink(item.title, item.id, item.level)
    copy.children = [_copied_item(child) for child in item.children]
    return copy


def _address(link: Rewritten, path_to_url: Callable[[str], str]) -> str:
    """Return a link as it is on the page."""
    return link.link or "" if link.finished or link.link is None else path_to_url(link.link)


@contextmanager
def _muted() -> Iterator[list[logging.LogRecord]]:
    """Keep back what MkDocs reports about links."""
    records: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        records.append(record)
        return False

    _OF_PAGES.addFilter(keep)
    try:
        yield records
    finally:
        _OF_PAGES.removeFilter(keep)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Note what is reported."""
    ear = _Ear()
    for logger in _LOGGERS:
        logger.addHandler(ear)
    try:
        yield ear.heard
    finally:
        for logger in _LOGGERS:
            logger.removeHandler(ear)
