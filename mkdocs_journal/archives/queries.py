"""Chooses posts of a journal by tag, year, path and so on, and sorts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pathspec import GitIgnoreSpec

from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.terms import term_key

KINDS: Final = ("tags", "categories", "authors", "series")
"""The kinds of terms that a query may name."""
STATES: Final = ("published", "unlisted", "pinned")
"""What a query may ask for; withheld posts are in no list."""
ORDERS: Final = ("asc", "desc")
SORTS: Final[Mapping[str, str]] = {"date": "desc", "updated": "desc", "title": "asc", "path": "asc"}
"""What posts are sorted by, each with its usual order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which posts, in which order. A post matches if it has one of the values of every key that has some."""

    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    path: tuple[str, ...] = ()
    """Globs of sources, below `docs_dir`."""
    state: tuple[str, ...] = ("published",)
    """Of `STATES`."""
    sort: str = "date"
    """One of `SORTS`."""
    order: str = ""
    """`asc` or `desc`; if empty, as usual for what the posts are sorted by."""
    limit: int = 0
    """The most posts; 0: all."""


def select(journal: Journal, query: Query) -> tuple[Post, ...]:
    """Return the posts of a journal that match a query; those with equal values newest first."""
    posts: Iterable[Post] = (post for post in journal.public if _has_state(post, query.state))
    for kind in KINDS:
        if wanted := {term_key(name) for name in getattr(query, kind)}:
            posts = [post for post in posts if not wanted.isdisjoint(map(term_key, labels_of(post, kind)))]
    if query.years:
        posts = [post for post in posts if post.shown_date.year in query.years]
    if query.path:
        spec = GitIgnoreSpec.from_lines(query.path)
        posts = [post for post in posts if spec.match_file(post.source.as_posix())]
    found = sorted(posts, key=_of_date, reverse=True)
    if key := _KEYS.get(query.sort):
        found.sort(key=key, reverse=(query.order or SORTS[query.sort]) == "desc")
    elif query.order == "asc":
        found.reverse()
    return tuple(found[: query.limit or None])


def labels_of(post: Post, kind: str) -> tuple[str, ...]:
    """Return the tags, categories, authors or series of a post as their author wrote them."""
    return tuple(author.name for author in post.authors) if kind == "authors" else getattr(post, kind)


def _has_state(post: Post, states: tuple[str, ...]) -> bool:
    if post.state is State.UNLISTED:
        return "unlisted" in states
    return "published" in states or ("pinned" in states and post.pin)


def _of_date(post: Post) -> tuple[datetime, str]:
    return post.shown_date, post.source.as_posix()


_KEYS: Final[Mapping[str, Callable[[Post], Any]]] = {
    "updated": lambda post: post.last_updated or post.shown_date,
    "title": lambda post: (post.title.casefold(), post.title),
    "path": lambda post: post.source.as_posix(),
}
