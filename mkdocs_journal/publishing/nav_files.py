"""Files of a folder that say what its part of the navigation has, as awesome-nav and awesome-pages read them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from mkdocs_journal.front_matter.located_yaml import YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, decode
from mkdocs_journal.publishing.nav_entries import entries_of


def sources_named(path: str, data: bytes) -> frozenset[str]:
    """Return the source paths that such a file may name: of an entry as it is, and of the `index.md` in it as a folder.

    Args:
        path: The file, below `docs_dir`.
        data: Its bytes; what cannot be read names nothing, because the plugin that reads it reports it.
    """
    try:
        value = read_yaml(decode(data))
    except (DecodingError, YamlError):
        return frozenset()
    read = plain(value) if value else None
    return frozenset(_named(posixpath.dirname(path), read.get("nav") if isinstance(read, dict) else None))


def _named(folder: str, nav: object) -> Iterator[str]:
    for entry in entries_of(nav):
        source = posixpath.normpath(posixpath.join(folder, entry))
        yield source
        yield f"{source}/index.md"
