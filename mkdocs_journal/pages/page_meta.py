"""`page.meta`: what themes and other plugins read of a page of a journal."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any, Final

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.pages.archive_content import page_title
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.theme_templates import MATERIALS, Theme

Meta = MutableMapping[str, Any]
_SIDEBAR: Final = "journal/material.html"
"""The template of posts whose facts stand in the sidebar of Material."""
_NOT_SEARCHED: Final = {"exclude": True}
_TERMS: Final = frozenset({"tags", "categories", "series", "author"})
"""Keys of which lists are made."""


def hidden_meta() -> Meta:
    """Return the metadata of a page that shows what is wrong with a post."""
    return {"search": {**_NOT_SEARCHED}}


def meta_of_post(post: Post, given: Meta, theme: Theme) -> Meta:
    """Return the metadata of a post; what the theme cannot use is left out.

    Args:
        post: The post.
        given: What other plugins have put there.
        theme: The theme of the site.
    """
    meta: Meta = {**given, **copied(post.meta)}
    meta["title"] = themed(post.title)
    if post.description:
        meta["description"] = themed(post.description)
    if post.tags or "tags" in meta:
        meta["tags"] = [themed(tag) for tag in post.tags]
    if post.authors or "authors" in meta:
        meta["authors"] = [themed(author.name) for author in post.authors]
    if "author" in meta:
        meta["author"] = themed(", ".join(author.name for author in post.authors))
    for key in tuple(theme.cannot_use(meta)):
        meta.pop(key)
    return _hidden_from_neighbours(meta) if post.state is State.UNLISTED else meta


def with_page_options(meta: Meta, edition: Edition, theme: str) -> Meta:
    """Return the metadata of a post with its weight in searches and the template with a sidebar, if options name them.

    Args:
        meta: The metadata; what an author wrote is kept.
        edition: The journal of the post.
        theme: The name of the theme.
    """
    search = meta.get("search")
    if edition.options.search_boost and (search is None or isinstance(search, Mapping)):
        meta = {**meta, "search": {"boost": edition.options.search_boost, **(search or {})}}
    if edition.options.sidebar and theme in MATERIALS and "template" not in meta:
        hidden = meta.get("hide")
        meta = {**meta, "template": _SIDEBAR, "hide": [*(hidden if isinstance(hidden, list) else []), "navigation"]}
    return meta


def has_sidebar(meta: Meta, edition: Edition, theme: str) -> bool:
    """Return whether the facts of a post with some metadata stand in the sidebar of the theme."""
    return edition.options.sidebar and theme in MATERIALS and meta.get("template") == _SIDEBAR


def _hidden_from_neighbours(meta: Meta) -> Meta:
    """Keep an unlisted post out of what other plugins gather from `page.meta`, before they do.

    Lists of tags and categories are made of those keys, searches know `search.exclude`, and plugins that list pages pass
    over what says `draft: true`.
    """
    kept = {key: value for key, value in meta.items() if NAMES_OF.get(normalised(key)) not in _TERMS}
    search = kept.get("search")
    kept["search"] = {**(search if isinstance(search, Mapping) else {}), **_NOT_SEARCHED}
    return {**kept, "draft": True}


def meta_for_theme(post: Post, given: Meta) -> Meta:
    """Let `draft` of an unlisted post mean to the theme what its author wrote; lists are made by now."""
    if post.state is not State.UNLISTED:
        return given
    meta = {key: value for key, value in given.items() if key != "draft"}
    return meta | ({"draft": copied(post.meta["draft"])} if "draft" in post.meta else {})


def meta_of_archive(listed: ArchivePage, given: Meta, edition: Edition, *, generated: bool) -> Meta:
    """Return the metadata of an archive page; what the user's own page says stays.

    Plugins that make feeds or lists of pages pass over what says `draft: true`; it is removed before the theme sees it.
    """
    if not generated:
        return {**given, "search": {**_NOT_SEARCHED}}
    title = page_title(listed, edition)
    return {"title": title, "search": {**_NOT_SEARCHED}, "social": {"cards": False}, "draft": True, **given}
