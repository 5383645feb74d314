"""What other plugins and the theme do, and in which events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.hosts.mkdocs.internals import origins_of
from mkdocs_journal.pages.post_frame import Shown
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition

_REBUILD_FILES: Final = frozenset({"literate-nav", "i18n"})
"""Plugins that rebuild the files or the nav in `on_files` at priority -100."""


_THIS_PLUGIN: Final = "journal"
_MOVE_NOTHING: Final = frozenset({"search"})
"""Plugins that handle many events but do not move files."""


def handlers_of(config: MkDocsConfig, *events: str) -> tuple[str, ...]:
    """Return the names of the other plugins and hooks that handle one of some events, in the order in which they run.

    Args:
        config: The configuration of MkDocs.
        events: Names without `on_`; `<nav` means only the handlers before the journal's own, `>nav` only those after it.
    """
    names: list[str] = []
    for event in events:
        origins = origins_of(config, event.strip("<>"))
        own = [number for number, name in enumerate(origins) if _bare(name) == _THIS_PLUGIN]
        start = own[0] + 1 if event.startswith(">") else 0
        names += origins[start : own[-1] if event.startswith("<") else None]
    return tuple(dict.fromkeys(name for name in names if name and _bare(name) not in {_THIS_PLUGIN, *_MOVE_NOTHING}))


def named(plugins: tuple[str, ...]) -> str:
    """Return the names of plugins and hooks for a message: one of them did something."""
    if len(plugins) > 1:
        return f"one of the plugins {', '.join(plugins)}"
    return f"the plugin {plugins[0]}" if plugins else "another plugin or a hook"


def _bare(name: str) -> str:
    """Return the name of a plugin without namespace and instance number."""
    return name.partition(" ")[0].rpartition("/")[2]


SIDEBAR: Final = "journal/material.html"
"""The template of posts whose facts stand in the sidebar of Material."""
_MATERIAL: Final = frozenset({"material", "materialx"})
_TERMS: Final = frozenset({"tags", "categories", "series", "author"})
"""Keys from which other plugins make lists."""


def reads_files_late(config: MkDocsConfig) -> bool:
    """Return whether posts can be read only after another plugin has rebuilt the files."""
    return any(_bare(name) in _REBUILD_FILES for name in config.plugins)


def builds_one_version(config: MkDocsConfig) -> bool | None:
    """Return whether mike builds one version of many, each with its own URL; None if mike is not installed."""
    return config.plugins["mike"].config.get("canonical_version") is None if "mike" in config.plugins else None


def meta_file_name(config: MkDocsConfig) -> str:
    """Return the name of the files with which Material's `meta` plugin adds metadata to folders, or empty."""
    plugin = next((plugin for name, plugin in config.plugins.items() if name in {"meta", "material/meta"}), None)
    return str(plugin.config.get("meta_file", "")) if plugin and plugin.config.get("enabled") else ""


def hide_from_neighbours(page: Page) -> None:
    """Keep an unlisted post out of lists that other plugins make from `page.meta`.

    Lists of tags and categories are made from these keys, search plugins support `search.exclude`, and plugins that list
    pages skip those with `draft: true`.
    """
    kept = {key: value for key, value in page.meta.items() if NAMES_OF.get(normalised(key)) not in _TERMS}
    search = kept.get("search")
    kept["search"] = {**(search if isinstance(search, Mapping) else {}), "exclude": True}
    page.meta = {**kept, "draft": True}


def show_to_theme(page: Page, post: Post) -> None:
    """Restore `draft` of an unlisted post for the theme; other plugins have made their lists by now."""
    meta = {key: value for key, value in page.meta.items() if key != "draft"}
    page.meta = meta | ({"draft": post.meta["draft"]} if "draft" in post.meta else {})


def shows_tags(context: TemplateContext) -> bool:
    """Return whether the theme shows the page's tags because of a plugin, such as Material's tags plugin."""
    return bool(context.get("tags"))


def shows_neighbours(config: MkDocsConfig) -> bool:
    """Return whether the theme shows links to the previous and next page."""
    features = config.theme.get("features") or ()
    return config.theme.name == "readthedocs" or "navigation.footer" in features


def has_sidebar(edition: Edition, config: MkDocsConfig) -> bool:
    """Return whether the facts of posts stand in a sidebar of the theme."""
    return edition.options.sidebar and config.theme.name in _MATERIAL


def shown_by_us(page: Page, context: TemplateContext, edition: Edition, config: MkDocsConfig) -> Shown:
    """Return what the journal shows around the body of a post, because neither theme nor plugin does."""
    beside = has_sidebar(edition, config) and page.meta.get("template") == SIDEBAR
    return Shown(tags=not shows_tags(context), neighbours=not shows_neighbours(config), facts=not beside)
