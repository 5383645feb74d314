"""The `_config.yml` that a Jekyll site brings along: what `site.…` was, and how its kramdown was set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, decode
from mkdocs_journal.publishing.site_info import SiteInfo

NAMES: Final = ("_config.yml", "_config.yaml")
UNREADABLE: Final = (OSError, DecodingError, YamlError)
"""What `read_config()` raises."""


def jekyll_config(site: SiteInfo) -> Mapping[str, Any]:
    """Return the values of the file beside the configuration or in the docs; nothing if there is none that can be read."""
    folders = ((site.configuration or site.docs).parent, site.docs)
    path = next((path for folder in folders if (path := config_file(folder))), None)
    try:
        return read_config(path) if path else {}
    except UNREADABLE:
        return {}


def config_file(folder: Path) -> Path | None:
    """Return the file in a folder, or None if there is none."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def read_config(path: Path) -> dict[str, Any]:
    """Return the values of a file.

    Raises:
        OSError: It cannot be read.
        DecodingError: It is not UTF-8.
        YamlError: It is not YAML.
    """
    value = read_yaml(decode(path.read_bytes()))
    return {key.text: plain(item) for key, item in value.entries} if isinstance(value, MapValue) else {}
