"""What stands in the place of the caches of `mkdocs serve` in a build that no other follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.theme_cache import Render
from mkdocs_journal.posts.kept_posts import KeptPosts

if TYPE_CHECKING:  # a build needs no caches
    from mkdocs_journal.hosts.mkdocs.feed_cache import FeedCache


class NothingKept:
    """Keeps nothing; `ServeCache` describes what it may keep."""

    def __init__(self) -> None:
        self.posts = KeptPosts()
        self.feeds: FeedCache | None = None

    def noting(self, rewrite: Rewrite | None) -> Rewrite | None:
        """Return the function that rewrites links, in the form that is needed while pages are rendered."""
        return rewrite

    def before_pages(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of Markdown; every page of the build has its URL."""

    def before_theme(self, environment: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of the search plugin and of the theme; every page of the build has its text."""

    def takes(self, page: Page, context: TemplateContext, build: Build, config: MkDocsConfig) -> bool:  # noqa: ARG002 - for others
        """Return whether a page of the journal is as in the previous build; then its context is ready."""
        return False

    def give(self, page: Page, context: TemplateContext, build: Build, config: MkDocsConfig, render: Render | None) -> None:  # noqa: ARG002 - the same
        """Give the context of a page the function with which our template renders the theme, if there is one."""
        if render:
            context["journal_page"] = render  # type: ignore[typeddict-unknown-key]  # for our own template

    def finished(self, page: Page, themed: str, finish: Callable[[str], str]) -> str:  # noqa: ARG002 - the same
        """Return a page as it is finished."""
        return finish(themed)
