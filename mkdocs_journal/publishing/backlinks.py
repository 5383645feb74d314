"""Finds the pages that posts link to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.old_urls import address_key
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.urls.links import is_relative, resolve

_HREF: Final = re.compile(r"""\shref=["']?([^"'\s>#?]+)""", re.IGNORECASE)


def backlinks(publication: Publication, files: Iterable[OutputFile]) -> Mapping[str, tuple[Post, ...]]:
    """Return the posts that link to each page outside of the journals, newest first, by the source path of the page.

    Args:
        publication: What is published; posts are rendered. Journals without the option `backlinks` are passed over.
        files: Every file of the site.
    """
    linking = [edition for edition in publication.editions if edition.options.backlinks]
    if not linking:
        return {}
    pages = {address_key(file.url): file.source for file in files if file.is_page and not file.left_out}
    known = frozenset(pages.values())
    found: dict[str, list[Post]] = {}
    for post in publication.all_posts:
        edition = next((one for one in linking if post.source in one.html), None)
        sources = (*map(pages.get, _linked(post, edition)), *_named(post, edition)) if edition else ()
        for source in dict.fromkeys(sources):
            if source in known and not publication.edition_of(source):
                found.setdefault(source, []).append(post)
    return {source: tuple(posts) for source, posts in found.items()}


def _named(post: Post, edition: Edition) -> Iterator[str]:
    """Yield the sources that the key `links` of a post leads to."""
    waiting = [*edition.front_links[post.source].links] if post.source in edition.front_links else []
    while waiting:
        link = waiting.pop()
        waiting += link.parts
        yield link.source


def _linked(post: Post, edition: Edition) -> Iterator[str]:
    """Yield the key of each address on the site that a post links to; links from the root are rewritten by now."""
    base, root = edition.url(post.source), edition.site.url
    for link in _HREF.findall(edition.html[post.source]):
        path = unescaped(link)
        if is_relative(path):
            yield address_key(resolve(path, base))
        elif root and path.startswith(root):
            yield address_key(path[len(root) :])
