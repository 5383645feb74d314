"""Authors for templates."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journal.pages.post_views import Link
from mkdocs_journal.posts.model import Author, Term
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.site_images import SiteImage
from mkdocs_journal.urls.links import relative


@dataclass(frozen=True, slots=True)
class AvatarView:
    """The picture of an author."""

    url: str
    width: int
    """In pixels; 0 if unknown."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """An author, on a page about them."""

    name: str
    page: str
    """Link to the page of the author, relative."""
    description: str
    avatar: AvatarView | None
    links: tuple[Link, ...]
    """Links of the author, their own site first."""
    email: str
    """Empty unless the option `show_emails` is set."""


def profile_view(term: Term, edition: Edition, base: str) -> ProfileView | None:
    """Return the profile of an author for the page at `base`, or None if only the name is known."""
    author = edition.author_of(term) or Author(name=term.name)
    links = [Link(edition.labels("website"), author.url)] if author.url else []
    links += [Link(link.name, link.url) for link in author.links if link.url != author.url]
    email = author.email if edition.options.show_emails else ""
    avatar = _avatar(edition.pictures.avatars.get(author.avatar), base)
    if not (links or email or avatar or author.description):
        return None
    return ProfileView(
        name=term.name,
        page=relative(base, base),
        description=author.description,
        avatar=avatar,
        links=tuple(links),
        email=email,
    )


def _avatar(image: SiteImage | None, base: str) -> AvatarView | None:
    if image is None:
        return None
    width, height = image.size or (0, 0)
    return AvatarView(relative(image.url, base) if image.file else image.url, width, height)
