"""Renders posts in kramdown with the kramdown reader instead of MkDocs' Markdown."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import PurePosixPath
from typing import Any, Final

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.code_blocks import highlighter
from mkdocs_journal.hosts.mkdocs.files import is_left_out
from mkdocs_journal.hosts.mkdocs.internals import link_reader
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.hosts.mkdocs.markup import KnownValues
from mkdocs_journal.markup.bodies import Entry, read_body
from mkdocs_journal.markup.kramdown.html_writing import Highlight, SiteParts
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import plain_text

_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_ANCHOR: Final = re.compile(r"""\s(?:id|name)=["']([^"'<>]*)["']""")


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
                page.render = maker.renderer(page, post.body, maker.values.of(post, edition.options))  # type: ignore[method-assign,assignment]


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
        """The values known to Liquid, with the addresses at which posts are published."""
        journals = (edition.journal for edition in self.build.publication.editions)
        posts = (post for journal in journals for post in (*journal.public, *journal.withheld))
        return KnownValues(tuple(posts), self.config, self._address)

    @cached_property
    def _urls(self) -> dict[PurePosixPath, str]:
        urls = {PurePosixPath(file.src_uri): file.url for file in self.files if not is_left_out(file)}
        editions = self.build.publication.editions
        posts = {post.source: edition.url(post.source) for edition in editions for post in edition.posts.values()}
        return urls | posts

    def _address(self, source: PurePosixPath) -> str | None:
        """Return the path below the site of a source, or None if it has no page."""
        url = self._urls.get(source)
        return None if url is None else url.removeprefix("./")

    @cached_property
    def _highlight(self) -> Highlight:
        return highlighter(self.config)

    @cached_property
    def _headings(self) -> _Headings:
        return _Headings(self.config.mdx_configs.get("toc") or {})

    def renderer(self, page: Page, body: str, known: Known) -> Callable[[MkDocsConfig, Files], None]:
        """Return a replacement for MkDocs' own `render` method of a page."""

        def render(config: MkDocsConfig, files: Files) -> None:
            links = link_reader(page.file, files, config)

            def address(link: str) -> str | None:
                try:
                    new = self.rewrite(link, page.file)
                    return new if new is None else links.path_to_url(new)
                except ValueError:  # no address at all, such as http://[
                    return link

            around = SiteParts(highlight=self._highlight, address=address, heading_end=self._headings.end)
            read = read_body(body, known, around)
            page.content = read.html
            page.toc = get_toc(self._headings.tree(read.headings))
            page.present_anchor_ids = _anchors(read.html)
            if log.getEffectiveLevel() > logging.DEBUG:
                page.links_to_anchors = links.links_to_anchors

        return render


class _Headings:
    """Applies the settings of the `toc` extension to headings."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        depth = str(options.get("toc_depth", 6))
        first, _, last = depth.rpartition("-")
        self._levels = range(int(first or 1), int(last) + 1) if re.fullmatch(r"(?:[1-6]-)?[1-6]", depth) else range(1, 7)
        link = options.get("permalink")
        text = "&para;" if link is True or str(link).lower() in {"true", "yes", "1"} else escape(str(link)) if link else ""
        title = escape(str(options.get("permalink_title", "Permanent link")))
        css_class = escape(str(options.get("permalink_class", "headerlink")))
        self._link = f'<a class="{css_class}" href="#%s" title="{title}">{text}</a>' if text else ""

    def end(self, anchor: str) -> str:
        """Return the permanent link at the end of a heading."""
        return self._link.replace("%s", escape(anchor)) if self._link else ""

    def tree(self, headings: Iterable[Entry]) -> list[Any]:
        """Return the headings in the form that MkDocs' table of contents requires."""
        entries = [entry for entry in headings if entry.level in self._levels]
        return list(nest_toc_tokens([{"level": e.level, "id": e.id, "name": plain_name(e.name)} for e in entries]))


def plain_name(html: str) -> str:
    """Return the words of a heading, escaped, as themes print them."""
    return escape(plain_text(html), quote=False)


def _anchors(html: str) -> set[str]:
    return {unescaped(name) for tag in _TAG.findall(html) for name in _ANCHOR.findall(tag)}
