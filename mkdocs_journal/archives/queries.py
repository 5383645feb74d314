"""Chooses posts of a journal by tag, year, path and so on, and sorts them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final, NamedTuple

from pathspec import GitIgnoreSpec

from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.spelling import Spellings

KINDS: Final = ("tags", "categories", "authors", "series")
"""The kinds of terms that a query may name."""
STATES: Final = ("published", "unlisted", "pinned")
"""What a query may ask for; withheld posts are in no list."""
ORDERS: Final = ("asc", "desc")
SORTS: Final[Mapping[str, str]] = {"date": "desc", "updated": "desc", "title": "asc", "path": "asc"}
"""What posts are sorted by, each with its usual order."""


class Query(NamedTuple):
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


class Selection:
    """The public posts of a journal, ready for many queries: the cost of each is that of the posts with its values."""

    def __init__(self, journal: Journal) -> None:
        """Sort the posts; what they have of each kind is collected for the first query that names it."""
        self._newest = sorted(journal.public, key=_of_date, reverse=True)
        self._found: dict[str, dict[str | int, list[int]]] = {}
        self._labels: dict[str, dict[str, str]] = {}
        self._spellings: dict[str, Spellings] = {}

    def select(self, query: Query) -> tuple[Post, ...]:
        """Return the posts that match a query; those with equal values newest first."""
        posts = (post for post in self._with_values(query) if _has_state(post, query.state))
        if query.path:
            spec = GitIgnoreSpec.from_lines(query.path)
            posts = (post for post in posts if spec.match_file(post.source.as_posix()))
        key = _KEYS.get(query.sort)
        if not key and query.order != "asc":
            return tuple(islice(posts, query.limit or None))
        found = list(posts)
        if key:
            found.sort(key=key, reverse=(query.order or SORTS[query.sort]) == "desc")
        else:
            found.reverse()
        return tuple(found[: query.limit or None])

    def label(self, kind: str, name: str) -> str:
        """Return a term as the last of its posts writes it; empty: no post has it."""
        self._collect(kind)
        return self._labels[kind].get(term_key(name), "")

    def nearest(self, kind: str, name: str) -> str:
        """Return the term that is probably meant by a misspelt one, or empty."""
        self._collect(kind)
        if kind not in self._spellings:
            self._spellings[kind] = Spellings(self._labels[kind])
        return self._labels[kind].get(self._spellings[kind].nearest(term_key(name)), "")

    def _with_values(self, query: Query) -> Iterator[Post]:
        """Yield the posts with one of the values of every kind that has some, newest first."""
        numbers: Collection[int] = range(len(self._newest))
        for kind in KINDS:
            if names := getattr(query, kind):
                numbers = _both(numbers, self._collect(kind), [term_key(name) for name in names])
        if query.years:
            numbers = _both(numbers, self._collect("years"), query.years)
        return (self._newest[number] for number in numbers)

    def _collect(self, kind: str) -> Mapping[str | int, Sequence[int]]:
        """Return the numbers of the posts with each value of a kind."""
        if kind not in self._found:
            found, labels = self._found.setdefault(kind, {}), self._labels.setdefault(kind, {})
            for number, post in enumerate(self._newest):
                if kind == "years":
                    found.setdefault(post.shown_date.year, []).append(number)
                    continue
                keys = {term_key(label): label for label in labels_of(post, kind)}
                labels.update(keys)
                for key in keys:
                    found.setdefault(key, []).append(number)
        return self._found[kind]


def _both(
    numbers: Collection[int], found: Mapping[str | int, Sequence[int]], values: Iterable[str | int]
) -> Collection[int]:
    """Return the numbers that are among others and are found for one of some values, in their order."""
    lists = [found[value] for value in dict.fromkeys(values) if value in found]
    if isinstance(numbers, range) and len(lists) == 1:
        return lists[0]
    held = numbers if isinstance(numbers, range) else set(numbers)
    return sorted({number for known in lists for number in known if number in held})


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
