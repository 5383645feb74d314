"""The names by which MkDocs knows plugins: with the namespace of a theme, and a number if one is listed again."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def bare_name(name: str) -> str:
    """Return the name of a plugin without namespace and number (`material/blog #2`); that of a hook is its file."""
    last = name.rpartition("/")[2]
    return last if last.endswith(".py") else last.partition(" ")[0]


def plugins_named(config: MkDocsConfig, *names: str) -> list[Any]:
    """Return the plugins of some names, without namespace and number."""
    return [plugin for given, plugin in config.plugins.items() if bare_name(given) in names]
