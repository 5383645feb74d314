"""Reads `_config.yml` of a Jekyll site: the values of `site.…` and the options of kramdown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, decode

NAMES: Final = ("_config.yml", "_config.yaml")


def jekyll_config(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return the values of the file beside the configuration or in the docs; empty if none is readable."""
    for path in config_paths(config):
        if path.is_file():
            return read_config(path)
    return {}


def config_paths(config: MkDocsConfig) -> list[Path]:
    """Return the possible paths of the file, the likeliest first."""
    folders = dict.fromkeys((Path(config.config_file_path or config.docs_dir).parent, Path(config.docs_dir)))
    return [folder / name for folder in folders for name in NAMES]


def read_config(path: Path) -> dict[str, Any]:
    """Return the values of a file; empty if it cannot be read."""
    try:
        value = read_yaml(decode(path.read_bytes()))
    except (OSError, DecodingError, YamlError):
        return {}
    return {key.text: plain(item) for key, item in value.entries} if isinstance(value, MapValue) else {}
