"""Which plugin may have moved a page, for messages about one that is not where it should be."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.publishing.promised import WrittenFiles, promised_files
from mkdocs_journal.publishing.publication import Publication


class Watch:
    """Records at several points of a build which plugins may have moved a page since the previous point."""

    def __init__(self, publication: Publication, options: SiteOptions, files: Files, config: MkDocsConfig) -> None:
        self._config = config
        written = WrittenFiles(config.site_dir)
        self.own = {name for name in promised_files(publication, options) if name in written}
        """Files of the journal in the site folder that no other plugin has written, as an earlier build has left them."""
        self._places = {file.src_uri: (file, file.abs_dest_path) for file in files.documentation_pages()}
        self._by: dict[str, tuple[str, ...]] = {}

    def look(self, files: Files, *events: str) -> None:
        """Record what the handlers of some events have moved, replaced or removed."""
        now = files.src_uris
        for name, (file, place) in self._places.items():
            if name not in self._by and (now.get(name) is not file or file.abs_dest_path != place):
                self._by[name] = handlers_of(self._config, *events)

    def culprit(self, source: str, *events: str) -> str:
        """Return who may have moved a file, for messages; `events` are those since the last `look()`."""
        return named(self._by.get(source) or handlers_of(self._config, *events))
