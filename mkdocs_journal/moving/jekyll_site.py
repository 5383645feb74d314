"""The files of a Jekyll site, by what Jekyll makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs_journal.files.regular_files import bytes_of, special_kind
from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, decode
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.moving.jekyll_entries import JekyllEntries, entries_of
from mkdocs_journal.posts.states import is_draft_path, is_post_path
from mkdocs_journal.publishing.jekyll_config import JekyllConfig

_FRONT_MATTER: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
MARKDOWN: Final = frozenset({".md", ".markdown", ".mkdown", ".mkdn", ".mkd"})
"""Suffixes of what Jekyll reads as Markdown."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a Jekyll site."""

    path: PurePosixPath
    """Below the folder of the site, and below `collections_dir`, as Jekyll names it."""
    data: bytes
    kind: str
    """`post`, `draft`, `page` (with front matter), `document` (of a collection), `static`, `data`."""
    collection: str = ""
    """The collection of a document."""

    @property
    def text(self) -> str:
        """The file as text; bytes that are not UTF-8 are replaced."""
        try:
            return decode(self.data)
        except DecodingError:
            return self.data.decode("utf-8", "replace").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class JekyllSite:
    """A Jekyll site."""

    config: JekyllConfig
    files: tuple[SiteFile, ...]
    """By path."""
    links: tuple[str, ...] = ()
    """Symbolic links to folders, or to nothing, which are not followed."""
    special: tuple[tuple[str, str], ...] = ()
    """Pipes, sockets and devices, which are not read, each with its kind."""

    def of(self, *kinds: str) -> tuple[SiteFile, ...]:
        """Return the files of some kinds."""
        return tuple(file for file in self.files if file.kind in kinds)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page or document."""

    meta: Mapping[str, Any]
    """Its front matter, plain data; empty if it cannot be read."""
    body: str


def read_jekyll_site(folder: Path, config: JekyllConfig, apart: Path) -> JekyllSite:
    """Read the files that Jekyll would publish.

    Args:
        folder: The folder that Jekyll reads.
        config: The `_config.yml` of the site.
        apart: The folder of the new site, which may lie below and is not read.
    """
    entries = entries_of(config.values)
    inside = apart != folder and apart.is_relative_to(folder)
    files, links, special = [], [], []
    for path in sorted(folder.rglob("*")):
        place = PurePosixPath(path.relative_to(folder).as_posix())
        if (inside and path.is_relative_to(apart)) or entries.excludes(place):
            continue
        if kind := special_kind(path):
            special.append((place.as_posix(), kind))
        elif path.is_symlink() and not path.is_file():
            links += [] if entries.hides(place) else [place.as_posix()]
        elif path.is_file() and (name := entries.named(place)):
            data = bytes_of(path)
            kind, collection = _kind(name, data, config, entries)
            if kind:
                files.append(SiteFile(name, data, kind, collection))
    return JekyllSite(config, tuple(files), tuple(links), tuple(special))


def _kind(path: PurePosixPath, data: bytes, config: JekyllConfig, entries: JekyllEntries) -> tuple[str, str]:
    """Return what a file is, and its collection; empty for one that Jekyll does not publish."""
    if is_draft_path(path) or is_post_path(path):
        return ("draft" if is_draft_path(path) else "post", "")
    first = path.parts[0]
    if first == "_data" and path.stem == "authors":
        return "data", ""
    for name, given in collections_of(config).items():
        if first == f"_{name}" and given.get("output"):
            return ("document" if _FRONT_MATTER.match(data) else "static", name)
    if entries.hides(path) and first != ".well-known":
        return "", ""
    return ("page" if _FRONT_MATTER.match(data) else "static", "")


def collections_of(config: JekyllConfig) -> Mapping[str, Mapping[str, Any]]:
    """Return the collections of a site besides its posts, each with its settings."""
    given = config.values.get("collections")
    if isinstance(given, list):
        return {name: {} for name in given if isinstance(name, str)}
    found = given.items() if isinstance(given, Mapping) else ()
    return {str(name): value if isinstance(value, Mapping) else {} for name, value in found if name != "posts"}


def parts_of(file: SiteFile) -> PageParts:
    """Return the front matter and the body of a page; front matter that cannot be read is left out."""
    try:
        parts = split_front_matter(file.text)
        value = read_yaml(parts.yaml)
    except (FrontMatterError, YamlError):
        return PageParts({}, re.sub(r"\A---\n.*?^---[ \t]*$\n?", "", file.text, flags=re.DOTALL | re.MULTILINE))
    return PageParts(plain(value) if isinstance(value, MapValue) else {}, parts.body)  # type: ignore[arg-type]


def default_of(config: JekyllConfig, path: PurePosixPath, kind: str, key: str) -> object:
    """Return the value that `defaults` give a key of a page or document, or None.

    Args:
        config: The configuration.
        path: The file.
        kind: `pages` or the name of the collection.
        key: The key.
    """
    found, longest = None, -1
    for scope, values in _scopes(config.values.get("defaults")):
        prefix = str(scope.get("path") or "").strip("/")
        of_kind = scope.get("type") in (None, "", kind, kind.removesuffix("s"))
        if of_kind and path.as_posix().startswith(prefix) and key in values and len(prefix) >= longest:
            found, longest = values[key], len(prefix)
    return found


def _scopes(given: object) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    items = (item for item in (given if isinstance(given, list) else ()) if isinstance(item, Mapping))
    for item in (item for item in items if isinstance(item.get("values"), Mapping)):
        scope = item.get("scope")
        yield scope if isinstance(scope, Mapping) else {}, item["values"]
