"""After a build: files are written, and the audit looks at all of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.feeds.entries import ChangeEntry
from mkdocs_journal.feeds.making import make_feeds
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.files import output_file, site_info
from mkdocs_journal.metadata.export_files import export_files
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.redirect_pages import redirect_files
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.outputs import schedule_route
from mkdocs_journal.publishing.schedule import schedule
from mkdocs_journal.publishing.whole_files import UnwritableFileError, digest, write_whole


def write_outputs(
    build: Build, fragments: Fragments, options: SiteOptions, config: MkDocsConfig, change: ChangeEntry
) -> dict[str, bytes]:
    """Write the feeds, with entries as `change` returns them, and the other files that programs read.

    Returns:
        The digest of each feed.

    Raises:
        PluginError: A file cannot be written; its old version stays.
    """
    publication, folder = build.publication, Path(config.site_dir)
    digests: dict[str, bytes] = {}
    try:
        for file, data in make_feeds(publication, change):
            write_whole(folder / file, data)
            digests[file] = digest(data)
        for file, data in (*redirect_files(publication, fragments, options.redirects), *export_files(publication)):
            write_whole(folder / file, data)
        route = schedule_route(options)
        if publication.routes.holds(route):
            write_whole(folder / route.file, schedule(publication))
    except UnwritableFileError as error:
        raise PluginError(str(error)) from error
    return digests


def written_site(build: Build, files: Files, config: MkDocsConfig) -> WrittenSite:
    """Return the site as the audit looks at it."""
    plugins = [
        dict(getattr(plugin, "config", {}))  # a hook has none
        for name, plugin in config.plugins.items()
        if name.partition(" ")[0] != "journal"
    ]
    return WrittenSite(
        publication=build.publication,
        site=site_info(config),
        files=tuple(map(_as_read, files)),
        attachments=build.attachments,
        digests=build.digests,
        settings=settings_as_written(config),
        plugin_options=(*plugins, config.mdx_configs),
        beside=Path(config.config_file_path or config.docs_dir).resolve().parent,
        theme_folders=tuple(map(Path, config.theme.dirs)),
        own_theme=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        packages=tuple(_packages(config)),
        word_folders=(Path(search.__file__ or "").parent,),
    )


def _as_read(file: File) -> OutputFile:
    """Return a file; a page that a plugin has written and taken away again has the text that MkDocs has read."""
    seen = output_file(file)
    if file.page and seen.path and not seen.path.exists():
        return replace(seen, path=None, data=(file.page.markdown or "").encode())
    return seen


def _packages(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of the packages that plugins and Markdown extensions come from, but none that holds the docs."""
    names = [type(plugin).__module__ for plugin in config.plugins.values()] + [
        str(name) for name in config.markdown_extensions
    ]
    for name in dict.fromkeys(name.partition(".")[0] for name in names):
        file = getattr(sys.modules.get(name), "__file__", None)
        if name != FOLDER.parent.name and file and Path(file).name == "__init__.py":
            folder = Path(file).resolve().parent
            if not Path(config.docs_dir).resolve().is_relative_to(folder):
                yield folder
