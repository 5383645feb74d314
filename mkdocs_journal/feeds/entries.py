"""Makes the entries of feeds from the rendered posts of a build, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.addresses import is_web
from mkdocs_journal.feeds.content import absolute, feed_content
from mkdocs_journal.feeds.entry import Entry, Image, Person
from mkdocs_journal.feeds.identity import entry_ids
from mkdocs_journal.feeds.update_entries import update_entries
from mkdocs_journal.journal import newest_first
from mkdocs_journal.language.locales import language_tag
from mkdocs_journal.posts.model import Author, Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.excerpt import beginning, first_words
from mkdocs_journal.text.title_texts import without_markup

_SUMMARY: Final = 300
"""Characters of a summary beside the whole text, about three lines."""

ChangeEntry = Callable[[Entry, Post], Entry | None]
"""Returns an entry as feeds get it, or None to leave it out."""


class Entries:
    """The entries of a build by the source of their post."""

    def __init__(self, site_url: str, editions: Sequence[Edition], change: ChangeEntry | None = None) -> None:
        self._base = site_url
        self._change = change
        self._made: dict[PurePosixPath, Entry | None] = {}
        self._updates: dict[PurePosixPath, tuple[Entry, ...]] = {}
        found = [(post, edition) for edition in editions for post in edition.journal.posts]
        oldest_first = sorted(found, key=lambda pair: newest_first(pair[0]))
        posts = ((post, edition.url(post.source), edition.options) for post, edition in oldest_first)
        self._ids = entry_ids(posts, self._base)

    def of(self, post: Post, edition: Edition) -> Entry | None:
        """Return the entry of a post, with the options of its own journal, or None if it is left out."""
        if post.source not in self._made:
            entry = self._entry(post, edition.owner_journal(post))
            self._made[post.source] = self._change(entry, post) if self._change else entry
        return self._made[post.source]

    def updates_of(self, post: Post, edition: Edition) -> tuple[Entry, ...]:
        """Return the entries of the dated updates of a post; none if its own entry is left out."""
        if post.source not in self._updates:
            entry = self.of(post, edition)
            self._updates[post.source] = update_entries(post, entry) if entry else ()
        return self._updates[post.source]

    def _entry(self, post: Post, edition: Edition) -> Entry:
        path = edition.url(post.source)
        url = absolute(path, self._base)
        html = edition.html.get(post.source, "")
        terms = [term.name for kind in ("tags", "categories") for term in edition.journal.taxonomies[kind].of(post)]
        excerpt_only = (post.feed or edition.options.feeds.content) == "excerpt"
        return Entry(
            id=self._ids[post.source],
            url=absolute(edition.address(post, self._base), self._base),
            title=post.title if post.titled_by == "heading" else without_markup(post.title),
            published=post.shown_date,
            updated=post.last_updated or post.shown_date,
            authors=tuple(_person(author, email=edition.options.feeds.email) for author in post.authors),
            categories=tuple(dict.fromkeys(map(without_markup, terms))),
            summary=_summary(post, html, whole=excerpt_only),
            content="" if excerpt_only else feed_content(html, url, title=post.title),
            excerpt_only=excerpt_only,
            language=language_tag(post.lang) or edition.language,
            image=self._image(post, edition),
        )

    def _image(self, post: Post, edition: Edition) -> Image | None:
        image = edition.images.get(post.source)
        return Image(absolute(image.url, self._base), image.mime_type, image.length) if image else None


def _person(author: Author, *, email: bool) -> Person:
    url = absolute(author.url, "") if is_web(author.url) else ""
    return Person(without_markup(author.name), url, author.email if email else "")


def _summary(post: Post, html: str, *, whole: bool) -> str:
    """Return the summary beside or instead of the text; instead of the text the excerpt is not cut."""
    if text := post.description or post.excerpt:
        return text
    excerpt = beginning(html, post.title)
    return excerpt if whole else first_words(excerpt, _SUMMARY)
