"""Posts for templates: plain values, with links relative to the page that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from babel import Locale
from markupsafe import Markup

from mkdocs_journal.history.histories import updated_on
from mkdocs_journal.language.locales import day_text
from mkdocs_journal.posts.model import Post, Term, Update
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.excerpt import cut_excerpt
from mkdocs_journal.urls.links import moved, relative


@dataclass(frozen=True, slots=True)
class Link:
    """A name and its link."""

    name: str
    url: str
    """Relative to the page; empty if there is no link."""
    count: int = 0
    """The number of posts in it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day."""

    iso: str
    """In ISO 8601: `2024-11-12`, or with time and offset if the author gave them."""
    text: str
    """As written in the language of the site."""


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A dated update inside a post."""

    day: Stamp
    text: str
    """What changed, or empty."""
    url: str
    """Its link on the page of the post, or empty."""


class PostView:
    """A post for a template on one page; values are computed on access, because most lists use few of them."""

    def __init__(self, post: Post, edition: Edition, base: str, *, excerpt: str = "", body: str | None = None) -> None:
        self._post = post
        self._edition = edition
        self._base = base
        self._body = body
        self.title = post.title
        self.excerpt = excerpt
        """`Markup`; only in lists with excerpts."""

    @cached_property
    def url(self) -> str:
        """The link to the post, relative to the page."""
        return self._edition.link(self._post, self._base)

    @property
    def date(self) -> Stamp | None:
        """When it was published; only a draft may have none."""
        return stamp_of(self._post.date, self._edition, day_only=self._post.day_only)

    @cached_property
    def updated(self) -> Stamp | None:
        """When it last changed, if that was not on the day of `date`."""
        return stamp_of(updated_on(self._post), self._edition, day_only=True)

    @cached_property
    def authors(self) -> tuple[Link, ...]:
        """People, in the order the author wrote them."""
        return self._terms("authors")

    @cached_property
    def tags(self) -> tuple[Link, ...]:
        """Tags, in the order the author wrote them."""
        return self._terms("tags")

    @cached_property
    def categories(self) -> tuple[Link, ...]:
        """Categories, in the order the author wrote them."""
        return self._terms("categories")

    @cached_property
    def series(self) -> tuple[Link, ...]:
        """Series, in the order the author wrote them."""
        return self._terms("series")

    @property
    def description(self) -> str:
        """One line, or empty."""
        return self._post.description

    @property
    def pinned(self) -> bool:
        """Whether it is pinned to the top of the landing page."""
        return self._post.pin

    @property
    def state(self) -> str:
        """`published`, `unlisted`, `draft`, `scheduled` or `unpublished`."""
        return self._post.state.value

    @cached_property
    def updates(self) -> tuple[UpdateView, ...]:
        """The dated updates inside the post, newest first; linked only if the page has their anchor."""
        return tuple(_update(update, self._edition, self._body) for update in self._post.updates)

    @property
    def uncommitted(self) -> bool:
        """Whether its text differs from the last commit; in `serve` only."""
        return self._post.source in self._edition.uncommitted

    def _terms(self, kind: str) -> tuple[Link, ...]:
        return _term_links(self._post, self._edition, self._base, kind)


def post_view(post: Post, edition: Edition, base: str, *, with_excerpt: bool = False, body: str | None = None) -> PostView:
    """Return a post for a template on the page at `base`; `body` is its HTML, given on its own page only."""
    excerpt = ""
    if with_excerpt and post.excerpt:
        excerpt = Markup("<p>{}</p>").format(post.excerpt)
    elif with_excerpt and post.source in edition.html:
        excerpt = Markup(moved(cut_excerpt(edition.html[post.source], post.title), edition.url(post.source), base))  # noqa: S704 - HTML of the body
    return PostView(post, edition, base, excerpt=excerpt, body=body)


def stamp_of(date: datetime | None, edition: Edition, *, day_only: bool) -> Stamp | None:
    """Return a day for display."""
    return _stamp(date, date.utcoffset(), edition.locale, day_only) if date else None


@lru_cache(maxsize=10_000)
def _stamp(date: datetime, offset: timedelta | None, locale: Locale, day_only: bool) -> Stamp:  # noqa: ARG001, FBT001 - part of the key
    """Return a day in a language, cached because it is slow; the key includes the offset, which may change the day."""
    return Stamp(date.date().isoformat() if day_only else date.isoformat(), day_text(date, locale))


def _update(update: Update, edition: Edition, body: str | None) -> UpdateView:
    """Return an update; it has no anchor if no extension rendered its box."""
    linked = update.anchor and (body is None or f'id="{update.anchor}"' in body)
    day = Stamp(update.date.date().isoformat(), day_text(update.date, edition.locale))
    return UpdateView(day, update.text, f"#{update.anchor}" if linked else "")


def _term_links(post: Post, edition: Edition, base: str, kind: str) -> tuple[Link, ...]:
    """Return the terms of a post; an unlisted post may have terms without an archive, which get no link."""
    terms = edition.journal.taxonomies[kind].of(post)
    if post.state.value == "published":
        return tuple(Link(term.name, _term_url(term, edition, base)) for term in terms)
    known = {term.name: _term_url(term, edition, base) for term in terms}
    labels = [author.name for author in post.authors] if kind == "authors" else list(getattr(post, kind))
    return tuple(Link(label, known.get(label, "")) for label in labels)


def _term_url(term: Term, edition: Edition, base: str) -> str:
    source = edition.sources_of_terms.get(term)
    return relative(edition.url(source), base) if source else ""
