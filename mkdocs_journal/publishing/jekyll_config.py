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


def jekyll_config(site: SiteInfo) -> Mapping[str, Any]:
    """Return the values of the file beside the configuration or in the docs; nothing if there is none that can be read."""
    for path in config_paths(site):
        if path.is_file():
            return read_config(path)
    return {}


def config_paths(site: SiteInfo) -> list[Path]:
    """Return where the file may lie, the likeliest place first."""
    folders = dict.fromkeys(((site.configuration or site.docs).parent, site.docs))
    return [folder / name for folder in folders for name in NAMES]


def read_config(path: Path) -> dict[str, Any]:
    """Return the values of a file, or nothing if it cannot be read."""
    try:
        value = read_yaml(decode(path.read_bytes()))
    except (OSError, DecodingError, YamlError):
        return {}
    return {key.text: plain(item) for key, item in value.entries} if isinstance(value, MapValue) else {}
