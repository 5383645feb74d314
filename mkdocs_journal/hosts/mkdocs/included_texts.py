"""Texts outside the docs that public pages include, such as snippets: they may name files of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.audit.named_files import NamedFiles
from mkdocs_journal.hosts.mkdocs.config import options_of_plugins, settings_as_written
from mkdocs_journal.hosts.mkdocs.files import site_info
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.problems.places import working_folder
from mkdocs_journal.publishing.contents import PATTERNS, Content, not_published
from mkdocs_journal.publishing.jekyll_config import jekyll_file
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.real_paths import real_path

_NOT_INCLUDED: Final = frozenset({"docs_dir", "site_dir", "hooks", "theme", "watch", "nav", *PATTERNS})
"""Settings that name files which no page includes."""


def included_texts(
    contents: Sequence[Content], config: MkDocsConfig, read: Sequence[Content]
) -> Iterator[tuple[str, OutputFile | None]]:
    """Yield the texts of files that public pages name, or single files that the configuration names.

    Each has the file of the site that it is, or None. Pages are not among them, nor is the configuration itself: its values
    are read, its comments and patterns do not count.

    Args:
        contents: The site, in each of its languages.
        config: The configuration of MkDocs.
        read: The languages whose pages are read.
    """
    docs, output = real_path(config.docs_dir), real_path(config.site_dir)
    here = real_path(config.config_file_path).parent if config.config_file_path else docs.parent
    hidden = [file for content in contents for file in _hidden(content)]
    named = NamedFiles(
        here,
        docs,
        tuple(map(real_path, filter(None, [working_folder()]))),
        private={str(real_path(file.path)) for file in hidden if file.path},
        closed=(output, *(real_path(folder) for folder in config.theme.dirs)),
    )
    origins = {file.origin for file in hidden}
    published = {file.origin: file for content in contents for file in content.files if not file.left_out}
    pages = {file.origin: file for content in read for file in content.files if file.is_page and not file.left_out}
    public = [file for origin, file in pages.items() if origin not in origins]
    known = {real_path(file.path): file for file in published.values() if file.path}
    settings_in = (config.config_file_path, jekyll_file(site_info(config)))
    pages_in = (file.path for file in public)  # what is named may only be linked, and is read by itself
    named.leave_out(real_path(path) for path in (*settings_in, *pages_in) if path)
    settings = [
        text
        for given in (*settings_as_written(config), {"extensions": config.mdx_configs}, options_of_plugins(config))
        for name, value in given.items()
        if name not in _NOT_INCLUDED
        for text in texts_in(value)
    ]
    for data in named.in_pages(settings, ((text_of(file), file.path or docs) for file in public)):
        yield data.decode("utf-8", "replace"), known.get(named.last)


def _hidden(content: Content) -> Iterator[OutputFile]:
    """Yield the files of the posts that are not published."""
    for plan in content.plans:
        yield from (plan.candidates[PurePosixPath(source)] for source in not_published(plan))
