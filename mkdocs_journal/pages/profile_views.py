"""An author as templates see them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.pages.picture_views import PictureView, picture_view
from mkdocs_journal.pages.post_views import Link
from mkdocs_journal.posts.model import Author, Post, Term
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import relative


@dataclass(slots=True, unsafe_hash=True, kw_only=True)
class ProfileView:
    """An author, on their own page, below their posts and in the list of authors."""

    name: str
    page: str
    """The page of the author, relative; empty: there is none."""
    description: str
    avatar: PictureView | None
    links: tuple[Link, ...]
    """The author's own site first."""
    email: str
    """Only if it may be printed."""
    count: int
    """Posts of the author."""


def profile_view(term: Term, edition: Edition, base: str) -> ProfileView | None:
    """Return the profile of an author for the page at `base`, or None if only the name is known."""
    author = edition.author_of(term)
    found = _profile(term.name, author, edition, base, edition.sources_of_terms.get(term)) if author else None
    return found if found and (found.links or found.email or found.avatar or found.description) else None


def profiles_of(post: Post, edition: Edition, base: str) -> tuple[ProfileView, ...]:
    """Return the profiles of the authors of a post, as far as more than their names is known."""
    terms = edition.journal.taxonomies["authors"].of(post)
    return tuple(profile for term in terms if (profile := profile_view(term, edition, base)))


def profile_cards(authors: tuple[Archive, ...], edition: Edition, base: str) -> tuple[ProfileView, ...]:
    """Return the profile of every author that has a page, for the list of authors at `base`."""
    return tuple(
        _profile(one.name, edition.author_of(one.term), edition, base, one.source, len(one.posts))
        for one in authors
        if one.term and one.source in edition.archive_files
    )


def _profile(
    name: str, author: Author | None, edition: Edition, base: str, page: PurePosixPath | None, count: int = 0
) -> ProfileView:
    author = author or Author(name=name)
    links = [Link(edition.labels("website"), author.url)] if author.url else []
    links += [Link(link.name, link.url) for link in author.links if link.url != author.url]
    return ProfileView(
        name=name,
        page=relative(edition.url(page), base) if page in edition.archive_files and page else "",
        description=author.description,
        avatar=picture_view(edition.pictures.avatars.get(author.avatar), lambda url: relative(url, base)),
        links=tuple(links),
        email=author.email if edition.options.show_emails else "",
        count=count,
    )
