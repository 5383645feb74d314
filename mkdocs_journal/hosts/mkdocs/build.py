"""One build: what is published, and the files of MkDocs for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.options.site_values import PageStamps
from mkdocs_journal.pages.journal_view import JournalView
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.edition import Edition, Publication, published_together
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.site_images import SiteImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Build(Mapping[str, JournalView]):
    """All journals of a site in one build; events hand it on, grown by `replace`.

    To other plugins it is the journals by their names; the one journal of a site is `journal`.
    """

    publication: Publication
    files: Mapping[str, File]
    """The files of posts and lists by their source path."""
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
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each feed as it was written."""

    def views(self, base: str = "") -> Mapping[str, JournalView]:
        """Return the journals by their names, with links from the page at `base`."""
        editions = self.publication.editions
        return {edition.options.name or "journal": JournalView(edition, base) for edition in editions}

    def __getitem__(self, name: str) -> JournalView:
        return self.views()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.views())

    def __len__(self) -> int:
        return len(self.publication.editions)

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

        editions = [_seen(edition, again) for edition in self.publication.editions]
        combined = _seen(self.publication.combined, again) if self.publication.combined else None
        return replace(self, publication=published_together(editions, combined, self.publication))


def _seen(edition: Edition, again: Callable[[OutputFile], OutputFile]) -> Edition:
    def picture(image: SiteImage) -> SiteImage:
        return replace(image, file=again(image.file)) if image.file else image

    archives: dict[PurePosixPath, tuple[OutputFile, ArchivePage]] = {
        source: (again(file), page) for source, (file, page) in edition.archive_files.items()
    }
    pictures = edition.pictures
    social = picture(pictures.social) if pictures.social else None
    avatars = {path: picture(image) for path, image in pictures.avatars.items()}
    images = {source: picture(image) for source, image in edition.images.items()}
    plan = replace(edition.plan, images=images, pictures=replace(pictures, social=social, avatars=avatars))
    posts = {source: again(file) for source, file in edition.post_files.items()}
    return replace(edition, plan=plan, post_files=posts, archive_files=archives)
