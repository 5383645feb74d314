"""Keeps archive pages out of the search index."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.internals import pass_over_in_search
from mkdocs_journal.publishing.edition import Edition


def keep_out_of_search(edition: Edition, config: MkDocsConfig) -> None:
    """Make every search index skip pages that only list posts.

    MkDocs' own search does not support `search: {exclude: true}`; other search plugins do and are not affected.
    """
    hidden = {file.source for file, _ in edition.archive_files.values() if file.generated}
    elsewhere = (post for post in edition.journal.posts if post.source in edition.targets)
    hidden |= edition.names_of((*edition.journal.unlisted, *elsewhere))
    pass_over_in_search(config, hidden)
