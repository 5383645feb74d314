"""One build: the publication and its MkDocs files."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.hosts.mkdocs.page_texts import PageTexts
from mkdocs_journal.hosts.mkdocs.report import report
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.hosts.mkdocs.theme_cache import ThemeCache
from mkdocs_journal.hosts.mkdocs.theme_inputs import is_known
from mkdocs_journal.hosts.mkdocs.watch import Watch
from mkdocs_journal.options.site_values import PageStamps
from mkdocs_journal.pages.journal_view import JournalView
from mkdocs_journal.pages.post_views import PostView
from mkdocs_journal.pages.templates import Fragments, calling_template
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.contents import Content
from mkdocs_journal.publishing.moved_files import with_files
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.translations import Same, Translations, Version

if TYPE_CHECKING:  # few pages have lists of posts
    from mkdocs_journal.pages.list_blocks import PlacedList


class Rendering(NamedTuple):
    """What pages are rendered with, from `on_env` on."""

    fragments: Fragments
    files: Files
    """All files of MkDocs."""
    theme_cache: ThemeCache
    texts: PageTexts
    translations: Translations
    backlinks: Mapping[str, tuple[Post, ...]]
    """The posts that link to each page outside of the journals, by the source path of the page."""


class QueriedJournal(JournalView):
    """A journal whose wrong queries end the build of MkDocs with the file and line of the template."""

    def query(self, *values: object, **keys: object) -> tuple[PostView, ...]:
        """Return the posts of a query.

        Raises:
            PluginError: A key does not exist, or a value is wrong.
        """
        from mkdocs_journal.archives.query_keys import QueryError  # noqa: PLC0415 - few templates ask

        try:
            return super().query(**{str(value): "" for value in values}, **keys)
        except QueryError as error:
            file, line = calling_template()
            place = f"{shown_path(Path(file))}:{line}: " if file else ""
            raise PluginError(f"journal: {place}journal.query: {error} ({error.code})") from None


@dataclass(frozen=True, eq=False, repr=False, slots=True, kw_only=True)
class Build(Mapping[str, JournalView]):
    """All journals of a site in one build; each event passes it on, extended with `replace`.

    To other plugins it is the journals by their names; the one journal of a site is `journal`.
    """

    publication: Publication
    files: Mapping[str, File]
    """The files of posts and lists by their source path."""
    watch: Watch
    content: Content | None = None
    """All files as they were found, for the builds of other languages."""
    attachments: tuple[OutputFile, ...] = ()
    """Files that belong only to withheld posts and were removed from the build."""
    history: GitHistory = field(default_factory=GitHistory)
    page_stamps: PageStamps = field(default_factory=PageStamps)
    """The option `page_stamps`."""
    rewriter: PageLinkRewriter | None = None
    """Rewrites links; set once every page has its URL."""
    link_problems: dict[str, list[Problem]] = field(default_factory=dict)
    """Problems with links of rendered pages, by source path."""
    reported: list[Problem] = field(default_factory=list)
    """Problems reported as warnings after the posts were read, for the summary."""
    placed_lists: list[PlacedList] = field(default_factory=list)
    """The lists in the texts of pages, in the order in which pages are rendered."""
    shown_titles: dict[PurePosixPath, str] = field(default_factory=dict)
    """The title of each post whose rendered heading is another than its source promised."""
    language: str = ""
    """The language that is built, if there is a build for each, as mkdocs-static-i18n names it; or empty."""
    elsewhere: tuple[tuple[Same, Version], ...] = ()
    """The pages that the builds of other languages write."""
    rendering: Rendering | None = None
    sitemap: tuple[File, ...] = ()
    """The pages that the sitemap names."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each feed as it was written."""

    def report(self, problem: Problem, level: int | None = None) -> None:
        """Report a problem that was found after the posts were read, and count it in the summary if it is a warning."""
        report(problem, level)
        if level is None or level >= logging.WARNING:
            self.reported.append(problem)

    def views(self, base: str = "") -> Mapping[str, JournalView]:
        """Return the journals by their names, with links from the page at `base`."""
        editions = self.publication.editions
        return {edition.options.name or "journal": QueriedJournal(edition, base) for edition in editions}

    def __getitem__(self, name: str) -> JournalView:
        return self.views()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.views())

    def __len__(self) -> int:
        return len(self.publication.editions)

    @property
    def rendered(self) -> Rendering:
        """What pages are rendered with; it is there from `on_env` on."""
        if self.rendering is None:
            raise PluginError("journal: another plugin reads pages before on_env")
        return self.rendering

    @property
    def pages(self) -> Iterator[File]:
        """Every file of a post or list."""
        return (self.files[name] for edition in self.publication.all for name in (*edition.posts, *edition.archive_pages))

    @property
    def lists(self) -> Iterator[tuple[File, ArchivePage]]:
        """Every file of a list, with what it lists."""
        named = (entry for edition in self.publication.all for entry in edition.archive_pages.items())
        return ((self.files[name], page) for name, page in named)

    def posts_for(self, config: MkDocsConfig) -> Iterator[File]:
        """Return the files of posts, if nothing but known templates decides how pages look; else none."""
        editions = self.publication.all if is_known(config) else ()
        return (self.files[file.source] for edition in editions for file in edition.post_files.values())

    def seen(self, files: Files) -> Build:
        """Return the build with the current place of every file: other plugins may have moved some."""
        known: dict[str, File] = {source_name(file): file for file in files} | dict(self.files)

        def again(file: OutputFile) -> OutputFile:
            now = known.get(file.source)
            return file if now is None else output_file(now)

        return replace(self, publication=with_files(self.publication, again))
