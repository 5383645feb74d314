"""An author as templates and machines see them."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.config import site_path
from mkdocs_journal.hosts.mkdocs.images import SiteImage
from mkdocs_journal.hosts.mkdocs.post_views import Link
from mkdocs_journal.hosts.mkdocs.site import Site
from mkdocs_journal.metadata.facts import ImageFacts, PersonFacts
from mkdocs_journal.posts.model import Author, Term
from mkdocs_journal.urls.links import relative


@dataclass(frozen=True, slots=True)
class AvatarView:
    """The picture of an author."""

    url: str
    width: int
    """In pixels; 0: not known."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """An author, on a page about them."""

    name: str
    page: str
    """The page itself, relative."""
    description: str
    avatar: AvatarView | None
    links: tuple[Link, ...]
    """The author's own site first."""
    email: str
    """Only if it may be printed."""


def profile_view(term: Term, site: Site, base: str) -> ProfileView | None:
    """Return the profile of an author for the page at `base`, or None if nothing but the name is known."""
    author = site.author_of(term)
    if author is None:
        return None
    links = [Link(site.labels("website"), author.url)] if author.url else []
    links += [Link(link.name, link.url) for link in author.links if link.url != author.url]
    email = author.email if site.options.show_emails else ""
    avatar = _avatar(site.pictures.avatars.get(author.avatar), base)
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


def person_facts(author: Author, site: Site, config: MkDocsConfig, *, whole: bool) -> PersonFacts:
    """Return what machines are told about an author; only on a page about them everything (`whole`)."""
    term = site.journal.taxonomies["authors"].of_label.get(author.name)
    source = site.sources_of_terms.get(term) if term else None
    root = site_path(config)
    image = site.pictures.avatars.get(author.avatar) if whole else None
    return PersonFacts(
        name=term.name if term else author.name,
        page=root + site.url(source) if source and root else "",
        url=author.url,
        description=author.description if whole else "",
        email=author.email if whole and site.options.show_emails else "",
        image=image_facts(image, config, author.name) if image else None,
        links=tuple(link.url for link in author.links) if whole else (),
    )


def image_facts(image: SiteImage, config: MkDocsConfig, alt: str = "") -> ImageFacts | None:
    """Return what machines are told about a picture; None for one of the docs if the site does not know its address."""
    root = site_path(config)
    if image.file and not root:
        return None
    width, height = image.size or (0, 0)
    url = root + image.url if image.file else image.url
    return ImageFacts(url=url, alt=image.alt or alt, mime_type=image.mime_type, width=width, height=height)
