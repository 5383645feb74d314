"""The links of a page, as they are written, become links that lead to what is published."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.addresses import split
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import MARKDOWN
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.text.dead_links import without_links
from mkdocs_journal.text.html import with_links
from mkdocs_journal.text.pictures import with_lazy_links

_SOURCE: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(MARKDOWN)))})\b", re.IGNORECASE)
"""The suffix of a source, in whatever case."""


class PageLinkRewriter:
    """Rewrites the links of pages, and finds malformed ones and those that lead to withheld posts."""

    def __init__(self, links: LinkResolver) -> None:
        self._links = links

    def rewrite(self, link: str, page: OutputFile) -> tuple[str | None, Problem | None]:
        """Return a link of Markdown as MkDocs reads it, None if it is to be plain text; and what is wrong with it."""
        if split(link) is None:
            place = Place(page.shown, _line_of(link, page))
            return link, problem("J532", place, "link", found=Said(link))
        found = self._links.rewritten(link, page)
        if isinstance(found, Post):
            return None, _withheld(link, found, page)
        return found or link, None

    def finish(self, html: str, page: OutputFile) -> tuple[str, tuple[Problem, ...]]:
        """Return a rendered page, the links of its raw HTML rewritten, and what is wrong with them."""
        from_root = '="/' in html or "='/" in html or "=/" in html
        if not (from_root or _SOURCE.search(html) or self._links.may_name_withheld(html)):
            return html, ()
        problems: list[Problem] = []

        def is_withheld(link: str) -> bool:
            found = self._links.target(link, page)
            if isinstance(found, Post):
                problems.append(_withheld(link, found, page))
            return isinstance(found, Post)

        html = with_links(html, lambda link: self._links.published(link, page) or link)
        html = with_lazy_links(html, lambda link: self._links.published(link, page) or link)
        return without_links(html, is_withheld), tuple(problems)


def _withheld(link: str, post: Post, page: OutputFile) -> Problem:
    """Return the problem of a link to a post that has no page; the message names no more of it than the link itself."""
    place = Place(page.shown, _line_of(link, page))
    return problem("J508", place, "link", found=Said(link), state=post.state.value)


def _line_of(link: str, file: OutputFile) -> int:
    """Return the line of a page's source that holds a link, or the first one."""
    return next((n for n, text in enumerate(text_of(file).split("\n"), 1) if link in text), 1)
