"""Archive pages stay out of the search index."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.site import Site


def keep_out_of_search(site: Site, config: MkDocsConfig) -> None:
    """Make every search index pass over pages that only list posts.

    The host's own search knows no `search: {exclude: true}`; other search plugins do, and lose nothing here.
    """
    hidden = {src for src, page in site.archive_pages.items() if site.archive_files[page.source][0].generated_by}
    hidden |= site.names_of((*site.journal.unlisted, *(post for post in site.journal.posts if post.source in site.targets)))
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
