"""From the host's files to sources: posts, the files that describe authors and tags, Material's `.meta.yml`."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pathspec import GitIgnoreSpec

from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import DecodingError, Source, decode
from mkdocs_journal.hosts.mkdocs.neighbours import meta_file_name
from mkdocs_journal.hosts.mkdocs.page_files import as_page
from mkdocs_journal.hosts.mkdocs.paths import is_draft, is_excluded, shown, shown_path
from mkdocs_journal.options.table import Options
from mkdocs_journal.options.values import Scope
from mkdocs_journal.posts.data_files import DataFiles, read_data_files
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import FIRST_BYTES, is_markdown, may_be_post
from mkdocs_journal.urls.bundles import bundles, is_index, is_inside

_JEKYLLS: Final = ("_data/authors.yml", "_data/authors.yaml")


class _Places:
    """Which journal a file belongs to."""

    def __init__(self, journals: Sequence[Options]) -> None:
        self._places = [(_parts(options.folder), GitIgnoreSpec.from_lines(options.posts)) for options in journals]

    def journal_of(self, path: PurePosixPath) -> tuple[int, bool]:
        """Return the number of the journal that a file may be a post of, or -1, and whether it is a landing page."""
        inside = [len(folder) if _is_below(path, folder) else -1 for folder, _ in self._places]
        number = inside.index(max(inside))
        landing = path.parts[:-1] == self._places[number][0] and is_index(path)
        if max(inside) < 0 or landing:
            named = (n for n, (_, globs) in enumerate(self._places) if globs.match_file(path.as_posix()))
            number = next(named, -1)
        return number, landing


def make_pages(files: Files, journals: Sequence[Options]) -> None:
    """Make pages of the journals' Markdown files whose suffix the host does not read as such: `.MD`, `.mkdown`."""
    places = _Places(journals)
    for file in list(files):
        path = PurePosixPath(file.src_uri)
        if is_markdown(path) and not file.is_documentation_page() and not is_excluded(file):
            number, landing = places.journal_of(path)
            if number >= 0 or landing:
                as_page(files, file)


def candidates_of(files: Files, journals: Sequence[Options]) -> tuple[dict[PurePosixPath, File], ...]:
    """Return the files that may be posts of each journal: below its folder or named by a glob, but for landing pages.

    A file below the folders of two journals belongs to the inner one.
    """
    found: tuple[dict[PurePosixPath, File], ...] = tuple({} for _ in journals)
    places = _Places(journals)
    for file in files:
        path = PurePosixPath(file.src_uri)
        number, _ = places.journal_of(path)
        if number >= 0 and not is_excluded(file) and _may_be_post(path, file):
            found[number][path] = file
    return found


def landing_pages(files: Files, options: Options) -> dict[PurePosixPath, File]:
    """Return the author's own pages at the address of a journal's landing list; no date makes a post of them."""
    folder = PurePosixPath(options.folder)
    pages = {PurePosixPath(file.src_uri): file for file in files.documentation_pages()}
    return {path: file for path, file in pages.items() if path.parent == folder and is_index(path)}


def beside_withheld(
    files: Files, journal: Journal, options: Options, known: Container[PurePosixPath]
) -> dict[PurePosixPath, File]:
    """Return the pages in the folders of withheld page bundles that are no source of a journal yet."""
    folders = bundles((post.source for post in journal.withheld), options.folder)
    pages = {PurePosixPath(file.src_uri): file for file in files if folders and file.is_documentation_page()}
    return {path: file for path, file in pages.items() if path not in known and is_inside(path, folders)}


def _is_below(path: PurePosixPath, folder: tuple[str, ...]) -> bool:
    """Return whether a file is below a folder; to a folder `_posts` belongs the folder `_drafts` beside it."""
    drafts = (*folder[:-1], "_drafts") if folder[-1:] == ("_posts",) else folder
    return path.parts[: len(folder)] in {folder, drafts}


def _parts(folder: str) -> tuple[str, ...]:
    return () if folder == "." else PurePosixPath(folder).parts


