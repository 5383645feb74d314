"""Everything that the journal shows on its pages beside their own texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Final

from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.pages.list_marks import has_lists
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.kept import UnknownValueError
from mkdocs_journal.publishing.site_images import SiteImage

_FACTS: Final = attrgetter(*(one.name for one in fields(Post) if one.name != "body"))
"""All of a post but its text."""


def digest_of_text(post: Post, edition: Edition) -> bytes:
    """Return a digest of the rendered text of a post; empty text for one that no list has."""
    html = edition.html.get(post.source, "").encode("utf-8", "surrogatepass")
    made: bytes = edition.once(("digest", post.source), lambda: blake2b(html, digest_size=16).digest())
    return made


def texts_shown(page: Page, build: Build) -> bytes | None:
    """Return digests of the texts of other posts that a page of the journal shows, or None if it shows more than these.

    A list shows excerpts. A post shows none: of the posts that it names, all that is shown is in `inputs_of_journals()`.
    A page with lists of its own shows other posts, and a post that links pages in its front matter shows their titles.
    """
    source = source_name(page.file)
    edition = build.publication.edition_of(source)
    if edition is None or source in edition.broken or has_lists(page.content or "") or build.elsewhere:
        return None
    post = edition.posts.get(source)
    if post is None:
        return b"".join(digest_of_text(one, edition.owner_journal(one)) for one in edition.archive_pages[source].posts)
    return None if post.links else b""


def inputs_of_journals(build: Build) -> Iterator[str]:
    """Yield everything of the journals that any page may show, except the texts of posts.

    Raises:
        UnknownValueError: The content of a value is not known.
    """
    for edition in build.publication.all:
        for value in _inputs(edition):
            text = repr(value)
            if " object at 0x" in text:  # as Python shows what has no text of its own
                raise UnknownValueError(text[:60])
            yield text


def _inputs(edition: Edition) -> Iterator[object]:
    plan = edition.plan
    yield (edition.options, edition.site, edition.title, edition.landing_name, edition.serving, edition.has_home)
    yield from map(_FACTS, edition.posts.values())
    yield [(name, taxonomy.terms) for name, taxonomy in edition.journal.taxonomies.items()]
    yield [(file, page.source, page.number) for file, page in edition.archive_files.values()]
    yield edition.post_files
    yield [(feed.format, feed.file, feed.copies, feed.page, feed.archive.source) for feed in plan.every_feed]
    yield (edition.journal.descriptions, plan.images, plan.pictures, plan.redirects, plan.targets, plan.untranslated)
    social = (plan.pictures.social,) if plan.pictures.social else ()
    yield [_state(image) for image in (*plan.images.values(), *plan.pictures.avatars.values(), *social)]
    yield (edition.moved_from, sorted(edition.uncommitted), edition.broken, edition.front_links)
    yield sorted((source, other.options.name) for source, other in edition.owner_journals.items())


def _state(image: SiteImage) -> tuple[int, int]:
    """Return what changes if a picture is replaced: its size in pixels and bytes is read when it is shown."""
    try:
        found = image.file.path.stat() if image.file and image.file.path else None
    except OSError:
        found = None
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)
