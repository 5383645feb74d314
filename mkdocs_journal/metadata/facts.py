"""Page metadata, independent of the output format."""

from datetime import datetime
from typing import NamedTuple

from mkdocs_journal.text.moments import rfc3339


class ImageFacts(NamedTuple):
    """A picture of a page or a person."""

    url: str
    """Absolute."""
    alt: str = ""
    mime_type: str = ""
    width: int = 0
    """In pixels; 0 if unknown; remote pictures are never fetched."""
    height: int = 0


class PersonFacts(NamedTuple):
    """An author."""

    name: str
    page: str = ""
    """The page of the author on this site, absolute, or empty."""
    url: str = ""
    """The author's own site, or empty."""
    description: str = ""
    email: str = ""
    """Empty unless `show_emails` is set."""
    image: ImageFacts | None = None
    links: tuple[str, ...] = ()
    """Profiles of the same person on other sites."""


class Crumb(NamedTuple):
    """A page on the way from the home page."""

    name: str
    url: str
    """Absolute."""


class SiteFacts(NamedTuple):
    """The site and the journal that a page belongs to."""

    name: str
    url: str
    """Absolute, or empty without `site_url`; then metadata contains no page addresses."""
    journal: str
    """Title of the landing page."""
    journal_url: str
    """Absolute, or empty if it has no landing page."""
    language: str
    """BCP 47, for example `en` or `pt-BR`."""
    author: str = ""


class PageFacts(NamedTuple):
    """A page of the journal."""

    kind: str
    """`post`, `journal` (the landing list), `list` or `profile`."""
    title: str
    """Plain text."""
    url: str
    """Absolute; the canonical one."""
    own_url: str = ""
    """Its URL on this site, if it differs from the canonical one."""
    description: str = ""
    """Plain text, or empty."""
    image: ImageFacts | None = None
    published: datetime | None = None
    day_only: bool = True
    """Whether `published` is a day without a time."""
    updated: datetime | None = None
    """When the text last changed, if not on the day of `published`."""
    authors: tuple[PersonFacts, ...] = ()
    """The authors of a post, in the order written; the person of a profile."""
    tags: tuple[str, ...] = ()
    language: str = ""
    """BCP 47, or empty: that of the site."""
    section: str = ""
    """The first category, or empty."""
    hidden: bool = False
    """Whether search engines must leave it out."""
    crumbs: tuple[Crumb, ...] = ()
    """The breadcrumbs from the home page; the page itself last."""
    entries: tuple[Crumb, ...] = ()
    """The first posts that a list shows."""
    post_count: int = 0
    """How many posts it has on all its pages."""

    @property
    def published_text(self) -> str:
        """`published` for programs: a day, or a moment if the author gave a time; or empty."""
        if self.published is None:
            return ""
        return self.published.date().isoformat() if self.day_only else rfc3339(self.published)
