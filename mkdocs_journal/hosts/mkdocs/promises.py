"""Checks that every listed URL has its file in the site folder, and that nothing is written outside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import is_left_out, output_file, shown
from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of, named
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.promised import files_of_others, late_files, missing_outputs, promised_files
from mkdocs_journal.publishing.real_paths import real_path

_MEANWHILE: Final = (
    "files", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "env", "pre_template",
    "template_context", "post_template", "page_context", "post_page", "<post_build",
)  # fmt: skip
"""The events in which a plugin can write into the site folder before the journal does."""


def take_late_files(build: Build, files: Files) -> Iterator[Problem]:
    """Yield a problem for each file that took the place of an output of the journal later."""
    own = {id(file) for file in build.pages}
    kept = ((output_file(file), id(file) in own) for file in files if not is_left_out(file))
    return late_files(kept, build.publication.routes)


def take_written_files(build: Build, options: SiteOptions, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return a problem for each file of the journal that another plugin has written into the site folder in this build.

    Its file stays as it is. Without another plugin it is a second build into the same folder that has written, and each
    file is replaced as a whole.
    """
    promised = promised_files(build.publication, options)
    owner = named(handlers_of(config, "env", "page_context", "post_page", "<post_build"))
    may_be_theirs = bool(handlers_of(config, *_MEANWHILE))
    problems = files_of_others(build.publication, promised, build.watch.own, owner) if may_be_theirs else ()
    build.watch.own.update(promised_files(build.publication, options))
    return problems


def outside(files: Files, build: Build, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each file that is or will be written outside the site folder."""
    start = os.path.join(config.site_dir, "")  # noqa: PTH118 - fast: called for every file
    for file in files:
        path = file.abs_dest_path
        if (path.startswith(start) and ".." not in path) or is_left_out(file):
            continue
        if not real_path(path).is_relative_to(real_path(config.site_dir)):
            values = {"url": f"/{file.url}", "path": shown_path(path), "who": build.watch.culprit(file.src_uri, "<files")}
            yield problem("J911", Place(shown(file)), "output", **values)


def missing(build: Build, options: SiteOptions) -> Iterator[Problem]:
    """Yield a problem for each URL of the journal or the sitemap without a file; `options` say which others are written."""
    known = {file.src_uri: file for file in build.sitemap} | dict(build.files)
    root = build.publication.all[0].site.url
    addresses = ((file.src_uri, str(file.page.canonical_url or "")) for file in build.sitemap if root and file.page)
    mapped = ((url[len(root) :], source) for source, url in addresses if url.startswith(root))

    def mover(source: str) -> str:
        return build.watch.culprit(source, *(["post_page"] if source else []), "<post_build")

    promised = promised_files(build.publication, options)
    return missing_outputs(build.publication, promised, mapped, lambda source: shown(known[source]), mover)
