"""Checks that every listed URL has its file in the site folder, and that nothing is written outside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import is_left_out, shown, site_info
from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.promised import WrittenFiles, promised_files, promised_urls
from mkdocs_journal.urls.links import served
from mkdocs_journal.urls.routes import Route

_NO_PAGES: Final = frozenset({"feed", "redirect", "export"})
"""Kinds of outputs that are not files of MkDocs."""


class Watch:
    """Records at several points of a build which plugins may have moved a page since the previous point."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._config = config
        self._places = {file.src_uri: (file, file.abs_dest_path) for file in files.documentation_pages()}
        self._by: dict[str, tuple[str, ...]] = {}

    def look(self, files: Files, *events: str) -> None:
        """Record what the handlers of some events have moved, replaced or removed."""
        now = files.src_uris
        for name, (file, place) in self._places.items():
            if name not in self._by and (now.get(name) is not file or file.abs_dest_path != place):
                self._by[name] = handlers_of(self._config, *events)

    def culprit(self, file: File | None, *events: str) -> str:
        """Return who may have moved a file, for messages; `events` are those since the last `look()`."""
        return named(self._by.get(file.src_uri if file else "") or handlers_of(self._config, *events))


def take_late_files(build: Build, files: Files) -> Iterator[Problem]:
    """Yield a problem for each file that took the place of an output of the journal later.

    The feed, redirect or other file of the journal is not written in this case.
    """
    own = {id(file) for file in build.pages}
    first: dict[str, File] = {}
    for file in files:
        if is_left_out(file):
            continue
        other = first.setdefault(file.dest_uri, file)
        if other is not file and (id(file) in own or id(other) in own):
            late, owner = (other, file) if id(file) in own else (file, other)
            yield problem("J531", Place(shown(late)), "file", url=f"/{file.dest_uri}", other=shown(owner))
        route = build.publication.routes.at(file.dest_uri)
        if route and route.kind in _NO_PAGES:
            build.publication.routes.take_over(Route(file.dest_uri, shown(file), "site"))
            yield problem("J531", Place(shown(file)), "file", url=f"/{file.dest_uri}", other=route.owner)


def outside(files: Files, watch: Watch, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each file that is or will be written outside the site folder."""
    start = os.path.join(config.site_dir, "")  # noqa: PTH118 - fast: called for every file
    for file in files:
        path = file.abs_dest_path
        if (path.startswith(start) and ".." not in path) or is_left_out(file):
            continue
        if not Path(path).resolve().is_relative_to(Path(config.site_dir).resolve()):
            values = {"url": f"/{file.url}", "path": shown_path(path), "who": watch.culprit(file, "<files")}
            yield problem("J911", Place(shown(file)), "output", **values)


def missing(
    build: Build, options: SiteOptions, watch: Watch, sitemap: Iterable[File], config: MkDocsConfig
) -> Iterator[Problem]:
    """Yield a problem for each URL of the journal or the sitemap without a file; no file is read.

    Args:
        build: The build with its posts, lists, feeds and other outputs.
        options: Which other files are written.
        watch: Who may have moved a page.
        sitemap: The pages listed in the sitemap.
        config: The configuration of MkDocs.
    """
    written = WrittenFiles(config.site_dir)
    named: set[str] = set()
    listed = ((url, build.files[source]) for url, source in promised_urls(build.publication))
    for url, file in (*listed, *_mapped(sitemap, config)):
        if url not in named and not served(unquote(url), written):
            yield _missing(url, shown(file), watch.culprit(file, "post_page", "<post_build"))
        named.add(url)
    for name in promised_files(build.publication, options):
        if name not in written:
            yield _missing(name, shown_path(Path(config.site_dir, name)), watch.culprit(None, "<post_build"))


def _missing(url: str, place: str, who: str) -> Problem:
    return problem("J910", Place(place), "output", url=f"/{url}", who=who)


def _mapped(sitemap: Iterable[File], config: MkDocsConfig) -> Iterator[tuple[str, File]]:
    """Yield the URL below the site of each page in the sitemap, with its file."""
    root = site_info(config).url
    for file in sitemap:
        url = (file.page.canonical_url or "") if file.page else ""
        if root and url.startswith(root):
            yield url[len(root) :], file
