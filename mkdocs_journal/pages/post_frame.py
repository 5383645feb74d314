"""The frame of a post: its title, stamps and terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from markdown.extensions.toc import slugify

from mkdocs_journal.pages.post_views import Link, post_view
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.headings import repeats
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.opening_heading import any_heading, opening_heading
from mkdocs_journal.text.update_boxes import with_anchors

_ID: Final = re.compile('id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of a page."""

    html: str
    heading: tuple[str, str] | None = None
    """The text and the anchor of an added heading, for the table of contents."""


def post_content(
    body: str, post: Post, edition: Edition, fragments: Fragments, *, show_tags: bool = True, show_neighbours: bool = True
) -> PageContent:
    """Return the body of a post with its title, stamps and terms.

    Args:
        body: The rendered body.
        post: The post.
        edition: Its journal.
        fragments: Renders the frame.
        show_tags: Whether to show tags; a theme may do so itself.
        show_neighbours: Whether to link the older and newer post; a theme may do so itself.
    """
    if post.updates:
        body = with_anchors(body)
    url = edition.url(post.source)
    view = post_view(post, edition, url, body=body)
    heading, body = _split_heading(body, post)
    added = None if heading else (escape(post.title), _free_anchor(post, body))
    own = f'<h1 id="{added[1]}" class="p-name">{added[0]}</h1>' if added else heading
    beside = edition.neighbours.get(post.source) if show_neighbours else None
    older = _link(beside.previous, edition, url) if beside else None
    newer = _link(beside.next, edition, url) if beside else None
    header = fragments.render("post-header", post=view, labels=edition.labels, own_heading=not heading)
    footer = fragments.render(
        "post-footer", post=view, labels=edition.labels, show_tags=show_tags, older=older, newer=newer
    )
    inside = f'{own}\n{header}<div class="e-content">{body}\n</div>\n{footer}'
    return PageContent(f'<div class="journal-post h-entry">\n{inside}</div>', added)


def _split_heading(body: str, post: Post) -> tuple[str, str]:
    """Return the heading that shows the title, or empty, and the rest of the body."""
    titled = post.titled_by == "heading"
    found = any_heading(body) if titled else opening_heading(body)
    if found is None or not (titled or repeats(plain_text(found.inside), post.title)):
        return "", body
    return body[: found.end], body[found.end :]


def _free_anchor(post: Post, body: str) -> str:
    """Return an anchor for the title that the body does not use."""
    anchor = wanted = slugify(post.title, "-") or "post"
    number = 1
    taken = frozenset(_ID.findall(body)) if f'id="{anchor}"' in body else frozenset()
    while anchor in taken:
        number += 1
        anchor = f"{wanted}_{number}"
    return anchor


def _link(post: Post | None, edition: Edition, base: str) -> Link | None:
    return Link(post.title, edition.link(post, base)) if post else None
