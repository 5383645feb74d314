"""Turns the links of a page as written into links to published pages."""

import posixpath
import re
from typing import Final, NamedTuple
from urllib.parse import quote

from mkdocs_journal.addresses import below, split
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import MARKDOWN
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.text.dead_links import without_links
from mkdocs_journal.text.html import with_links
from mkdocs_journal.text.lines import Lines
from mkdocs_journal.text.link_attributes import has_rare_links
from mkdocs_journal.text.pictures import with_lazy_links
from mkdocs_journal.text.tags import tags_of_page

_SOURCE: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(MARKDOWN)))})\b", re.IGNORECASE)
"""The suffix of a source, in any case."""
_FROM_ROOT: Final = re.compile(r"""=\s*+["']?+\s*+/""")
"""The beginning of a value that is a link from the root; `has_rare_links()` finds the others."""


class Rewritten(NamedTuple):
    """A link of a page, as the page gets it."""

    link: str | None
    """Relative to the source of the page, for MkDocs; None: plain text."""
    problem: Problem | None = None
    finished: bool = False
    """Whether the link is to be on the published page as it is: MkDocs would not find its target, or cannot read it."""


class PageLinkRewriter:
    """Rewrites the links of pages and reports malformed ones and those to withheld posts."""

    def __init__(self, links: LinkResolver) -> None:
        self._links = links
        self._lines: tuple[str, Lines] | None = None

    def rewrite(self, link: str, page: OutputFile) -> Rewritten:
        """Return a link of the Markdown of a page as the page gets it."""
        if (link.startswith("#") and link.isascii()) or self._links.is_found(link, page):  # each heading has a `#`
            return Rewritten(link)
        return self.found(link, page)

    def found(self, link: str, page: OutputFile) -> Rewritten:
        """Return any link as the page gets it; the plain way of `rewrite()`."""
        parts = split(link)
        if parts is None:
            malformed = problem("J532", self._place_of(link, page), "link", found=Quoted(link))
            return Rewritten(link, malformed, finished=True)
        found = self._links.target(link, page)
        if isinstance(found, Post):
            return Rewritten(None, self._withheld(link, found, page))
        if found is None:
            output = self._links.to_output(link, page)
            return Rewritten(output or link, finished=bool(output))
        return Rewritten(below(parts, quote(posixpath.relpath(found, posixpath.dirname(page.source) or "."))))

    def finish(self, html: str, page: OutputFile) -> tuple[str, tuple[Problem, ...]]:
        """Return a rendered page with the links of its raw HTML rewritten, and their problems."""
        if not self.may_change(html):
            return html, ()
        problems: list[Problem] = []

        def is_withheld(link: str) -> bool:
            found = self._links.target(link, page)
            if isinstance(found, Post):
                problems.append(self._withheld(link, found, page))
            return isinstance(found, Post)

        html = with_links(html, lambda link: self._links.published(link, page) or link)
        html = with_lazy_links(html, lambda link: self._links.published(link, page) or link)
        return without_links(html, is_withheld), tuple(problems)

    def may_change(self, html: str) -> bool:
        """Return whether a rendered page may have links to rewrite; a quick check, for most have none."""
        tags = tags_of_page(html)
        may_be_led = has_rare_links(tags.lower()) or _FROM_ROOT.search(tags) or _SOURCE.search(tags)
        return bool(may_be_led) or self._links.may_name_withheld(tags)

    def _withheld(self, link: str, post: Post, page: OutputFile) -> Problem:
        """Return the problem of a link to a withheld post; the message reveals nothing of the post but the link."""
        place = self._place_of(link, page)
        return problem("J508", place, "link", found=Quoted(link), state=post.state.value)

    def _place_of(self, link: str, page: OutputFile) -> Place:
        """Return the line of a page's source that contains a link, or line 1; the source is read once."""
        if self._lines is None or self._lines[0] != page.source:
            self._lines = (page.source, Lines(text_of(page)))
        return Place(page.shown, self._lines[1].of(link))
