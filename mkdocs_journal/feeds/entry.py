"""The content of a feed, independent of its format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple

_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
NO_POST: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When the feed of a journal without posts was updated: a fixed day, because the time of the build would change its bytes.
Validators report dates before 1990."""


@dataclass(frozen=True, slots=True)
class Person:
    """An author."""

    name: str
    url: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that belongs to an entry."""

    url: str
    mime_type: str
    length: int | None
    """Bytes, if known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A post in a feed."""

    id: str
    """An absolute URI that never changes."""
    url: str
    """Absolute."""
    title: str
    """Plain text."""
    published: datetime
    """With its UTC offset."""
    updated: datetime
    """With its UTC offset, never before `published`."""
    authors: tuple[Person, ...] = ()
    categories: tuple[str, ...] = ()
    summary: str = ""
    """Plain text."""
    content: str = ""
    """HTML, its URLs absolute."""
    excerpt_only: bool = False
    """Whether the content is left out."""
    language: str = ""
    """BCP 47, or empty; written if it differs from the feed's."""
    image: Image | None = None


class Feed(NamedTuple):
    """A feed."""

    title: str
    url: str
    """The page that shows the same posts, absolute."""
    feed_url: str
    """The feed itself, absolute."""
    id: str
    """An absolute URI that never changes."""
    subtitle: str = ""
    language: str = ""
    """BCP 47, or empty."""
    copyright: str = ""
    authors: tuple[Person, ...] = ()
    """Authors of entries without authors."""
    entries: tuple[Entry, ...] = ()
    """Newest first."""
    updated_without: datetime = NO_POST
    """When it was updated if it has no entries: the date of the newest post of the journal."""
    generator: str = ""
    generator_version: str = ""
    hub: str = ""
    """The WebSub hub, absolute, or empty."""
    previous: str = ""
    """The feed of the next older posts (RFC 5005), absolute, or empty."""
    current: str = ""
    """The feed of the newest posts, absolute, for an archive feed; else empty."""
    icon: str = ""
    """A small picture of the site, absolute, or empty."""
    logo: str = ""
    """A larger picture of the site, absolute, or empty."""
    stylesheet: str = ""
    """The stylesheet that makes the feed readable in a browser, relative to `feed_url`, or empty."""

    @property
    def updated(self) -> datetime:
        """When the newest change of an entry was."""
        return max((entry.updated for entry in self.entries), default=self.updated_without)

    @property
    def is_archive(self) -> bool:
        """Whether it is marked as an archive feed (RFC 5005); the oldest has no older feed to link and is not marked."""
        return bool(self.current and self.previous)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The link relations to the hub and to other feeds, with their addresses."""
        relations = {"hub": self.hub, "current": self.current, "prev-archive": self.previous}
        return tuple((name, url) for name, url in relations.items() if url)


def clean_text(text: str) -> str:
    """Return a text without characters that XML forbids; stray Windows-1252 bytes are converted.

    Source: https://www.w3.org/TR/xml/#charsets
    """
    return _NO_TEXT.sub(_cleaned, text)


def _cleaned(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore")
    return ""
