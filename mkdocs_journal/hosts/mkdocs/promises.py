"""What lists, feeds and the sitemap name has a file in the site folder, and nothing is written outside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import is_left_out, output_file, shown
from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.promised import late_files, missing_outputs, promised_files


class Watch:
    """Notes at some moments of a build which plugins may have moved a page since the one before."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._config = config
        self._places = {file.src_uri: (file, file.abs_dest_path) for file in files.documentation_pages()}
        self._by: dict[str, tuple[str, ...]] = {}

    def look(self, files: Files, *events: str) -> None:
        """Note what has been moved, replaced or removed by the handlers of some events."""
        now = files.src_uris
        for name, (file, place) in self._places.items():
            if name not in self._by and (now.get(name) is not file or file.abs_dest_path != place):
                self._by[name] = handlers_of(self._config, *events)

    def culprit(self, source: str, *events: str) -> str:
        """Return who may have moved a file, as messages name it; `events` are those in which nobody looked."""
        return named(self._by.get(source) or handlers_of(self._config, *events))


def take_late_files(build: Build, files: Files) -> Iterator[Problem]:
    """Yield a problem for each file that came to the place of an output of the journal after that had been claimed."""
    own = {id(file) for file in build.pages}
    kept = ((output_file(file), id(file) in own) for file in files if not is_left_out(file))
    return late_files(kept, build.publication.routes)


def outside(files: Files, watch: Watch, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each file that is or will be written outside the site folder."""
    start = os.path.join(config.site_dir, "")  # noqa: PTH118 - asked for every file
    for file in files:
        path = file.abs_dest_path
        if (path.startswith(start) and ".." not in path) or is_left_out(file):
            continue
        if not Path(path).resolve().is_relative_to(Path(config.site_dir).resolve()):
            values = {"url": f"/{file.url}", "path": shown_path(path), "who": watch.culprit(file.src_uri, "<files")}
            yield problem("J911", Place(shown(file)), "output", **values)


def missing(build: Build, options: SiteOptions, watch: Watch, sitemap: Sequence[File]) -> Iterator[Problem]:
    """Yield a problem for each URL of the journal or the sitemap without a file.

    Args:
        build: Its posts, lists, feeds and other outputs.
        options: Which other files are written.
        watch: Who may have moved a page.
        sitemap: The pages that the sitemap names.
    """
    known = {file.src_uri: file for file in sitemap} | dict(build.files)
    root = build.publication.all[0].site.url
    addresses = ((file.src_uri, file.page.canonical_url or "") for file in sitemap if root and file.page)
    mapped = ((url[len(root) :], source) for source, url in addresses if url.startswith(root))

    def mover(source: str) -> str:
        return watch.culprit(source, *(["post_page"] if source else []), "<post_build")

    promised = promised_files(build.publication, options)
    return missing_outputs(build.publication, promised, mapped, lambda source: shown(known[source]), mover)
