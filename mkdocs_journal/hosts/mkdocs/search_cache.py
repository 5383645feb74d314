"""Keeps what the search plugins of MkDocs, ProperDocs and Material made of each page for the next build of `serve`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.internals import search_entries, search_indexes
from mkdocs_journal.hosts.mkdocs.theme_inputs import contents_of
from mkdocs_journal.publishing.kept import Kept, UnknownValueError, key_of

_READ_OF_META: Final = ("search", "tags", "title")
"""What these plugins read of the front matter."""
Entries = list[dict[str, Any]]


class SearchCache:
    """The search entries of each page."""

    def __init__(self) -> None:
        self._kept: Kept[Entries] = Kept()

    def attach(self, config: MkDocsConfig) -> None:
        """Let the search plugin of this build use the entries of the previous one for pages that are as before."""
        for index in search_indexes(config):
            entries = search_entries(index)
            if entries is not None:
                try:
                    self._kept.begin(key_of(type(index).__module__, index.config))
                except UnknownValueError:
                    return
                index.add_entry_from_context = self._adding(index.add_entry_from_context, entries)
                return

    def _adding(self, add: Callable[[Page], None], entries: Entries) -> Callable[[Page], None]:
        def add_entry(page: Page) -> None:
            try:
                key = key_of(page.content, page.title, page.url, contents_of(page.toc), *map(page.meta.get, _READ_OF_META))
            except UnknownValueError:
                add(page)
                return
            name = page.file.src_uri
            if (kept := self._kept.get(name, key)) is None:
                start = len(entries)
                add(page)
                kept = list(_copied(entries[start:]))
            else:
                entries.extend(_copied(kept))
            self._kept.keep(name, key, kept, sum(len(str(entry.get("text"))) for entry in kept))

        return add_entry


def _copied(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Return entries that can be changed without a change of these."""
    return ({name: list(value) if isinstance(value, list) else value for name, value in entry.items()} for entry in entries)
