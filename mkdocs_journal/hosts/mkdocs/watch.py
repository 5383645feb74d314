"""Which plugin may have moved a page, for messages about one that is not where it should be."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named


class Watch:
    """Notes at some moments of a build which plugins may have moved a page since the one before."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._config = config
        self._places = {file.src_uri: (file, file.abs_dest_path) for file in files.documentation_pages()}
        self._by: dict[str, tuple[str, ...]] = {}

    def look(self, files: Files, *events: str) -> None:
        """Note what has been moved, replaced or removed by the handlers of some events."""
        now = files.src_uris
        for name, (file, place) in self._places.items():
            if name not in self._by and (now.get(name) is not file or file.abs_dest_path != place):
                self._by[name] = handlers_of(self._config, *events)

    def culprit(self, source: str, *events: str) -> str:
        """Return who may have moved a file, as messages name it; `events` are those in which nobody looked."""
        return named(self._by.get(source) or handlers_of(self._config, *events))
