"""Chooses who renders the bodies of posts: MkDocs, or the kramdown reader, imported only if a post needs it."""

from __future__ import annotations

from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.links import rewriting
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name

_OF_MACROS: Final = {"render_macros": False}
"""Metadata that excludes a page from mkdocs-macros."""


def read_with_kramdown(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Render posts in kramdown with the kramdown reader, if there are any.

    Args:
        build: The build; every page has its final URL.
        files: The files of MkDocs.
        config: The configuration of MkDocs.
    """
    rewrite = rewriting(build)
    posts = (post for edition in build.publication.editions for post in edition.posts.values())
    if rewrite and any(post.markup == "kramdown" for post in posts):
        from mkdocs_journal.hosts.mkdocs.kramdown_pages import set_renderers  # noqa: PLC0415 - saves time on other sites

        set_renderers(build, files, config, rewrite)


def spare_macros(page: Page, build: Build) -> None:
    """Exclude posts in kramdown from mkdocs-macros: the kramdown reader evaluates their Liquid."""
    edition = build.publication.edition_of(source_name(page.file))
    post = edition.posts.get(source_name(page.file)) if edition else None
    if post and post.markup == "kramdown":
        page.meta.update(_OF_MACROS)
