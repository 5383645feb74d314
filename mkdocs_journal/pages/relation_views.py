"""Related posts and linked pages as templates see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from mkdocs_journal.pages.post_lists import ListForm, post_list
from mkdocs_journal.pages.post_views import LinkView
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.titles import title_of_name
from mkdocs_journal.publishing.archive_names import title_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.named_links import FrontLink
from mkdocs_journal.urls.links import relative

PageNames = Callable[[str, str], tuple[str, str]]
"""Returns the title of the page with a source path and the text of its heading with an anchor; each may be empty."""


def related_list(post: Post, edition: Edition, base: str, fragments: Fragments) -> Markup | str:
    """Return the list of posts that are related to a post, for its page at `base`; empty if there are none."""
    posts = edition.related.get(post.source, ())
    form = ListForm(layout="compact", title=edition.labels("related"), is_feed=False)
    return post_list(posts, edition, base, fragments, form) if posts else ""


def link_views(post: Post, edition: Edition, base: str, names: PageNames) -> tuple[LinkView, ...]:
    """Return the links in the front matter of a post, for its page at `base`."""
    found = edition.front_links.get(post.source)
    return tuple(_views(found.links, edition, base, names)) if found else ()


def _views(links: tuple[FrontLink, ...], edition: Edition, base: str, names: PageNames) -> Iterator[LinkView]:
    for link in links:
        url = relative(link.url, base) + link.tail if link.source else link.url
        title, heading = names(link.source, link.tail.partition("#")[2]) if link.source else ("", "")
        parts = tuple(_views(link.parts, edition, base, names))
        yield LinkView(link.title or title or _name(link, edition), url, "" if link.title else heading, parts)


def _name(link: FrontLink, edition: Edition) -> str:
    """Return the name of what a link leads to, if the program that builds the site does not know its title."""
    if post := edition.posts.get(link.source):
        return post.title
    if listed := edition.archive_pages.get(link.source):
        return title_of(listed.archive, edition)
    return title_of_name(PurePosixPath(link.source).stem) if link.source else link.url


def no_names(source: str, anchor: str) -> tuple[str, str]:  # noqa: ARG001 - the signature of `PageNames`
    """Return that no title is known."""
    return "", ""
