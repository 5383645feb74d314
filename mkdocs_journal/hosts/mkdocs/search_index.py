"""Decides what of the journal is in the search index."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.internals import pass_over_in_search
from mkdocs_journal.hosts.mkdocs.search_entries import spare_search
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.publication import Publication


def prepare_search(publication: Publication, config: MkDocsConfig) -> None:
    """Make every search index skip pages that only list posts, and give it the entries of posts.

    MkDocs' own search does not support `search: {exclude: true}`; other search plugins do and are not affected.
    """
    spare_search(config, {post for edition in publication.all for post in edition.posts})
    pass_over_in_search(config, frozenset[str]().union(*map(_without_entries, publication.all)))


def _without_entries(edition: Edition) -> set[str]:
    hidden = {file.source for file, _ in edition.archive_files.values() if file.generated}
    elsewhere = (post for post in edition.journal.posts if post.source in edition.targets)
    return hidden | edition.names_of((*edition.journal.unlisted, *elsewhere))
