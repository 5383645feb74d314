"""Files with metadata for the pages of their folder (Material's `.meta.yml`), as scopes of defaults."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, Source, decode
from mkdocs_journal.options.journal_values import Scope


def folder_scopes(sources: Iterable[Source]) -> tuple[Scope, ...]:
    """Return the values of such files; the program that reads them as well reports those that cannot be read."""
    scopes = []
    for source in sources:
        try:
            value = read_yaml(decode(source.data))
        except (DecodingError, YamlError):
            continue
        if isinstance(value, MapValue):
            folder = "" if str(source.path.parent) == "." else str(source.path.parent)
            values = {key.text: plain(item) for key, item in value.entries}
            scopes.append(Scope(folder, drafts_only=False, typed=False, values=values, unites_lists=True))
    return tuple(scopes)
