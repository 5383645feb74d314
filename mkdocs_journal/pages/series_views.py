"""The series that a post is a part of, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journal.pages.post_views import Link
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import relative

_NEAR = 10
"""Parts before and after a post that its page lists; with all of them, the cost of a series would grow quadratically."""


@dataclass(slots=True, unsafe_hash=True, kw_only=True)
class SeriesView:
    """A series, on the page of one of its parts."""

    name: str
    url: str
    """The page of the series, relative."""
    part: int
    """The number of the post in the series, from 1."""
    parts: int
    """How many parts it has."""
    first: int
    """The number of the first of `posts`."""
    posts: tuple[Link, ...]
    """The parts around the post in reading order; the post itself has no URL."""


def series_of(post: Post, edition: Edition, base: str) -> Iterator[SeriesView]:
    """Yield each series of a post with more than one part, for its page at `base`."""
    for term in edition.journal.taxonomies["series"].of(post):
        members = edition.series.get(term, ())
        place = edition.series_places.get(term, {}).get(post.source)
        source = edition.sources_of_terms.get(term)
        if len(members) < 2 or place is None or source is None:
            continue
        start = max(0, place - _NEAR)
        around = members[start : place + _NEAR + 1]
        yield SeriesView(
            name=term.name,
            url=relative(edition.url(source), base),
            part=place + 1,
            parts=len(members),
            first=start + 1,
            posts=tuple(Link(one.title, "" if one.source == post.source else edition.link(one, base)) for one in around),
        )
