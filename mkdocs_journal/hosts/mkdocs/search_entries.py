"""Gives the search plugins of MkDocs, ProperDocs and Material the entries of posts without parsing each post again.

Nearly all posts are HTML as Markdown writes it, which is cut at its tags in one step. The plugin itself reads the others,
and the first posts as well: if its entries for one of them are different, it reads all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_journal.hosts.mkdocs.internals import search_entries, search_indexes
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.text.search_sections import material_sections, mkdocs_sections
from mkdocs_journal.text.usual_markup import parts_of

Entries = list[dict[str, Any]]
_PROVED: Final = 2
"""The number of posts that are read both ways."""
_LONG: Final = ("  ", "\t", "\r", "\v", "\f")
"""White space of ASCII, apart from single blanks and the ends of lines."""


def spare_search(config: MkDocsConfig, posts: Collection[str]) -> None:
    """Let the search plugin of this build take the entries of posts from here.

    Args:
        config: The configuration of MkDocs.
        posts: The source paths of the posts.
    """
    for index in search_indexes(config):
        entries = search_entries(index)
        if entries is not None and (make := _MADE.get(_digest_of(index))):
            index.add_entry_from_context = _Adding(index, entries, make, posts)


def _digest_of(index: Any) -> str:
    """Return the digest of the module of a search index."""
    file = sys.modules[type(index).__module__].__file__
    return sha256(Path(file).read_bytes()).hexdigest() if file else ""


class _Adding:
    """Stands in the place of the method with which an index takes the entries of a page."""

    def __init__(
        self, index: Any, entries: Entries, make: Callable[[Any, Page], Entries | None], posts: Collection[str]
    ) -> None:
        self._index, self._add, self._entries, self._make = index, index.add_entry_from_context, entries, make
        self._posts = posts
        self._proved = 0

    def __call__(self, page: Page) -> None:
        made = self._make(self._index, page) if source_name(page.file) in self._posts else None
        if made is not None and self._proved >= _PROVED:
            self._entries.extend(made)
            return
        start = len(self._entries)
        self._add(page)
        if made is not None:
            self._proved += 1
            if made != self._entries[start:]:
                self._posts = ()


def _of_mkdocs(index: Any, page: Page) -> Entries | None:
    """Return the entries of a page as MkDocs makes them, or None where only it can."""
    parts = parts_of(page.content or "") if index.config["indexing"] == "full" else None
    if parts is None:
        return None
    cut, sections = mkdocs_sections(parts)
    texts = [_in_one_line("\n".join(run)) for run in cut]
    anchors = _anchors(page)
    entries = [{"title": page.title, "text": " ".join(filter(None, texts)).strip(), "location": page.url}]
    for identity, place in sections:
        if anchor := anchors.get(identity):
            entries.append({"title": anchor.title, "text": texts[place].strip(), "location": page.url + anchor.url})
    return entries


def _in_one_line(text: str) -> str:
    """Return a text with one blank for all white space of ASCII, and none around it."""
    lines = text.replace("\u00a0", " ").split("\n")
    text = " ".join([line for part in lines if (line := part.strip(" "))])
    if any(sign in text for sign in _LONG):  # bytes are split at the white space of ASCII only
        return b" ".join(text.encode("utf-8", "surrogatepass").split()).decode("utf-8", "surrogatepass")
    return text


def _of_material(index: Any, page: Page) -> Entries | None:  # noqa: ARG001 - one signature for all
    """Return the entries of a page as Material makes them, or None where only it can."""
    html = page.content or ""
    parts = None if page.meta.get("search") else parts_of(html)
    sections = None if parts is None else material_sections(html, parts)
    if sections is None:
        return None
    anchors, entries = _anchors(page), []
    tags = page.meta.get("tags")
    for section in sections:
        anchor = anchors.get(section.id)
        title = "".join(section.title.parts or [str(page.meta.get("title", page.title))]).strip()
        fragment = anchor.url if anchor else f"#{section.id}" if section.id else ""
        text = "".join(section.text.parts).strip()
        entry: dict[str, Any] = {"location": page.url + fragment, "title": title, "text": text}
        if isinstance(tags, list):
            entry["tags"] = [str(name) for name in tags if name and isinstance(name, str | int | float)]
        entries.append(entry)
    return entries


def _anchors(page: Page) -> dict[str | None, AnchorLink]:
    """Return the headings of a page by their `id`; of two with the same the first."""
    found: dict[str | None, AnchorLink] = {}
    for item in _all(page.toc):
        found.setdefault(item.id, item)
    return found


def _all(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _all(item.children)


_MADE: Final[dict[str, Callable[[Any, Page], Entries | None]]] = {
    "4a8ec7e19d707e90dc9b07c20144458e7b3cfdb4a0f7e2620d4c03e6ad2a763c": _of_mkdocs,  # MkDocs 1.6.0, 1.6.1
    "bab9cdfd2ba926d9df498b45152f712abd705d86d699f1e07a8542522322f3b2": _of_mkdocs,  # ProperDocs 1.6.5 to 1.6.7
    "cc8a3ac0a8862662d11e87fefcdaa4a42d9ebd70a7943fa921c1c80e2661730b": _of_material,  # Material 9.7.0 to 9.8.2
}
"""The digests of the modules whose entries are made here; with any other the plugin reads all posts."""
