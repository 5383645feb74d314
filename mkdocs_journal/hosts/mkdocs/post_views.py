"""A post as templates see it: plain values, links relative to the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from markupsafe import Markup

from mkdocs_journal.hosts.mkdocs.site import Site
from mkdocs_journal.language.dates import day_text
from mkdocs_journal.posts.model import Post, Term, Update
from mkdocs_journal.text.excerpt import cut_excerpt
from mkdocs_journal.urls.links import moved, relative


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str
    """Relative to the page; empty: no link."""
    count: int = 0
    """Posts behind it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day."""

    iso: str
    """For machines: `2024-11-12`, or with time and offset if the author gave them."""
    text: str
    """As the language writes it."""


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A dated update inside a post."""

    day: Stamp
    text: str
    """What changed, or empty."""
    url: str
    """Where it stands on the page of the post, or empty."""


class PostView:
    """A post as a template on one page sees it; what a template does not ask for is not made: most lists are short."""

    def __init__(self, post: Post, site: Site, base: str, *, excerpt: str = "", body: str | None = None) -> None:
        self._post = post
        self._site = site
        self._base = base
        self._body = body
        self.title = post.title
        self.excerpt = excerpt
        """`Markup`; only in lists with excerpts."""

    @cached_property
    def url(self) -> str:
        """Where the post is to be read, relative to the page."""
        return self._site.link(self._post, self._base)

    @property
    def date(self) -> Stamp | None:
        """When it was published; only a draft may have none."""
        return stamp_of(self._post.date, self._site, day_only=self._post.day_only)

    @cached_property
    def updated(self) -> Stamp | None:
        """When it last changed, if the day is another than the date's."""
        return stamp_of(updated_on(self._post), self._site, day_only=True)

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
        """Whether its author wants it to stand first on the landing page."""
        return self._post.pin

    @property
    def state(self) -> str:
        """`published`, `unlisted`, `draft`, `scheduled` or `unpublished`."""
        return self._post.state.value

    @cached_property
    def updates(self) -> tuple[UpdateView, ...]:
        """The dated updates inside the post, newest first; linked only if the page has their anchor."""
        return tuple(_update(update, self._site, self._body) for update in self._post.updates)

    @property
    def uncommitted(self) -> bool:
        """Whether its text is another than that of the last commit; in `serve` only."""
        return self._post.source in self._site.uncommitted

    def _terms(self, kind: str) -> tuple[Link, ...]:
        return _term_links(self._post, self._site, self._base, kind)


def post_view(post: Post, site: Site, base: str, *, with_excerpt: bool = False, body: str | None = None) -> PostView:
    """Return a post as a template on the page at `base` sees it; `body` is its own HTML if the page is its own."""
    excerpt = ""
    if with_excerpt and post.excerpt:
        excerpt = Markup("<p>{}</p>").format(post.excerpt)
    elif with_excerpt and post.source in site.html:
        excerpt = Markup(moved(cut_excerpt(site.html[post.source], post.title), site.url(post.source), base))  # noqa: S704 - our own HTML
    return PostView(post, site, base, excerpt=excerpt, body=body)


def stamp_of(date: datetime | None, site: Site, *, day_only: bool) -> Stamp | None:
    """Return a day as it is shown, made once."""
    if date is None:
        return None
    key = (date, date.utcoffset(), day_only)
    if key not in site.stamps:
        iso = date.date().isoformat() if day_only else date.isoformat()
        site.stamps[key] = Stamp(iso, day_text(date, site.locale))
    return site.stamps[key]


def _update(update: Update, site: Site, body: str | None) -> UpdateView:
    """Return an update; without the extension that makes boxes it is plain text and has no anchor."""
    linked = update.anchor and (body is None or f'id="{update.anchor}"' in body)
    day = Stamp(update.date.date().isoformat(), day_text(update.date, site.locale))
    return UpdateView(day, update.text, f"#{update.anchor}" if linked else "")


def updated_on(post: Post) -> datetime | None:
    """Return when the text of a post last changed, if that is another day than the post's."""
    if post.last_updated is None or (post.date and post.last_updated.date() == post.date.date()):
        return None
    return post.last_updated


def _term_links(post: Post, site: Site, base: str, kind: str) -> tuple[Link, ...]:
    """Return the terms of a post; of one that no list shows the names without a link where there is no archive."""
    terms = site.journal.taxonomies[kind].of(post)
    if post.state.value == "published":
        return tuple(Link(term.name, _term_url(term, site, base)) for term in terms)
    known = {term.name: _term_url(term, site, base) for term in terms}
    labels = [author.name for author in post.authors] if kind == "authors" else list(getattr(post, kind))
    return tuple(Link(label, known.get(label, "")) for label in labels)


def _term_url(term: Term, site: Site, base: str) -> str:
    source = site.sources_of_terms.get(term)
    return relative(site.url(source), base) if source else ""
