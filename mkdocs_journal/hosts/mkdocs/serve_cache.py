"""Everything that `mkdocs serve` keeps from one build for the next, if the option `serve_cache` is on."""

from __future__ import annotations

from collections.abc import Callable

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.feed_cache import FeedCache
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.nothing_kept import NothingKept
from mkdocs_journal.hosts.mkdocs.output_cache import OutputCache
from mkdocs_journal.hosts.mkdocs.render_cache import RenderCache
from mkdocs_journal.hosts.mkdocs.search_cache import SearchCache
from mkdocs_journal.hosts.mkdocs.theme_cache import Render
from mkdocs_journal.posts.kept_posts import KeptPosts


class ServeCache(NothingKept):
    """What was read of each post of the previous build, and what Markdown, the search plugin and the theme made of it."""

    def __init__(self) -> None:
        super().__init__()
        self.posts = KeptPosts(active=True)
        self.feeds = FeedCache()
        self._rendered = RenderCache()
        self._searched = SearchCache()
        self._themed = OutputCache()

    def noting(self, rewrite: Rewrite | None) -> Rewrite | None:
        """Return the function that rewrites links, in the form that is needed while pages are rendered."""
        return self._rendered.noting(rewrite)

    def before_pages(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of Markdown; every page of the build has its URL."""
        self._rendered.attach(build, files, config)

    def before_theme(self, environment: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of the search plugin and of the theme; every page of the build has its text."""
        self._searched.attach(config)
        self._themed.attach(environment, files, config)

    def takes(self, page: Page, context: TemplateContext, build: Build, config: MkDocsConfig) -> bool:
        """Return whether a page of the journal is as in the previous build; then its context is ready."""
        return self._themed.takes(page, context, build, config)

    def give(self, page: Page, context: TemplateContext, build: Build, config: MkDocsConfig, render: Render | None) -> None:
        """Give the context of a page the function with which our template renders the theme, if there is one."""
        super().give(page, context, build, config, self._themed.keeping(page, build, config, render))

    def finished(self, page: Page, themed: str, finish: Callable[[str], str]) -> str:
        """Return a finished page: as it was, or as it is made now."""
        return self._themed.finished(page, themed, finish)
