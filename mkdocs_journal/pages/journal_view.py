"""A journal as templates and other plugins see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import overload

from mkdocs_journal.pages.archive_views import FeedView, archive_links, feed_views
from mkdocs_journal.pages.post_views import Link, PostView
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import relative


class PostViews(Sequence[PostView]):
    """Posts as one page sees them; each is made when a page shows it, because most show few of many."""

    def __init__(self, posts: Sequence[Post], edition: Edition, base: str) -> None:
        self._posts, self._edition, self._base = posts, edition, base

    def __len__(self) -> int:
        return len(self._posts)

    @overload
    def __getitem__(self, place: int) -> PostView: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[PostView, ...]: ...
    def __getitem__(self, place: int | slice) -> PostView | tuple[PostView, ...]:
        if isinstance(place, slice):
            return tuple(PostView(post, self._edition, self._base) for post in self._posts[place])
        return PostView(self._posts[place], self._edition, self._base)

    def __add__(self, others: Iterable[PostView]) -> tuple[PostView, ...]:
        return (*self, *others)

    def __radd__(self, others: Iterable[PostView]) -> tuple[PostView, ...]:
        return (*others, *self)


class JournalView:
    """A journal, read-only. Values are computed when they are read.

    Every `url` is relative to the page for which the view is made; for `config.plugins["journal"].journals` that is the
    home page.
    """

    def __init__(self, edition: Edition, base: str = "") -> None:
        self._edition = edition
        self._base = base

    @property
    def title(self) -> str:
        """The heading of the landing page."""
        return self._edition.title

    @property
    def url(self) -> str:
        """The landing page, or empty."""
        landing = self._edition.landing
        return relative(landing.url, self._base) if landing else ""

    @cached_property
    def posts(self) -> PostViews:
        """The published posts, newest first; excerpts are there from `on_env` on."""
        return PostViews(self.data.posts, self._edition, self._base)

    def query(self, **keys: object) -> tuple[PostView, ...]:
        """Return the posts of a query.

        Args:
            **keys: The keys of a block `journal` that say which posts, and in which order.

        Raises:
            QueryError: A key does not exist, or a value is wrong.
        """
        from mkdocs_journal.archives.query_keys import query_of  # noqa: PLC0415 - few templates ask
        from mkdocs_journal.publishing.selections import selection_of  # noqa: PLC0415 - few templates ask

        posts = selection_of(self._edition).select(query_of(keys))
        return tuple(PostView(post, self._edition, self._base) for post in posts)

    @property
    def years(self) -> tuple[Link, ...]:
        """The years, newest first."""
        return archive_links(self._edition.archives.years, self._edition, self._base)

    @property
    def tags(self) -> tuple[Link, ...]:
        """The tags, each with the number of its posts."""
        return self._terms("tags")

    @property
    def categories(self) -> tuple[Link, ...]:
        """The categories."""
        return self._terms("categories")

    @property
    def authors(self) -> tuple[Link, ...]:
        """The authors."""
        return self._terms("authors")

    @property
    def series(self) -> tuple[Link, ...]:
        """The series."""
        return self._terms("series")

    @property
    def feeds(self) -> tuple[FeedView, ...]:
        """The feeds of all posts."""
        return feed_views(self._edition.feeds, self._edition, self._base)

    @property
    def data(self) -> Journal:
        """What was read: every post with all its values, the withheld ones too."""
        return self._edition.journal

    def _terms(self, kind: str) -> tuple[Link, ...]:
        archive = self._edition.archives.kinds.get(kind)
        return archive_links(archive.parts, self._edition, self._base) if archive else ()
