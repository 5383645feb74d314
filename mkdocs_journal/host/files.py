"""From the host's files to a journal, and back: posts moved, withheld ones taken out, archive pages added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.host.config import doubts, language_of
from mkdocs_journal.host.html_posts import as_page
from mkdocs_journal.host.images import SiteImage, find_images
from mkdocs_journal.host.placing import Placed, place
from mkdocs_journal.host.site import Site
from mkdocs_journal.host.sources import candidates_of, meta_files, source_of, take_data_files
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.language.dates import ENGLISH, locale_of
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.model import Journal
from mkdocs_journal.options import Options
from mkdocs_journal.reading.suffixes import is_html
from mkdocs_journal.text.excerpt import marked
from mkdocs_journal.urls.links import encoded
from mkdocs_journal.urls.permalinks import Address


@dataclass(frozen=True, slots=True)
class Found:
    """What was read and where it is to be published; nothing is moved yet."""

    options: Options
    """With the defaults of Material's `.meta.yml`."""
    candidates: dict[PurePosixPath, File]
    """The host's files that may be posts, by source."""
    placed: Placed
    images: Mapping[PurePosixPath, SiteImage]
    """The picture of each public post that has one, by the post's source."""


def find_posts(files: Files, options: Options, config: MkDocsConfig) -> Found:
    """Read the posts among the host's files and give every output its URL.

    Args:
        files: The host's files; those that describe authors and tags are taken out.
        options: The options of the journal.
        config: The host's configuration.

    Returns:
        What was found. Its journal holds every problem.
    """
    candidates = candidates_of(files, options)
    options = replace(options, defaults=(*meta_files(files, config), *options.defaults))
    data = take_data_files(files, options, config)
    journal = read_journal((source_of(file) for file in candidates.values()), options, data=data)
    journal = without(journal, (), doubts(config, options))
    for post in (*journal.public, *journal.withheld):
        if is_html(post.source):
            candidates[post.source] = as_page(files, candidates[post.source])
    placed = place(journal, options, files, candidates, config)
    images, problems = find_images(placed.journal, files, candidates)
    return Found(options, candidates, replace(placed, journal=without(placed.journal, (), problems)), images)


def make_site(files: Files, options: Options, config: MkDocsConfig, *, serving: bool) -> Site:
    """Read the posts among the host's files and arrange everything that is published for them.

    Args:
        files: The host's files; changed in place.
        options: The options of the journal.
        config: The host's configuration.
        serving: Whether withheld posts are shown, as drafts of the host.

    Returns:
        The build. Its journal holds every problem that was found.
    """
    found = find_posts(files, options, config)
    placed, candidates = found.placed, found.candidates
    language = language_of(config, options)
    moved_from = {source: candidates[source].url for source, address in placed.addresses.items() if address}
    for source, address in placed.addresses.items():
        _move(candidates[source], address)
    _take_out(files, placed.journal, candidates, serving=serving)
    shown_posts = (*placed.journal.public, *(placed.journal.withheld if serving else ()))
    for post in shown_posts:
        _give_body(candidates[post.source], marked(post.body, post.excerpt_separator))
    return Site(
        options=found.options,
        journal=placed.journal,
        archives=placed.archives,
        labels=labels_for(language),
        locale=locale_of(language) or ENGLISH,
        routes=placed.routes,
        feeds=placed.feeds,
        post_files={post.source: candidates[post.source] for post in shown_posts},
        images=found.images,
        moved_from=moved_from,
        archive_files=_add_archives(files, placed, config),
    )


def _give_body(file: File, body: str) -> None:
    """Let the host read the body alone: its own reader of front matter prints what it cannot read, and has no bounds.

    The blank line keeps it from taking a first line such as `Update: …` for a key.
    """
    path = file.abs_src_path
    file.content_string = f"\n{body}"
    file.abs_src_path = path  # other plugins ask the history of the source


def _move(file: File, address: Address | None) -> None:
    """Publish a file at an address."""
    if address is None:
        return
    for cached in ("url", "abs_dest_path", "dest_uri"):
        file.__dict__.pop(cached, None)
    file.dest_uri = address.file
    if not address.file.endswith("index.html"):
        file.url = encoded(address.url)


def _take_out(files: Files, journal: Journal, candidates: Mapping[PurePosixPath, File], *, serving: bool) -> None:
    """Take refused and withheld posts out of the build, and public ones out of the nav."""
    for source in journal.refused:
        files.remove(candidates[source])
    for post in journal.withheld:
        if serving:
            candidates[post.source].inclusion = InclusionLevel.DRAFT
        else:
            files.remove(candidates[post.source])
    for post in journal.public:
        candidates[post.source].inclusion = InclusionLevel.NOT_IN_NAV


def _add_archives(files: Files, placed: Placed, config: MkDocsConfig) -> dict[PurePosixPath, tuple[File, ArchivePage]]:
    """Add a generated file for each archive page, but where the user has one, and return the file of each."""
    added: dict[PurePosixPath, tuple[File, ArchivePage]] = {}
    for page in placed.pages:
        file = placed.own_files.get(page.source)
        if file is None:
            landing = page.archive.kind == "index" and page.number == 1 and config.nav is None
            inclusion = InclusionLevel.UNDEFINED if landing else InclusionLevel.NOT_IN_NAV
            file = _generated(files, page, config, inclusion)
            files.append(file)
        added[page.source] = (file, page)
    return added


def _generated(files: Files, page: ArchivePage, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    """Return the file of an archive page; if a post has its source path, it gets another and the same URL."""
    file = File.generated(config, page.source.as_posix(), content="", inclusion=inclusion)
    if files.get_file_from_path(file.src_uri) is None:
        return file
    source = page.source.with_suffix(".archive.md")
    other = File.generated(config, source.as_posix(), content="", inclusion=inclusion)
    _move(other, Address(file.url, file.dest_uri))
    return other
