"""One build: what is published, and the files of MkDocs for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files

from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.hosts.mkdocs.theme_cache import ThemeCache
from mkdocs_journal.hosts.mkdocs.watch import Watch
from mkdocs_journal.options.site_values import PageStamps
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.edition import Publication
from mkdocs_journal.publishing.moved_files import with_files
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.page_links import PageLinkRewriter


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What pages are rendered with, from `on_env` on."""

    fragments: Fragments
    files: Files
    """All files of MkDocs."""
    theme_cache: ThemeCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """All journals of a site in one build; events hand it on, grown by `replace`."""

    publication: Publication
    files: Mapping[str, File]
    """The files of posts and lists by their source path."""
    watch: Watch
    attachments: tuple[OutputFile, ...] = ()
    """Files that belong to withheld posts only and were taken out of the build."""
    history: GitHistory = field(default_factory=GitHistory)
    page_stamps: PageStamps = field(default_factory=PageStamps)
    """What is shown of the history, on which pages."""
    rewriter: PageLinkRewriter | None = None
    """Rewrites links from the moment on at which every page has its place."""
    link_problems: dict[str, list[Problem]] = field(default_factory=dict)
    """What is wrong with the links of the pages that are being rendered, by their source path."""
    shown_titles: dict[PurePosixPath, str] = field(default_factory=dict)
    """The title of each post whose rendered heading is another than its source promised."""
    rendering: Rendering | None = None
    sitemap: tuple[File, ...] = ()
    """The pages that the sitemap names."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each feed as it was written."""

    @property
    def pages(self) -> Iterator[File]:
        """Every file of a post or list."""
        return (self.files[name] for edition in self.publication.all for name in (*edition.posts, *edition.archive_pages))

    @property
    def lists(self) -> Iterator[File]:
        """Every file of a list."""
        return (self.files[name] for edition in self.publication.all for name in edition.archive_pages)

    def seen(self, files: Files) -> Build:
        """Return the build with every file where it is now: other plugins may have moved it."""
        known: dict[str, File] = {file.src_uri: file for file in files} | dict(self.files)

        def again(file: OutputFile) -> OutputFile:
            return output_file(known[file.source]) if file.source in known else file

        return replace(self, publication=with_files(self.publication, again))
