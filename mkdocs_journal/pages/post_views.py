"""A post as templates see it: plain values, links relative to the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from babel import Locale
from markupsafe import Markup

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.history.histories import updated_on
from mkdocs_journal.language.locales import day_of_year_text, day_text, language_attributes
from mkdocs_journal.pages.picture_views import PictureView, picture_view
from mkdocs_journal.posts.model import Post, Term, Update
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.excerpt import first_words, has_mark, has_more
from mkdocs_journal.text.formulas import readable_text
from mkdocs_journal.urls.links import moved, relative

_SUMMARY = 160
"""Characters of the beginning of a post on a card."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str
    """Relative to the page; empty: no link."""
    count: int = 0
    """Posts behind it."""


@dataclass(frozen=True, slots=True)
class PersonLink:
    """An author of a post."""

    name: str
    url: str
    """The author's page, relative; empty: there is none."""
    avatar: PictureView | None
    description: str
    """One line, or empty."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day."""

    iso: str
    """For machines: `2024-11-12`, or with time and offset if the author gave them."""
    text: str
    """As the language writes it."""
    short: str
    """Without its year."""


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A dated update inside a post."""

    day: Stamp
    text: str
    """What changed, or empty."""
    url: str
    """Where it stands on the page of the post, or empty."""


class PostView:
    """A post as a template on one page sees it; what a template does not ask for is not made."""

    def __init__(self, post: Post, edition: Edition, base: str, *, body: str | None = None) -> None:
        self._post = post
        self._edition = edition
        self._base = base
        self._body = body

    @property
    def title(self) -> str:
        """Plain text."""
        return self._post.title

    def link(self, url: str) -> str:
        """Return the link that leads from the page to a URL below the site."""
        return relative(url, self._base)

    @cached_property
    def url(self) -> str:
        """Where the post is to be read, relative to the page."""
        url, here = self._edition.place(self._post)
        return self.link(url) if here else url

    @cached_property
    def date(self) -> Stamp | None:
        """When it was published; only a draft may have none."""
        return stamp_of(self._post.date, self._edition, day_only=self._post.day_only)

    @cached_property
    def updated(self) -> Stamp | None:
        """When it last changed, if the day is another than the date's."""
        return stamp_of(updated_on(self._post), self._edition, day_only=True)

    @cached_property
    def authors(self) -> tuple[PersonLink, ...]:
        """People, in the order the author wrote them."""
        pictures = self._edition.pictures.avatars
        term_of = self._edition.journal.taxonomies["authors"].of_label
        people = {author.name: author for author in self._post.authors}
        people |= {term_of[name].name: author for name, author in people.items() if name in term_of}
        return tuple(
            PersonLink(
                link.name,
                link.url,
                picture_view(pictures.get(people[link.name].avatar), self.link),
                people[link.name].description,
            )
            for link in self._terms("authors")
        )

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

    @cached_property
    def meta(self) -> Mapping[str, object]:
        """Its whole front matter, as plain data; a copy."""
        made: Mapping[str, object] = copied(self._post.meta)
        return made

    @property
    def pinned(self) -> bool:
        """Whether its author wants it to stand first on the landing page."""
        return self._post.pin

    @property
    def state(self) -> str:
        """`published`, `unlisted`, `draft`, `scheduled` or `unpublished`."""
        return self._post.state.value

    @cached_property
    def reading_time(self) -> str:
        """`4 min read`, or empty if the journal does not show it."""
        number = self._edition.minutes(self._post)
        return self._edition.labels.count("reading_time", number) if number else ""

    @cached_property
    def cover(self) -> PictureView | None:
        """The picture of the post; on its own page only if the text does not show it."""
        image = self._edition.images.get(self._post.source)
        if image and self._body is not None and image.url.rpartition("/")[2] in self._body:
            return None
        return picture_view(image, self.link)

    @cached_property
    def excerpt(self) -> str:
        """The beginning as `Markup`: what `excerpt` of the front matter says, else cut from the text; or empty."""
        if self._post.excerpt:
            return Markup("<p>{}</p>").format(self._post.excerpt)
        cut = self._edition.excerpt(self._post)
        return Markup(moved(cut, self._edition.url(self._post.source), self._base)) if cut else ""  # noqa: S704 - our own HTML

    @property
    def clamped(self) -> bool:
        """Whether the end of the excerpt is not marked, so that a list shows its first lines only."""
        return self.more and not self._post.excerpt and not has_mark(self._html)

    @cached_property
    def more(self) -> bool:
        """Whether the post has more than its excerpt."""
        if self._post.excerpt or self._post.source in self._edition.targets or not self.excerpt:
            return True
        return has_more(self._html, self._edition.excerpt(self._post), self._post.title)

    @property
    def summary(self) -> str:
        """One or two plain sentences: the description, else the beginning."""
        said = self._post.description or self._post.excerpt
        return said or first_words(readable_text(self._edition.excerpt(self._post)), _SUMMARY)

    @cached_property
    def updates(self) -> tuple[UpdateView, ...]:
        """The dated updates inside the post, newest first; linked only if the page has their anchor."""
        return tuple(_update(update, self._edition, self._body) for update in self._post.updates)

    @property
    def uncommitted(self) -> bool:
        """Whether its text is another than that of the last commit; in `serve` only."""
        return self._post.source in self._edition.uncommitted

    @property
    def language(self) -> Markup:
        """The attributes `lang` and `dir` of an element with its text, if they differ from those of the journal's pages."""
        return attributes(language_attributes(self._language, str(self._edition.locale)))

    @property
    def labels_language(self) -> Markup:
        """The attributes `lang` and `dir` of labels and dates inside such an element."""
        return attributes(language_attributes(str(self._edition.locale), self._language))

    @property
    def _language(self) -> str:
        return self._post.lang or self._edition.language

    @property
    def _html(self) -> str:
        return self._edition.html.get(self._post.source, "") if self._body is None else self._body

    def _terms(self, kind: str) -> tuple[Link, ...]:
        """Return the terms of a post; of one that no list shows the names without a link where there is no archive."""
        terms = self._edition.journal.taxonomies[kind].of(self._post)
        links = {term.name: Link(term.name, self._term_url(term)) for term in terms}
        if self._post.state.value == "published":
            return tuple(links.values())
        names = [author.name for author in self._post.authors] if kind == "authors" else list(getattr(self._post, kind))
        return tuple(links.get(name) or Link(name, "") for name in names)

    def _term_url(self, term: Term) -> str:
        source = self._edition.sources_of_terms.get(term)
        return self.link(self._edition.url(source)) if source else ""


