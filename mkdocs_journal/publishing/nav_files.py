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
    named = [source for _, source in entries_named(path, data)]
    return frozenset((*named, *(f"{source}/index.md" for source in named)))


def entries_named(path: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each entry of such a file, as written and from the root of the docs; the arguments are the same."""
    try:
        value = read_yaml(decode(data))
    except (DecodingError, YamlError):
        return
    read = plain(value) if value else None
    for entry in entries_of(read.get("nav") if isinstance(read, dict) else None):
        yield entry, posixpath.normpath(posixpath.join(posixpath.dirname(path), entry))
