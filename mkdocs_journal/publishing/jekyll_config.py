"""The `_config.yml` of a Jekyll site: read once, for every caller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from mkdocs_journal.files.regular_files import bytes_of, is_there
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, decode
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.posts.data_files import MAX_EVENTS
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.site_info import SiteInfo

NAMES: Final = ("_config.yml", "_config.yaml")
"""What the file is called; Jekyll reads the first that is there."""
_PATTERNS: Final = frozenset({"exclude", "include", "keep_files"})


class JekyllConfigError(ValueError):
    """The file cannot be read; the message is for the author."""


class JekyllConfig(NamedTuple):
    """The values of a `_config.yml`, with their places."""

    shown: str = NAMES[0]
    """The file as messages name it."""
    values: Mapping[str, Any] = MappingProxyType({})
    """Plain data."""
    located: MapValue = MapValue((), 0, 0)
    """The same, with lines and columns."""

    def place_of(self, key: str) -> Place:
        """Return where a key is written, or the deepest one above it; a dot stands for nesting."""
        value: object = self.located
        place = Place(self.shown)
        for name in key.split("."):
            entries = value.entries if isinstance(value, MapValue) else ()
            found = next(((own, inner) for own, inner in entries if own.text == name), None)
            if found is None:
                break
            place, value = Place(self.shown, found[0].line, found[0].column), found[1]
        return place


def jekyll_values(site: SiteInfo) -> Mapping[str, Any]:
    """Return the values of `site.…` and the options of kramdown; empty if there is no file that can be read."""
    path = jekyll_file(site)
    try:
        return read_jekyll_config(path).values if path else {}
    except JekyllConfigError:
        return {}


def jekyll_texts(site: SiteInfo) -> Iterator[str]:
    """Yield the texts of the file that posts may show; patterns of files are none."""
    yield from texts_in({key: value for key, value in jekyll_values(site).items() if key not in _PATTERNS})


def jekyll_file(site: SiteInfo) -> Path | None:
    """Return the file of the option `jekyll`, else the one beside the configuration, else the one in the docs, or None."""
    folders = ((site.configuration or site.docs).parent, site.docs)
    return site.jekyll or next((path for folder in folders if (path := config_file(folder))), None)


def config_file(folder: Path) -> Path | None:
    """Return the file in a folder, or None if there is none."""
    return next((folder / name for name in NAMES if is_there(folder / name)), None)


def read_jekyll_config(path: Path) -> JekyllConfig:
    """Read a file.

    Raises:
        JekyllConfigError: It cannot be read, or is not a YAML mapping of plain data.
    """
    shown = shown_path(path)
    try:
        value = read_yaml(decode(bytes_of(path)), max_events=MAX_EVENTS)
    except OSError as error:
        raise JekyllConfigError(f"{shown}: cannot be read ({error.strerror or error})") from None
    except DecodingError:
        raise JekyllConfigError(f"{shown}: is not valid UTF-8") from None
    except YamlError as error:
        raise JekyllConfigError(f"{shown}:{error.line}:{error.column}: {message(error.code, **error.values)}") from None
    if isinstance(value, MapValue):
        return JekyllConfig(shown, {key.text: plain(item) for key, item in value.entries}, value)
    if value is None or (isinstance(value, Scalar) and value.null):
        return JekyllConfig(shown)
    raise JekyllConfigError(f"{shown}: contains no keys with values; write one on each line, for example title: My blog")
