"""What other plugins and the theme do, and in which events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.files import site_info
from mkdocs_journal.hosts.mkdocs.internals import origins_of
from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name, plugins_named
from mkdocs_journal.hosts.mkdocs.static_i18n import folders_of_languages
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.pages.page_meta import has_sidebar
from mkdocs_journal.pages.post_frame import Shown
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.missing_folder import Places

_REBUILD_FILES: Final = frozenset({"literate-nav", "i18n"})
"""Plugins that rebuild the files or the nav in `on_files` at priority -100."""


_SHOW_NEIGHBOURS: Final = frozenset({"ivory", "readthedocs", "rtd-dropdown", "shadcn", "windmill"})
"""Themes with links to the previous and next page below each page."""
_FOOTER_FEATURES: Final = frozenset({"navigation.footer", "footer.prev_next"})
"""Features with which Material, and Terminal, have such links."""
_THIS_PLUGIN: Final = "journal"
_MOVE_NOTHING: Final = frozenset({"search"})
"""Plugins that handle many events but do not move files."""
_FIND_BY_NAME: Final = ("autolinks", "awesome-autolinks", "ezlinks", "obsidian-bridge", "roamlinks")


def finds_by_name(config: MkDocsConfig) -> bool:
    """Return whether a plugin finds the file of a link by its name, wherever it is."""
    return bool(plugins_named(config, *_FIND_BY_NAME))


def handlers_of(config: MkDocsConfig, *events: str) -> tuple[str, ...]:
    """Return the names of the other plugins and hooks that handle one of some events, in the order in which they run.

    Args:
        config: The configuration of MkDocs.
        events: Names without `on_`; `<nav` means only the handlers before the journal's own, `>nav` only those after it.
    """
    names: list[str] = []
    for event in events:
        origins = origins_of(config, event.strip("<>"))
        own = [number for number, name in enumerate(origins) if bare_name(name) == _THIS_PLUGIN]
        start = own[0] + 1 if event.startswith(">") else 0
        names += origins[start : own[-1] if event.startswith("<") else None]
    return tuple(dict.fromkeys(name for name in names if name and bare_name(name) not in {_THIS_PLUGIN, *_MOVE_NOTHING}))


def file_places(config: MkDocsConfig) -> Places:
    """Return where the files of MkDocs are, and which plugins may have moved them."""
    beside = Path(config.config_file_path).parent if config.config_file_path else Path(config.docs_dir)
    docs = next((given["docs_dir"] for given in reversed(settings_as_written(config)) if given.get("docs_dir")), "docs")
    movers = partial(_movers, config)
    folders = folders_of_languages(config)
    return Places(site=site_info(config), written_docs=str(beside / str(docs)), movers=movers, folders=folders)


def _movers(config: MkDocsConfig) -> str:
    return named(handlers_of(config, "config", "files"))


def named(plugins: tuple[str, ...]) -> str:
    """Return the names of plugins and hooks for a message: one of them did something."""
    if len(plugins) > 1:
        return f"one of the plugins {', '.join(plugins)}"
    return f"the plugin {plugins[0]}" if plugins else "another plugin or a hook"


def reads_files_late(config: MkDocsConfig) -> bool:
    """Return whether posts can be read only after another plugin has rebuilt the files."""
    return any(bare_name(name) in _REBUILD_FILES for name in config.plugins)


def builds_one_version(config: MkDocsConfig) -> bool | None:
    """Return whether mike builds one version of many, each with an address of its own; None: it is not there."""
    return config.plugins["mike"].config.get("canonical_version") is None if "mike" in config.plugins else None


def meta_file_name(config: MkDocsConfig) -> str:
    """Return the name of the files with which Material's `meta`, or meta-manager, adds metadata to folders, or empty."""
    for plugin in plugins_named(config, "meta", "meta-manager"):
        if plugin.config.get("enabled", True):
            return str(plugin.config.get("meta_file") or plugin.config.get("meta_filename") or "")
    return ""


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
    theme = config.theme
    if theme.name == "simple-blog":
        components = theme.get("components")
        return not (isinstance(components, Mapping) and components.get("preview") is False)
    return theme.name in _SHOW_NEIGHBOURS or not _FOOTER_FEATURES.isdisjoint(texts_in(theme.get("features")))


def shown_by_us(page: Page, context: TemplateContext, edition: Edition, config: MkDocsConfig) -> Shown:
    """Return what the journal shows around the body of a post, because neither theme nor plugin does."""
    beside = has_sidebar(page.meta, edition, str(config.theme.name))
    return Shown(tags=not shows_tags(context), neighbours=not shows_neighbours(config), facts=not beside)
