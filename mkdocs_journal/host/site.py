"""One build: what was read, and the host's files for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs_journal.archives.archive import Archive, ArchivePage, Archives
from mkdocs_journal.archives.relations import Neighbours, neighbours
from mkdocs_journal.host.images import SiteImage
from mkdocs_journal.language.labels import Labels
from mkdocs_journal.model import Journal, Post, Term
from mkdocs_journal.options import Options
from mkdocs_journal.urls.routes import Routes

if TYPE_CHECKING:
    from babel import Locale
    from mkdocs.structure.files import File


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRoute:
    """A feed of the journal."""

    format: str
    """`atom`, `rss` or `json`."""
    name: str
    """As readers know it: `Atom`, `RSS`, `JSON Feed`."""
    mime_type: str
    url: str
    """Below the site, without a leading slash; also its file."""


@dataclass(slots=True, kw_only=True)
class Site:
    """One build of one journal. Made anew for every build."""

    options: Options
    journal: Journal
    archives: Archives
    labels: Labels
    locale: Locale
    routes: Routes
    feeds: tuple[FeedRoute, ...]
    post_files: Mapping[PurePosixPath, File]
    """The host's file of each public post, and in `serve` of each withheld one."""
    images: Mapping[PurePosixPath, SiteImage]
    """The picture of each public post that has one, by the post's source."""
    moved_from: Mapping[PurePosixPath, str]
    """The URL that the host had given to the file of a post that has another one now."""
    archive_files: Mapping[PurePosixPath, tuple[File, ArchivePage]]
    """By the source path of the page."""
    html: dict[PurePosixPath, str] = field(default_factory=dict)
    """The rendered body of each public post, before anything was put into it."""
    posts: Mapping[str, Post] = field(init=False)
    """By the host's source path."""
    archive_pages: Mapping[str, ArchivePage] = field(init=False)
    """By the host's source path."""
    around: Mapping[PurePosixPath, Neighbours] = field(init=False)
    """The neighbours of each published post."""
    sources_of_terms: Mapping[Term, PurePosixPath] = field(init=False)
    """The source path of the archive of each term that has one."""
    _pages: dict[PurePosixPath, dict[int, PurePosixPath]] = field(init=False)

    def __post_init__(self) -> None:
        shown = (*self.journal.public, *self.journal.withheld)
        self.posts = {self.post_files[post.source].src_uri: post for post in shown if post.source in self.post_files}
        self.archive_pages = {file.src_uri: page for file, page in self.archive_files.values()}
        self.around = neighbours(self.journal.posts)
        pages = [page for _, page in self.archive_files.values()]
        self.sources_of_terms = {page.archive.term: page.archive.source for page in pages if page.archive.term}
        self._pages = {}
        for page in pages:
            self._pages.setdefault(page.archive.source, {})[page.number] = page.source

    def url(self, source: PurePosixPath) -> str:
        """Return the URL, below the site, of a post or archive page; empty for the home page."""
        file = self.post_files.get(source) or self.archive_files[source][0]
        return "" if file.url in {".", "./"} else file.url

    def pages_of(self, archive: Archive) -> Mapping[int, PurePosixPath]:
        """Return the sources of the published pages of an archive by their number."""
        return self._pages.get(archive.source, {})
