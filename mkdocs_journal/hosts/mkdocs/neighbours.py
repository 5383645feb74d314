"""What other plugins and themes do already, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.hosts.mkdocs.internals import origins_of
from mkdocs_journal.posts.model import Post

_REBUILD_FILES: Final = frozenset({"literate-nav", "i18n"})
"""Plugins that make the files or the nav anew in `on_files` at -100."""


_SHOW_NEIGHBOURS: Final = frozenset({"ivory", "readthedocs", "rtd-dropdown", "shadcn", "windmill"})
"""Themes with links to the previous and next page below each page."""
_OURS: Final = "journal"
_MOVE_NOTHING: Final = frozenset({"search"})
"""Plugins with handlers of many events that are known to leave files where they are."""


def handlers_of(config: MkDocsConfig, *events: str) -> tuple[str, ...]:
    """Return the names of the other plugins and hooks that have a handler of one of some events, in order of running.

    Args:
        config: The configuration of MkDocs.
        events: Names without `on_`; of `<nav` only the handlers before the journal's own, of `>nav` those behind it.
    """
    names: list[str] = []
    for event in events:
        origins = origins_of(config, event.strip("<>"))
        own = [number for number, name in enumerate(origins) if _bare(name) == _OURS]
        start = own[0] + 1 if event.startswith(">") else 0
        names += origins[start : own[-1] if event.startswith("<") else None]
    return tuple(dict.fromkeys(name for name in names if name and _bare(name) not in {_OURS, *_MOVE_NOTHING}))


def named(plugins: tuple[str, ...]) -> str:
    """Return some plugins and hooks, of which one has done something, as messages name them."""
    if len(plugins) > 1:
        return f"one of the plugins {', '.join(plugins)}"
    return f"the plugin {plugins[0]}" if plugins else "another plugin or a hook"


def _bare(name: str) -> str:
    """Return the name of a plugin without its namespace and the number of its instance."""
    return name.partition(" ")[0].rpartition("/")[2]


def plugins_named(config: MkDocsConfig, *names: str) -> list[Any]:
    """Return the plugins of some names, without namespace and number."""
    return [plugin for given, plugin in config.plugins.items() if _bare(given) in names]


_TERMS: Final = frozenset({"tags", "categories", "series", "author"})
"""Keys of which lists are made."""


def reads_files_late(config: MkDocsConfig) -> bool:
    """Return whether posts can be read only after another plugin has rebuilt the files."""
    return any(_bare(name) in _REBUILD_FILES for name in config.plugins)


def builds_one_version(config: MkDocsConfig) -> bool | None:
    """Return whether mike builds one version of many, each with an address of its own; None: it is not there."""
    return config.plugins["mike"].config.get("canonical_version") is None if "mike" in config.plugins else None


def meta_file_name(config: MkDocsConfig) -> str:
    """Return the name of the files with which Material's `meta` plugin adds metadata to folders, or empty."""
    plugin = next((plugin for name, plugin in config.plugins.items() if name in {"meta", "material/meta"}), None)
    return str(plugin.config.get("meta_file", "")) if plugin and plugin.config.get("enabled") else ""


def hide_from_neighbours(page: Page) -> None:
    """Keep an unlisted post out of what other plugins gather from `page.meta`, before they do.

    Lists of tags and categories are made of those keys, searches know `search.exclude`, and plugins that list pages pass
    over what says `draft: true`.
    """
    kept = {key: value for key, value in page.meta.items() if NAMES_OF.get(normalised(key)) not in _TERMS}
    search = kept.get("search")
    kept["search"] = {**(search if isinstance(search, Mapping) else {}), "exclude": True}
    page.meta = {**kept, "draft": True}


def show_to_theme(page: Page, post: Post) -> None:
    """Let `draft` of an unlisted post mean to the theme what its author wrote; lists are made by now."""
    meta = {key: value for key, value in page.meta.items() if key != "draft"}
    page.meta = meta | ({"draft": post.meta["draft"]} if "draft" in post.meta else {})


def shows_tags(context: TemplateContext) -> bool:
    """Return whether the theme shows the tags of the page as links, as Material's tags plugin gives them to it.

    Without a page of tags it gives names that lead nowhere; they are taken away then, for the journal has a page for each.
    """
    given: Any = context.get("tags") or ()
    if any(tag.get("url") if isinstance(tag, Mapping) else getattr(tag, "url", None) for tag in given):
        return True
    if given:
        context["tags"] = []  # type: ignore[typeddict-unknown-key]  # of that plugin
    return False


def shows_neighbours(config: MkDocsConfig) -> bool:
    """Return whether the theme ends a page with links to the previous and next page."""
    features = config.theme.get("features") or ()
    return config.theme.name in _SHOW_NEIGHBOURS or "navigation.footer" in features
