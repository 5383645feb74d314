"""Renders posts in kramdown with the kramdown reader instead of MkDocs' Markdown."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.code_blocks import highlighter
from mkdocs_journal.hosts.mkdocs.files import output_files
from mkdocs_journal.hosts.mkdocs.internals import Render, link_reader, render_by
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.placed_blocks import PlacedBlocks
from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.heading_links import HeadingLinks, anchors_of
from mkdocs_journal.markup.kramdown.html_writing import Highlight, SiteParts
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.publishing.liquid_values import KnownValues, published_values
from mkdocs_journal.text.journal_blocks import rendered_with_blocks


def set_renderers(build: Build, files: Files, config: MkDocsConfig, rewrite: Rewrite) -> None:
    """Render the pages of posts in kramdown with the kramdown reader.

    Args:
        build: The build; every page has its final URL.
        files: The files of MkDocs.
        config: The configuration of MkDocs.
        rewrite: Rewrites a link on a page for MkDocs.
    """
    maker = _Maker(build, files, config, rewrite)
    for edition in build.publication.editions:
        for name, post in edition.posts.items():
            page = build.files[name].page
            if post.markup == "kramdown" and page is not None and not is_html(post.source):
                render_by(page, maker.renderer(page, post.body, maker.values.of(post, edition.options)))


log = logging.getLogger("mkdocs.plugins.journal")


@dataclass(frozen=True)
class _Maker:
    """Makes the renderers of pages."""

    build: Build
    files: Files
    config: MkDocsConfig
    rewrite: Rewrite

    @cached_property
    def values(self) -> KnownValues:
        """What Liquid may ask for."""
        site, extra = self.build.publication.all[0].site, self.config.extra
        return published_values(self.build.publication, output_files(self.files), site, extra)

    @cached_property
    def _highlight(self) -> Highlight:
        return highlighter(self.config)

    @cached_property
    def _headings(self) -> HeadingLinks:
        return HeadingLinks(self.config.mdx_configs.get("toc") or {})

    def renderer(self, page: Page, body: str, known: Known) -> Render:
        """Return what makes a page in the place of the host's own method."""

        def render(config: MkDocsConfig, files: Files) -> None:
            links = link_reader(page.file, files, config)

            def address(link: str) -> str | None:
                new = self.rewrite(link, page.file)
                return new.link if new.link is None or new.finished else links.path_to_url(new.link)

            around = SiteParts(highlight=self._highlight, address=address, heading_end=self._headings.end)
            blocks = PlacedBlocks(self.build, page.file)
            read = rendered_with_blocks(
                body,
                blocks.place,
                lambda text: read_body(text, known, around),
                lambda read: read.html,
                blocks.report,
            )
            page.content = read.html
            page.toc = get_toc(nest_toc_tokens(list(self._headings.listed(read.headings))))
            page.present_anchor_ids = anchors_of(read.html)
            if log.getEffectiveLevel() > logging.DEBUG:
                page.links_to_anchors = links.links_to_anchors

        return render
