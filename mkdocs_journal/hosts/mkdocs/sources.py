"""Reads sources from MkDocs' files: posts, files that describe authors and tags, Material's `.meta.yml`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.files.regular_files import bytes_of, special_kind
from mkdocs_journal.front_matter.folder_scopes import folder_scopes
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.hosts.mkdocs.config import data_folders
from mkdocs_journal.hosts.mkdocs.files import is_draft, is_excluded, output_file, shown
from mkdocs_journal.hosts.mkdocs.internals import has_utf8_name
from mkdocs_journal.hosts.mkdocs.neighbours import meta_file_name
from mkdocs_journal.hosts.mkdocs.page_files import as_page
from mkdocs_journal.hosts.mkdocs.special_files import special_file
from mkdocs_journal.hosts.mkdocs.static_i18n import language_of_text, source_name
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import Scope
from mkdocs_journal.posts.companions import Companions
from mkdocs_journal.posts.data_files import DataFiles, read_data_files
from mkdocs_journal.posts.data_places import JEKYLLS, data_path, data_paths, data_source
from mkdocs_journal.posts.journal_folders import JournalFolders
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import FIRST_BYTES, is_dated, is_markdown, is_read, may_be_post
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.nav_entries import entries_of
from mkdocs_journal.publishing.withheld_elsewhere import WithheldElsewhere
from mkdocs_journal.urls.bundles import bundles, is_index, is_inside

_INDEX: Final = re.compile(r"(?:\A|/)(?:index|readme)\.[^/]*\Z", re.IGNORECASE)
"""The path of a file that may be the index of its folder: quicker than a look at its parts."""


def make_pages(files: Files, journals: Sequence[Options]) -> None:
    """Turn Markdown files of the journals into pages if MkDocs does not know their suffix: `.MD`, `.mkdown`."""
    places = JournalFolders(journals)
    for file in list(files):
        if file.is_documentation_page() or is_excluded(file):
            continue
        path = PurePosixPath(source_name(file))
        if is_markdown(path):
            number, landing = places.journal_of(path)
            if number >= 0 or landing:
                as_page(files, file)


def candidates_of(files: Files, journals: Sequence[Options]) -> tuple[dict[PurePosixPath, File], ...]:
    """Return the files that may be posts of each journal: below its folder or named by a glob, except landing pages.

    A file below the folders of two journals belongs to the inner one.
    """
    found: tuple[dict[PurePosixPath, File], ...] = tuple({} for _ in journals)
    places = JournalFolders(journals)
    for file in files:
        path = PurePosixPath(source_name(file))
        number, _ = places.journal_of(path)
        if number >= 0 and not is_excluded(file) and _may_be_post(path, file):
            found[number][path] = file
    return found


def landing_pages(files: Files, options: Options) -> dict[PurePosixPath, File]:
    """Return the author's own pages at the address of a journal's landing list; no date makes a post of them."""
    folder = PurePosixPath(options.folder)
    named = (
        (PurePosixPath(name), file) for file in files.documentation_pages() if _INDEX.search(name := source_name(file))
    )
    return {path: file for path, file in named if path.parent == folder and is_index(path)}


def pages_like_posts(files: Files, journals: Sequence[Options]) -> Iterator[File]:
    """Yield the pages of the journals that have a date in their name, but a suffix that no post has."""
    places = JournalFolders(journals)
    for file in files.documentation_pages():
        if (name := source_name(file)).endswith(".md"):  # most pages: a post, or without a date
            continue
        path = PurePosixPath(name)
        if not is_read(path) and is_dated(path) and places.journal_of(path)[0] >= 0:
            yield file


def beside_withheld(
    files: Files, journal: Journal, options: Options, known: Container[PurePosixPath]
) -> dict[PurePosixPath, File]:
    """Return the pages that belong to withheld posts, by their folder or name, and are not sources of a journal yet."""
    drafts = [post.source for post in journal.withheld]
    folders = bundles(drafts, options.folder)
    companions = Companions(drafts, (post.source for post in journal.public), options)
    pages = {PurePosixPath(source_name(file)): file for file in files if drafts and file.is_documentation_page()}
    return {
        path: file
        for path, file in pages.items()
        if path not in known and (is_inside(path, folders) or companions.has(path, beside=not is_read(path)))
    }


def withheld_pages(files: Files, held: WithheldElsewhere, known: Container[PurePosixPath]) -> dict[PurePosixPath, File]:
    """Return the pages that another language withholds and that are not sources of a journal yet."""
    pages = {PurePosixPath(source_name(file)): file for file in files if held and file.is_documentation_page()}
    return {path: file for path, file in pages.items() if path not in known and is_held(file, held)}


def is_held(file: File, held: WithheldElsewhere) -> bool:
    """Return whether another language withholds a file."""
    return bool(held) and (PurePosixPath(source_name(file)), output_file(file).origin) in held


def _may_be_post(path: PurePosixPath, file: File) -> bool:
    return file.is_documentation_page() or may_be_post(path, _first_bytes(file))


def _first_bytes(file: File) -> bytes:
    try:
        return bytes_of(Path(file.abs_src_path or ""), FIRST_BYTES)
    except OSError:
        return b""


def named_in_nav(config: MkDocsConfig) -> frozenset[str]:
    """Return everything that the option `nav` names; source paths without `./` and `//`, as MkDocs reads them."""
    return frozenset(PurePosixPath(entry).as_posix() for entry in entries_of(config.nav))


def source_of(file: File, nav: frozenset[str] = frozenset(), *, withheld: bool = False) -> Source:
    """Read a file; if that fails, the source contains the reason.

    Args:
        file: The file.
        nav: The result of `named_in_nav()`.
        withheld: Whether it is withheld whatever its front matter is.
    """
    path = PurePosixPath(source_name(file))
    source = partial(Source, path=path, shown=shown(file), withheld=withheld)
    if not has_utf8_name(file.src_uri):
        return source(reason="its name is not valid UTF-8")
    try:
        return source(
            data=file.content_bytes,
            draft=is_draft(file),
            in_nav=path.as_posix() in nav,
            language=language_of_text(file),
            foreign_page=file.is_documentation_page() and not is_read(path),
        )
    except OSError as error:
        return source(reason=error.strerror or str(error))


def take_data_files(files: Files, options: Options, config: MkDocsConfig) -> DataFiles:
    """Read the files that describe authors and tags, and remove them from the published files."""
    folders = data_folders(config)
    authors = data_path(folders, options, options.authors, *JEKYLLS)
    tags = data_path(folders, options, options.tags)
    paths = {str(path): path for path in data_paths(folders, options, options.authors, *JEKYLLS, options.tags)}
    for file in [file for file in files if file.abs_src_path in paths]:
        files.remove(file)
    special = [special_file(shown_path(path), kind) for path in paths.values() if (kind := special_kind(path))]
    read = read_data_files(data_source(authors), data_source(tags))
    return read._replace(problems=(*special, *read.problems)) if special else read


def meta_files(files: Files, config: MkDocsConfig) -> tuple[Scope, ...]:
    """Return what Material's `meta` plugin adds to pages, as scopes of defaults."""
    name = meta_file_name(config)
    named = [file for file in files if name and PurePosixPath(source_name(file)).name == name]
    return folder_scopes(source_of(file) for file in named if not special_kind(file.abs_src_path))
