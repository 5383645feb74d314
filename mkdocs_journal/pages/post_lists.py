"""Lists of posts in the layouts `excerpts`, `compact` and `cards`, for any page."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from markupsafe import Markup

from mkdocs_journal.pages.post_views import PostView
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import links_from

_MARK: Final = "\x00"
"""Around a URL below the site in a row, which is made once for all pages; no text of a page has this character."""
_MARKED: Final = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")
_ENTRIES: Final = {"excerpts": "entry", "cards": "card"}
"""The templates of the posts of a list."""


class ListForm(NamedTuple):
    """How a list shows its posts."""

    layout: str = "compact"
    """`excerpts`, `compact` or `cards`."""
    level: int = 2
    """The level of the headings of posts."""
    title: str = ""
    """The name of the list, for programs that read it, or empty."""
    is_feed: bool = True
    """Whether it is a list of its own for such programs, not a part of one."""
    with_year: bool = True
    """Whether dates in a compact list have their year."""


def post_list(posts: Iterable[Post], edition: Edition, base: str, fragments: Fragments, form: ListForm) -> Markup:
    """Return a list of posts.

    Args:
        posts: The posts, in the order of the list.
        edition: The journal that the page belongs to; it knows the journal of each post.
        base: The URL of the page.
        fragments: Renders the list.
        form: How it shows them.
    """
    values = {"labels": edition.labels, "level": form.level, "title": form.title, "is_feed": form.is_feed}
    if form.layout == "compact":
        rows = _rows(posts, edition, base, fragments, form.with_year)
        return fragments.render("list-compact", rows=rows, **values)
    name, views = _ENTRIES[form.layout], [PostView(post, edition.owner_journal(post), base) for post in posts]
    entries = [fragments.render(name, post=view, labels=edition.labels, level=form.level) for view in views]
    return fragments.render(f"list-{form.layout}", entries=entries, posts=views, **values)


def _rows(posts: Iterable[Post], edition: Edition, base: str, fragments: Fragments, with_year: bool) -> list[Markup]:  # noqa: FBT001 - private
    """Return the lines of posts in a compact list; each is rendered once for all pages, with marks for its links."""
    rows, link = [], links_from(base)
    of_owner: dict[str, dict[PurePosixPath, list[str]]] = {}
    for post in posts:
        owner = edition.owner_journal(post) if edition.owner_journals else edition
        name = owner.options.folder
        made = of_owner.get(name) or of_owner.setdefault(name, fragments.pieces.setdefault((name, with_year), {}))
        parts = made.get(post.source)
        if parts is None:
            row = fragments.render("row", post=_MarkedView(post, owner), labels=owner.labels, with_year=with_year)
            parts = made[post.source] = _MARKED.split(row)
        linked = parts.copy()
        linked[1::2] = map(link, parts[1::2])
        rows.append(Markup("".join(linked)))  # noqa: S704 - the template escaped its values
    return rows


class _MarkedView(PostView):
    """A post for pages that are not known yet: in the place of each link, the URL below the site with marks around it."""

    def __init__(self, post: Post, edition: Edition) -> None:
        super().__init__(post, edition, "")
        self.link = lambda url: f"{_MARK}{url}{_MARK}"