def attributes(values: dict[str, str]) -> Markup:
    """Return attributes of an element as they are written in its tag, each with a blank before it."""
    return Markup().join(Markup(' {}="{}"').format(name, value) for name, value in values.items())


def stamp_of(date: datetime | None, edition: Edition, *, day_only: bool) -> Stamp | None:
    """Return a day as it is shown."""
    return _stamp(date, date.utcoffset(), edition.locale, day_only) if date else None


@lru_cache(maxsize=10_000)
def _stamp(date: datetime, offset: timedelta | None, locale: Locale, day_only: bool) -> Stamp:  # noqa: ARG001, FBT001 - part of the key
    """Return a day as a language writes it, which takes long; one moment is two days at two offsets."""
    day = date.date()
    iso = day.isoformat() if day_only else date.isoformat()
    return Stamp(iso, day_text(date, locale), day_of_year_text(day.month, day.day, locale))


def _update(update: Update, edition: Edition, body: str | None) -> UpdateView:
    """Return an update; without the extension that makes boxes it is plain text and has no anchor."""
    linked = update.anchor and (body is None or f'id="{update.anchor}"' in body)
    day = stamp_of(update.date, edition, day_only=True)
    assert day is not None  # noqa: S101 - an update has a date
    return UpdateView(day, update.text, f"#{update.anchor}" if linked else "")
