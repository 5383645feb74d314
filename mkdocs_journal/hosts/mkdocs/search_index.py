"""Archive pages stay out of the search index."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.publishing.edition import Edition


def keep_out_of_search(edition: Edition, config: MkDocsConfig) -> None:
    """Make every search index pass over pages that only list posts.

    The host's own search knows no `search: {exclude: true}`; other search plugins do, and lose nothing here.
    """
    hidden = {file.source for file, _ in edition.archive_files.values() if file.generated}
    elsewhere = (post for post in edition.journal.posts if post.source in edition.targets)
    hidden |= edition.names_of((*edition.journal.unlisted, *elsewhere))
    for plugin in config.plugins.values():
        index: Any = getattr(plugin, "search_index", None)
        add = getattr(index, "add_entry_from_context", None)
        if add is not None:
            index.add_entry_from_context = _passing_over(add, hidden)


def _passing_over(add: Any, hidden: set[str]) -> Any:
    def add_entry(page: Page, *args: Any, **kwargs: Any) -> None:
        if page.file.src_uri not in hidden:
            add(page, *args, **kwargs)

    return add_entry
