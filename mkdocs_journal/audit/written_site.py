"""A site after its build, with everything that the audit needs."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo


class WrittenSite(NamedTuple):
    """The outputs of a build, and everything that may have contributed text to them."""

    publication: Publication
    """The journals whose withheld posts are looked for."""
    site: SiteInfo
    files: tuple[OutputFile, ...]
    """Every file of the site."""
    others: tuple[Publication, ...] = ()
    """Those of other languages, if each is built on its own: what is public there is public."""
    attachments: tuple[OutputFile, ...] = ()
    """Files that belong only to withheld posts and were removed from the build."""
    digests: Mapping[str, bytes] = MappingProxyType({})
    """The digest of each feed as it was written; an unchanged feed is not searched."""
    history: GitHistory = GitHistory()
    """The Git history whose names and dates are on pages; empty if no page shows them."""
    settings: tuple[Mapping[str, object], ...] = ()
    """The configuration as written in its files."""
    plugin_options: tuple[object, ...] = ()
    """The options of plugins and extensions, with their defaults."""
    beside: Path = Path()
    """The folder that paths in the configuration start from."""
    theme_folders: tuple[Path, ...] = ()
    own_theme: Path | None = None
    """The folder with the site's own templates."""
    packages: tuple[Path, ...] = ()
    """The folders of the packages that plugins and Markdown extensions come from."""
    word_folders: tuple[Path, ...] = ()
    """Folders of programs that write words for programs, such as the search index."""

    @property
    def publications(self) -> tuple[Publication, ...]:
        """The journals of every language."""
        return (self.publication, *self.others)

    @property
    def editions(self) -> Iterator[Edition]:
        """Every journal."""
        return (edition for publication in self.publications for edition in publication.editions)

    def path_of(self, source: PurePosixPath, edition: Edition) -> Path:
        """Return where the file of a post is."""
        file = edition.plan.candidates.get(source)
        return (file.path if file else None) or self.site.docs / source
