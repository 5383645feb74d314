"""What templates see of a post that is the same on every page; it is made once for an edition."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from babel import Locale
from markupsafe import Markup

from mkdocs_journal.history.file_history import updated_on
from mkdocs_journal.language.locales import day_of_year_text, day_text, language_attributes
from mkdocs_journal.posts.model import Author, Post, Taxonomy
from mkdocs_journal.publishing.edition import Edition


@dataclass(slots=True, unsafe_hash=True)
class Stamp:
    """A day."""

    iso: str
    """For machines: `2024-11-12`, or with time and offset if the author gave them."""
    text: str
    """As the language writes it."""
    short: str
    """Without its year."""


class Named(NamedTuple):
    """A term or a person, and where it leads."""

    name: str
    url: str | None
    """Below the site; None: there is no page."""
    author: Author | None = None
    """What is known about a person."""


class PostValues:
    """The values of one post in one edition."""

    def __init__(self, post: Post, edition: Edition) -> None:
        self._post = post
        self._edition = edition
        self.place = edition.place(post)
        """Where the post is to be read, and whether that is a URL below the site."""
        self.date = stamp_of(post.date, edition, day_only=post.day_only)
        self.updated = stamp_of(updated_on(post), edition, day_only=True)
        languages: tuple[Markup, Markup] = edition.once(("languages", post.lang), lambda: _languages(post.lang, edition))
        self.language, self.labels_language = languages

    @cached_property
    def tags(self) -> tuple[Named, ...]:
        """Tags, in the order the author wrote them."""
        return self._terms("tags")

    @cached_property
    def categories(self) -> tuple[Named, ...]:
        """Categories, in the order the author wrote them."""
        return self._terms("categories")

    @cached_property
    def series(self) -> tuple[Named, ...]:
        """Series, in the order the author wrote them."""
        return self._terms("series")

    @cached_property
    def authors(self) -> tuple[Named, ...]:
        """People, in the order the author wrote them."""
        term_of = self._edition.journal.taxonomies["authors"].of_label
        people = {author.name: author for author in self._post.authors}
        people |= {term_of[name].name: author for name, author in people.items() if name in term_of}
        return tuple([Named(name, url, people[name]) for name, url, _ in self._terms("authors")])

    @cached_property
    def reading_time(self) -> str:
        """`4 min read`, or empty if the journal does not show it."""
        number, edition = self._edition.minutes(self._post), self._edition
        shown: str = edition.once(("reading time", number), lambda: edition.labels.count("reading_time", number))
        return shown if number else ""

    def _terms(self, kind: str) -> tuple[Named, ...]:
        """Return the terms of a post; of one that no list shows the names without a link where there is no archive."""
        edition, post = self._edition, self._post
        known: Mapping[str, Named] = edition.once(
            ("named", kind), lambda: _named(edition.journal.taxonomies[kind], edition)
        )
        labels = [author.name for author in post.authors] if kind == "authors" else getattr(post, kind)
        terms = dict.fromkeys(known[label] for label in labels if label in known) if labels else {}
        if post.state.value == "published":
            return tuple(terms)
        links = {term.name: term for term in terms}
        return tuple(links.get(name) or Named(name, None) for name in labels)


def _named(taxonomy: Taxonomy, edition: Edition) -> Mapping[str, Named]:
    """Return the term of each label as authors write it, with the page of its archive."""
    sources = edition.sources_of_terms
    urls = {term: edition.url(sources[term]) if term in sources else None for term in taxonomy.terms}
    return {label: Named(term.name, urls.get(term)) for label, term in taxonomy.of_label.items()}


def _languages(lang: str, edition: Edition) -> tuple[Markup, Markup]:
    """Return the attributes `lang` and `dir` of what has the text of a post in a language, and of labels inside it.

    The first are there only if they differ from those of the pages of the journal.
    """
    text, labels = lang or edition.language, str(edition.locale)
    return attributes(language_attributes(text, labels)), attributes(language_attributes(labels, text))


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


def values_of(post: Post, edition: Edition) -> PostValues:
    """Return the values of a post."""
    values: PostValues = edition.once(("values", post.source), lambda: PostValues(post, edition))
    return values
