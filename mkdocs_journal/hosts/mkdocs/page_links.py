"""The links of the page that is being rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journal.addresses import split
from mkdocs_journal.hosts.mkdocs.links import Links
from mkdocs_journal.hosts.mkdocs.paths import shown, text_of
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import MARKDOWN
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.text.dead_links import without_links
from mkdocs_journal.text.html import with_links
from mkdocs_journal.text.lines import Lines
from mkdocs_journal.text.pictures import with_lazy_links

_SOURCE: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(MARKDOWN)))})\b", re.IGNORECASE)
"""The suffix of a source, in whatever case."""


class PageLinks:
    """Rewrites the links of one page after the other, and notes malformed ones and those that lead to withheld posts."""

    def __init__(self, links: Links, config: MkDocsConfig) -> None:
        self._links = links
        self._level = int(config.validation.links.not_found or 0)
        self._malformed_level = int(config.validation.links.unrecognized_links or 0)
        self._file: File | None = None
        self._lines: Lines | None = None
        self._told: dict[tuple[int, Problem], None] = {}

    @property
    def rendering(self) -> bool:
        """Whether a page is being rendered."""
        return self._file is not None

    def start(self, file: File) -> None:
        """Note which page is rendered now."""
        self._file, self._lines = file, None

    def rewrite(self, link: str) -> str | None:
        """Return a link of the page's Markdown as the host reads it, or None if it is to be plain text."""
        if self._file is None:
            return link
        if split(link) is None:
            place = self._place_of(link, self._file)
            self._told[self._malformed_level, problem("J532", place, "link", found=Said(link))] = None
            return link
        found = self._links.rewritten(link, self._file)
        if isinstance(found, Post):
            self._tell(link, found, self._file)
            return None
        return found or link

    def finish(self, html: str) -> str:
        """Return the rendered page with the links of its raw HTML, which the host does not read."""
        file, self._file = self._file, None
        from_root = '="/' in html or "='/" in html or "=/" in html
        if file is None or not (from_root or _SOURCE.search(html) or self._links.may_name_withheld(html)):
            return html
        html = with_links(html, lambda link: self._links.published(link, file) or link)
        html = with_lazy_links(html, lambda link: self._links.published(link, file) or link)
        return without_links(html, lambda link: self._is_withheld(link, file))

    def _is_withheld(self, link: str, file: File) -> bool:
        found = self._links.target(link, file)
        if isinstance(found, Post):
            self._tell(link, found, file)
        return isinstance(found, Post)

    def _tell(self, link: str, post: Post, file: File) -> None:
        """Note a link to a post that has no page; the message names no more of it than the link itself."""
        place = self._place_of(link, file)
        self._told[self._level, problem("J508", place, "link", found=Said(link), state=post.state.value)] = None

    def _place_of(self, link: str, file: File) -> Place:
        """Return the line of a page's source that holds a link, or the first one."""
        self._lines = self._lines or Lines(text_of(file))
        return Place(shown(file), self._lines.of(link))

    def told(self) -> Iterator[tuple[int, Problem]]:
        """Yield what was found, each once, with the level that the option `validation.links` gives to such links."""
        found, self._told = self._told, {}
        yield from found
