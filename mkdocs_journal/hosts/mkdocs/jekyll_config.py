"""The `_config.yml` of a Jekyll site in an MkDocs site: the file of the option `jekyll`, else one that is found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.moving.jekyll_config import JekyllConfig, JekyllConfigError, config_file, read_jekyll_config


def values_of_jekyll(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return the values of `site.…` and the options of kramdown; empty if no file is readable."""
    path = jekyll_file(config)
    try:
        return read_jekyll_config(path).values if path else {}
    except JekyllConfigError:
        return {}


def jekyll_file(config: MkDocsConfig) -> Path | None:
    """Return the file of the option, else the one beside the configuration, else the one in the docs, or None."""
    plugin = next((plugin for name, plugin in config.plugins.items() if name.partition(" ")[0] == "journal"), None)
    if plugin is not None and (named := _named(plugin.config, config.config_file_path)):
        return named
    folders = (Path(config.config_file_path or config.docs_dir).parent, Path(config.docs_dir))
    return next((found for folder in folders if (found := config_file(folder))), None)


def jekyll_of(raw: Mapping[str, Any], path: str | None) -> JekyllConfig | None:
    """Return the file that the option `jekyll` names, or None without the option.

    Args:
        raw: The options of the plugin.
        path: The configuration file, or None.

    Raises:
        JekyllConfigError: It cannot be read.
    """
    file = _named(raw, path)
    return read_jekyll_config(file) if file else None


def _named(raw: Mapping[str, Any], path: str | None) -> Path | None:
    name = raw.get("jekyll")
    return Path(path or "mkdocs.yml").parent / name if isinstance(name, str) and name else None
