"""What other plugins and themes do already, and when."""

from __future__ import annotations

from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import TemplateContext

_REBUILD_FILES: Final = frozenset({"literate-nav", "i18n"})
"""Plugins that make the files or the nav anew in `on_files` at -100."""


def reads_files_late(config: MkDocsConfig) -> bool:
    """Return whether posts can be read only after another plugin has rebuilt the files."""
    return any(name.partition(" ")[0].rpartition("/")[2] in _REBUILD_FILES for name in config.plugins)


def meta_file_name(config: MkDocsConfig) -> str:
    """Return the name of the files with which Material's `meta` plugin adds metadata to folders, or empty."""
    plugin = next((plugin for name, plugin in config.plugins.items() if name in {"meta", "material/meta"}), None)
    return str(plugin.config.get("meta_file", "")) if plugin and plugin.config.get("enabled") else ""


def shows_tags(context: TemplateContext) -> bool:
    """Return whether a plugin has given the theme the page's tags to show (Material's tags plugin does)."""
    return bool(context.get("tags"))


def shows_around(config: MkDocsConfig) -> bool:
    """Return whether the theme ends a page with links to the previous and next page."""
    features = config.theme.get("features") or ()
    return config.theme.name == "readthedocs" or "navigation.footer" in features
