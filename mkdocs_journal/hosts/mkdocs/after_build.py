"""After a build: writes the remaining files and starts the audit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.feeds.entries import ChangeEntry
from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import options_of_plugins, settings_as_written
from mkdocs_journal.hosts.mkdocs.feed_cache import FeedCache
from mkdocs_journal.hosts.mkdocs.files import output_file, site_info
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.program_files import program_files
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.real_paths import real_path
from mkdocs_journal.publishing.whole_files import UnwritableFileError, digest, write_whole

_NOTHING_KEPT: Final = FeedCache()


def write_outputs(
    build: Build,
    fragments: Fragments,
    options: SiteOptions,
    config: MkDocsConfig,
    before: Sequence[Build] = (),
    change: ChangeEntry | None = None,
    *,
    kept: FeedCache = _NOTHING_KEPT,
) -> dict[str, bytes]:
    """Write feeds, exports and other files for programs; return the digest of each feed.

    Args:
        build: The build.
        fragments: Renders pages of redirects.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        before: The builds of other languages before this one: files for the whole site are about all of them.
        change: Returns each entry as feeds get it, or None to leave it out.
        kept: The feeds of the previous build.

    Raises:
        PluginError: A file cannot be written; its old version is kept.
    """
    folder = Path(config.site_dir)
    feeds = {name for edition in build.publication.all for feed in edition.plan.every_feed for name in feed.files}
    publication, taken = kept.take(build, config)
    digests: dict[str, bytes] = {}
    try:
        others = [other.publication for other in before]
        for file, data in chain(taken.items(), program_files(publication, fragments, options, others, change)):
            write_whole(folder / file, data)
            kept.keep(file, data)
            if file in feeds:
                digests[file] = digest(data)
    except UnwritableFileError as error:
        raise PluginError(str(error)) from error
    return digests


def written_site(
    build: Build, files: Files, config: MkDocsConfig, others: Sequence[tuple[Build, Files]] = ()
) -> WrittenSite:
    """Return the site as the audit needs it; `others` are the builds of other languages, with their files."""
    plugins = [options for name, options in options_of_plugins(config).items() if name.partition(" ")[0] != "journal"]
    every = chain(files, *(theirs for _, theirs in others))
    return WrittenSite(
        publication=build.publication,
        others=tuple(other.publication for other, _ in others),
        site=site_info(config),
        files=tuple({file.path or file.source: file for file in map(_as_read, every)}.values()),
        attachments=build.attachments,
        digests={file: sign for one in (build, *(other for other, _ in others)) for file, sign in one.digests.items()},
        history=build.history if build.page_stamps.show else GitHistory(),
        settings=settings_as_written(config),
        plugin_options=(*plugins, config.mdx_configs),
        beside=real_path(config.config_file_path or config.docs_dir).parent,
        theme_folders=tuple(map(Path, config.theme.dirs)),
        own_theme=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        packages=tuple(_packages(config)),
        word_folders=(Path(search.__file__ or "").parent,),
    )


def _as_read(file: File) -> OutputFile:
    """Return a file; for a page that a plugin wrote and removed again, with the text that MkDocs read."""
    seen = output_file(file)
    if file.page and seen.path and not os.path.exists(seen.path):  # noqa: PTH110 - also False where this user may not look
        return seen._replace(path=None, data=(file.page.markdown or "").encode())
    return seen


def _packages(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of the packages of plugins and Markdown extensions, except those that contain the docs."""
    names = [type(plugin).__module__ for plugin in config.plugins.values()] + [
        str(name) for name in config.markdown_extensions
    ]
    for name in dict.fromkeys(name.partition(".")[0] for name in names):
        file = getattr(sys.modules.get(name), "__file__", None)
        if name != FOLDER.parent.name and file and Path(file).name == "__init__.py":
            folder = real_path(file).parent
            if not real_path(config.docs_dir).is_relative_to(folder):
                yield folder
