"""What stands around the body of a post: its title, its stamps, its terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from markdown.extensions.toc import slugify
from markupsafe import Markup

from mkdocs_journal.archives.relations import Neighbours
from mkdocs_journal.language.locales import language_attributes
from mkdocs_journal.pages.post_views import Link, PostView, attributes
from mkdocs_journal.pages.profile_views import profiles_of
from mkdocs_journal.pages.series_views import series_of
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.headings import repeats
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.opening_heading import any_heading, opening_heading
from mkdocs_journal.text.update_boxes import with_anchors
from mkdocs_journal.urls.links import relative

_ID: Final = re.compile('id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of a page."""

    html: str
    heading: tuple[str, str] | None = None
    """The text and the anchor of the heading that was added, for the table of contents."""


def post_content(
    body: str,
    post: Post,
    edition: Edition,
    fragments: Fragments,
    *,
    show_tags: bool = True,
    show_neighbours: bool = True,
    show_facts: bool = True,
) -> PageContent:
    """Return the body of a post with title, stamps and terms around it.

    Args:
        body: The rendered body.
        post: The post.
        edition: Its journal.
        fragments: Renders what stands around the body.
        show_tags: Whether to show tags; a theme may do so itself.
        show_neighbours: Whether to link the posts before and after it; a theme may do so itself.
        show_facts: Whether to show the way back, authors, date and reading time; they may stand in a sidebar.
    """
    if post.updates:
        body = with_anchors(body)
    url = edition.url(post.source)
    view = PostView(post, edition, url, body=body)
    heading, body = _split_heading(body, post)
    added = None if heading else (escape(post.title), _free_anchor(post, body))
    own = f'<h1 id="{added[1]}" class="p-name">{added[0]}</h1>' if added else heading
    values = {"post": view, "labels": edition.labels}
    header = fragments.render(
        "post-header",
        **values,
        heading=Markup(own),  # noqa: S704 - a part of the body, or escaped above
        own_heading=not heading,
        show_facts=show_facts,
        up=_landing(edition, url) if show_facts else (),
        series=tuple(series_of(post, edition, url)) if post.series else (),
    )
    footer = fragments.render(
        "post-footer",
        **values,
        show_tags=show_tags,
        people=profiles_of(post, edition, url) if edition.options.author_box else (),
        **(_beside(post, edition, url) if show_neighbours else {"older": None, "newer": None}),
    )
    language = attributes(language_attributes(post.lang or str(edition.locale), edition.site.language))
    inside = f'{header}<div class="e-content">{body}\n</div>\n{footer}'
    return PageContent(f'<article class="journal-post h-entry"{language}>\n{inside}</article>', added)


def _landing(edition: Edition, base: str) -> tuple[Link, ...]:
    """Return the way back to the landing page, if there is one."""
    return (Link(edition.title, relative(edition.landing.url, base)),) if edition.landing else ()


def _beside(post: Post, edition: Edition, base: str) -> dict[str, Link | None]:
    """Return the posts before and after a post."""
    beside = edition.neighbours.get(post.source) or Neighbours(None, None)
    links = (Link(one.title, edition.link(one, base)) if one else None for one in (beside.previous, beside.next))
    return dict(zip(("older", "newer"), links, strict=True))


def _split_heading(body: str, post: Post) -> tuple[str, str]:
    """Return the heading that stands for the title and what is below it; the heading is empty if there is none."""
    titled = post.titled_by == "heading"
    found = any_heading(body) if titled else opening_heading(body)
    if found is None or not (titled or repeats(plain_text(found.inside), post.title)):
        return "", body
    return body[: found.end], body[found.end :]


def _free_anchor(post: Post, body: str) -> str:
    """Return an anchor for the title that the body does not have."""
    anchor = wanted = slugify(post.title, "-") or "post"
    number = 1
    taken = frozenset(_ID.findall(body)) if f'id="{anchor}"' in body else frozenset()
    while anchor in taken:
        number += 1
        anchor = f"{wanted}_{number}"
    return anchor
