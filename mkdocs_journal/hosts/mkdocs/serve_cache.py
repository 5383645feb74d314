"""Everything that `mkdocs serve` keeps from one build for the next, if the option `serve_cache` is on."""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.feed_cache import FeedCache
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.output_cache import OutputCache
from mkdocs_journal.hosts.mkdocs.render_cache import RenderCache
from mkdocs_journal.hosts.mkdocs.search_cache import SearchCache
from mkdocs_journal.posts.kept_posts import KeptPosts


class ServeCache:
    """What was read of each post of the previous build, and what Markdown, the search plugin and the theme made of it."""

    def __init__(self, *, active: bool = False) -> None:
        self.active = active
        """Whether something is kept."""
        self.posts = KeptPosts(active=active)
        self.rendered = RenderCache()
        self.searched = SearchCache()
        self.themed = OutputCache()
        self.feeds = FeedCache(active=active)

    def for_build(self, *, active: bool) -> ServeCache:
        """Return the cache for a further build; it is empty if this one is not continued."""
        cache = self if active and self.active else ServeCache(active=active)
        cache.posts.begin()
        return cache

    def noting(self, rewrite: Rewrite | None) -> Rewrite | None:
        """Return the function that rewrites links, in the form that is needed while pages are rendered."""
        return self.rendered.noting(rewrite)

    def before_pages(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of Markdown; every page of the build has its URL."""
        if self.active:
            self.rendered.attach(build, files, config)

    def before_theme(self, environment: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
        """Use what is kept of the search plugin and of the theme; every page of the build has its text."""
        if self.active:
            self.searched.attach(config)
            self.themed.attach(environment, files, config)
