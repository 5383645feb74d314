"""Who makes the pages of posts from their bodies: the host, or our reader, which is imported where a post needs it."""

from __future__ import annotations

from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.site import Build

_OF_MACROS: Final = {"render_macros": False}
"""Metadata that keeps mkdocs-macros from a page."""


def read_with_kramdown(build: Build, files: Files, config: MkDocsConfig, rewrite: Rewrite) -> None:
    """Let our reader make the pages of posts in kramdown, if there are any.

    Args:
        build: The journals.
        files: The host's files.
        config: The host's configuration.
        rewrite: What makes of a link in a post what the host reads.
    """
    if any(post.markup == "kramdown" for site in build.sites for post in site.posts.values()):
        from mkdocs_journal.hosts.mkdocs.kramdown_pages import set_renderers  # noqa: PLC0415 - other sites do not pay for it

        set_renderers(build, files, config, rewrite)


def spare_macros(page: Page, build: Build) -> None:
    """Keep mkdocs-macros from a post in kramdown, whose Liquid is ours."""
    site = build.site_of(page.file)
    post = site.posts.get(page.file.src_uri) if site else None
    if post and post.markup == "kramdown":
        page.meta.update(_OF_MACROS)