def _may_be_post(path: PurePosixPath, file: File) -> bool:
    return file.is_documentation_page() or may_be_post(path, _first_bytes(file))


def _first_bytes(file: File) -> bytes:
    try:
        with Path(file.abs_src_path or "").open("rb") as stream:
            return stream.read(FIRST_BYTES)
    except OSError:
        return b""


def named_in_nav(config: MkDocsConfig) -> frozenset[str]:
    """Return what the option `nav` names: source paths, and what else there is."""
    return frozenset(texts(config.nav))


def texts(item: object) -> Iterator[str]:
    """Yield the texts of a nav but the titles."""
    if isinstance(item, str):
        yield item
    inside = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
    for other in inside:
        yield from texts(other)


def source_of(file: File, nav: frozenset[str] = frozenset()) -> Source:
    """Read a file; one that cannot be read is a source with the reason. `nav` is what the option of that name names."""
    path = PurePosixPath(file.src_uri)
    if not _has_utf8_name(file.src_uri):
        return Source(path=path, shown=shown(file), reason="its name is no UTF-8")
    try:
        return Source(
            path=path, shown=shown(file), data=file.content_bytes, draft=is_draft(file), in_nav=file.src_uri in nav
        )
    except OSError as error:
        return Source(path=path, shown=shown(file), reason=error.strerror or str(error))


def _has_utf8_name(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of the file system that Python carries as halves of pairs
        return False
    return True


def take_data_files(files: Files, options: Options, config: MkDocsConfig) -> DataFiles:
    """Read the files that describe authors and tags, and take them out of what is published."""
    authors = data_path(config, options, options.authors, *_JEKYLLS)
    tags = data_path(config, options, options.tags)
    paths = {str(path) for path in _data_paths(config, options, options.authors, *_JEKYLLS, options.tags)}
    for file in [file for file in files if file.abs_src_path in paths]:
        files.remove(file)
    return read_data_files(_data_source(authors), _data_source(tags))


def watched(config: MkDocsConfig, journals: Sequence[Options]) -> list[str]:
    """Return the files that describe authors and tags and lie outside of `docs_dir`, which the host watches anyway."""
    wanted = ((options, names) for options in journals for names in ((options.authors, *_JEKYLLS), (options.tags,)))
    paths = dict.fromkeys(data_path(config, options, *names) for options, names in wanted)
    return [str(path) for path in paths if path and not path.is_relative_to(config.docs_dir)]


def data_path(config: MkDocsConfig, options: Options, *names: str) -> Path | None:
    """Return the first of some files that is there: below the folder, in `docs_dir`, beside the configuration."""
    return next((path for path in _data_paths(config, options, *names) if os.path.isfile(path)), None)  # noqa: PTH113


def _data_paths(config: MkDocsConfig, options: Options, *names: str) -> list[Path]:
    docs = Path(config.docs_dir)
    places = (docs / options.folder, docs, Path(config.config_file_path or docs).parent)
    return [Path(os.path.normpath(place / name)) for name in names for place in places]


def _data_source(path: Path | None) -> Source | None:
    if path is None:
        return None
    name = PurePosixPath(path.name)
    try:
        return Source(path=name, shown=shown_path(path), data=path.read_bytes())
    except OSError as error:
        return Source(path=name, shown=shown_path(path), reason=error.strerror or str(error))


def meta_files(files: Files, config: MkDocsConfig) -> tuple[Scope, ...]:
    """Return what Material's `meta` plugin adds to pages, as scopes of defaults; what it cannot read, it tells itself."""
    name = meta_file_name(config)
    scopes = []
    for file in files:
        path = PurePosixPath(file.src_uri)
        if path.name != name:
            continue
        try:
            value = read_yaml(decode(source_of(file).data))
        except (DecodingError, YamlError):
            continue
        if isinstance(value, MapValue):
            folder = "" if str(path.parent) == "." else str(path.parent)
            values = {key.text: plain(item) for key, item in value.entries}
            scopes.append(Scope(folder, drafts_only=False, typed=False, values=values, unites_lists=True))
    return tuple(scopes)
