"""Metadata of authors and pictures."""

from __future__ import annotations

from mkdocs_journal.metadata.facts import ImageFacts, PersonFacts
from mkdocs_journal.posts.model import Author
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.site_images import SiteImage


def person_facts(author: Author, edition: Edition, *, whole: bool) -> PersonFacts:
    """Return the metadata of an author; `whole` adds what only their own page contains."""
    term = edition.journal.taxonomies["authors"].of_label.get(author.name)
    source = edition.sources_of_terms.get(term) if term else None
    root = edition.site.url
    image = edition.pictures.avatars.get(author.avatar) if whole else None
    return PersonFacts(
        name=term.name if term else author.name,
        page=root + edition.url(source) if source and root else "",
        url=author.url,
        description=author.description if whole else "",
        email=author.email if whole and edition.options.show_emails else "",
        image=image_facts(image, edition, author.name) if image else None,
        links=tuple(link.url for link in author.links) if whole else (),
    )


def image_facts(image: SiteImage, edition: Edition, alt: str = "") -> ImageFacts | None:
    """Return the metadata of a picture; None for a picture in the docs if `site_url` is not set."""
    root = edition.site.url
    if image.file and not root:
        return None
    width, height = image.size or (0, 0)
    url = root + image.url if image.file else image.url
    return ImageFacts(url=url, alt=image.alt or alt, mime_type=image.mime_type, width=width, height=height)
