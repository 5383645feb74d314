"""After a build: writes the remaining files."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.feeds.entries import ChangeEntry
from mkdocs_journal.feeds.site_pictures import FAVICONS
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.program_files import program_files
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publishing.whole_files import UnwritableFileError, digest, write_whole

if TYPE_CHECKING:  # a build needs no caches
    from mkdocs_journal.hosts.mkdocs.feed_cache import FeedCache


def write_outputs(
    build: Build,
    fragments: Fragments,
    options: SiteOptions,
    config: MkDocsConfig,
    before: Sequence[Build] = (),
    change: ChangeEntry | None = None,
    *,
    kept: FeedCache | None = None,
) -> dict[str, bytes]:
    """Write feeds, exports and other files for programs; return the digest of each feed.

    Args:
        build: The build.
        fragments: Renders pages of redirects.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        before: The builds of other languages before this one: files for the whole site are about all of them.
        change: Returns each entry as feeds get it, or None to leave it out.
        kept: The feeds of the previous build, if they are kept.

    Raises:
        PluginError: A file cannot be written; its old version is kept.
    """
    folder = Path(config.site_dir)
    _forget_icon(build)
    feeds = {name for edition in build.publication.all for feed in edition.plan.every_feed for name in feed.files}
    publication, taken = kept.take(build, config) if kept else (build.publication, {})
    digests: dict[str, bytes] = {}
    try:
        others = [other.publication for other in before]
        for file, data in chain(taken.items(), program_files(publication, fragments, options, others, change)):
            write_whole(folder / file, data)
            if kept:
                kept.keep(file, data)
            if file in feeds:
                digests[file] = digest(data)
    except UnwritableFileError as error:
        raise PluginError(str(error)) from error
    return digests


def _forget_icon(build: Build) -> None:
    """Let no feed name a favicon that another plugin has taken out meanwhile, as Material's `projects` does."""
    routes, files = build.publication.routes, build.rendered.files.src_uris
    icons = (build.publication.all[0].site.favicon, *FAVICONS)
    if gone := {name for name in icons if routes.is_of_site(name) and name not in files}:
        routes.release(gone)
