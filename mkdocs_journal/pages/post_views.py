"""A post as templates see it: plain values, links relative to the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.pages.picture_views import PictureView, picture_view
from mkdocs_journal.pages.post_values import Named, Stamp, stamp_of, values_of
from mkdocs_journal.posts.model import Author, Post, Update
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.excerpt import first_words, has_mark, has_more
from mkdocs_journal.text.formulas import readable_text
from mkdocs_journal.urls.links import links_from, moved

_SUMMARY = 160
"""Characters of the beginning of a post on a card."""


@dataclass(slots=True, unsafe_hash=True)
class Link:
    """A name and where it leads; not frozen, because a page has many and a frozen value takes thrice the time to make."""

    name: str
    url: str
    """Relative to the page; empty: no link."""
    count: int = 0
    """Posts behind it."""


@dataclass(slots=True, unsafe_hash=True)
class PersonLink:
    """An author of a post; not frozen for the same reason."""

    name: str
    url: str
    """The author's page, relative; empty: there is none."""
    avatar: PictureView | None
    description: str
    """One line, or empty."""


@dataclass(slots=True, unsafe_hash=True)
class LinkView:
    """A link of the key `links`, or a heading of some."""

    name: str
    url: str
    """Relative to the page; empty: a heading of `parts`."""
    detail: str
    """The heading that it leads to, or empty."""
    parts: tuple[LinkView, ...]


@dataclass(slots=True, unsafe_hash=True)
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
        self._values = values_of(post, edition)
        self.link = links_from(base)

    @property
    def title(self) -> str:
        """Plain text."""
        return self._post.title

    @cached_property
    def url(self) -> str:
        """Where the post is to be read, relative to the page."""
        url, here = self._values.place
        return self.link(url) if here else url

    @property
    def date(self) -> Stamp | None:
        """When it was published; only a draft may have none."""
        return self._values.date

    @property
    def updated(self) -> Stamp | None:
        """When it last changed, if the day is another than the date's."""
        return self._values.updated

    @cached_property
    def authors(self) -> tuple[PersonLink, ...]:
        """People, in the order the author wrote them."""
        return tuple(map(self._person, self._values.authors))

    @cached_property
    def tags(self) -> tuple[Link, ...]:
        """Tags, in the order the author wrote them."""
        return self._linked(self._values.tags)

    @cached_property
    def categories(self) -> tuple[Link, ...]:
        """Categories, in the order the author wrote them."""
        return self._linked(self._values.categories)

    @cached_property
    def series(self) -> tuple[Link, ...]:
        """Series, in the order the author wrote them."""
        return self._linked(self._values.series)

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

    @property
    def reading_time(self) -> str:
        """`4 min read`, or empty if the journal does not show it."""
        return self._values.reading_time

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
        return self._values.language

    @property
    def labels_language(self) -> Markup:
        """The attributes `lang` and `dir` of labels and dates inside such an element."""
        return self._values.labels_language

    @property
    def _html(self) -> str:
        return self._edition.html.get(self._post.source, "") if self._body is None else self._body

    def _linked(self, terms: tuple[Named, ...]) -> tuple[Link, ...]:
        link = self.link
        return tuple([Link(name, "" if url is None else link(url)) for name, url, _ in terms])

    def _person(self, person: Named) -> PersonLink:
        author = person.author or Author(name=person.name)
        avatar = picture_view(self._edition.pictures.avatars.get(author.avatar), self.link)
        return PersonLink(person.name, "" if person.url is None else self.link(person.url), avatar, author.description)


def _update(update: Update, edition: Edition, body: str | None) -> UpdateView:
    """Return an update; without the extension that makes boxes it is plain text and has no anchor."""
    linked = update.anchor and (body is None or f'id="{update.anchor}"' in body)
    day = stamp_of(update.date, edition, day_only=True)
    assert day is not None  # noqa: S101 - an update has a date
    return UpdateView(day, update.text, f"#{update.anchor}" if linked else "")
