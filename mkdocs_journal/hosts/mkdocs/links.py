"""Rewrites the links of MkDocs' pages while a page is rendered, and in the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import output_file, output_files
from mkdocs_journal.hosts.mkdocs.internals import link_as_published
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.front_links import with_front_links
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.page_links import PageLinkRewriter, Rewritten

Found = tuple[tuple[Problem, int | None], ...]
"""Problems, each with its log level; None means the level of its severity."""

_OF_LINKS: Final = frozenset({"J508", "J532", "J892"})


def with_link_rewriter(build: Build, files: Files) -> tuple[Build, Callable[[str], bool]]:
    """Return the build with its link rewriter, and a function: whether a link leads to a withheld or refused post."""
    site_url = build.publication.all[0].site.url
    links = LinkResolver(build.publication, output_files(files), site_url)
    publication, problems = with_front_links(build.publication, links)
    for source, problem in problems:
        build.link_problems.setdefault(build.files[source].src_uri, []).append(problem)
    refused = {str(source) for edition in publication.editions for source in edition.journal.refused}

    def has_no_page(link: str) -> bool:
        return link in refused or links.is_withheld(link)

    return replace(build, publication=publication, rewriter=PageLinkRewriter(links)), has_no_page


def rewriting(build: Build) -> Rewrite | None:
    """Return the function that rewrites the links of a page while MkDocs renders it."""
    rewriter = build.rewriter
    if rewriter is None:
        return None

    page: tuple[File, OutputFile] | None = None

    def rewrite(link: str, file: File) -> Rewritten:
        nonlocal page
        if page is None or page[0] is not file:
            page = file, output_file(file)
        new = rewriter.rewrite(link, page[1])
        if new.problem:
            build.link_problems.setdefault(file.src_uri, []).append(new.problem)
        return new

    return rewrite


def finish_links(
    html: str, file: File, build: Build, config: MkDocsConfig
) -> tuple[str, tuple[tuple[Problem, int | None], ...]]:
    """Return a rendered page with the links of its raw HTML rewritten, and the problems of its links and blocks.

    Each problem of a link has its level.
    """
    link_as_published(file)
    if build.rewriter is None:
        return html, ()
    problems: tuple[Problem, ...] = ()
    if build.rewriter.may_change(html):
        html, problems = build.rewriter.finish(html, output_file(file))
    found = dict.fromkeys((*build.link_problems.pop(file.src_uri, ()), *problems))
    return html, tuple((problem, level_of(problem, config)) for problem in found)


def level_of(problem: Problem, config: MkDocsConfig) -> int | None:
    """Return the level of a problem of a link as set by MkDocs' option `validation.links`; None for other problems."""
    links = config.validation.links
    if problem.code not in _OF_LINKS:
        return None
    return int((links.unrecognized_links if problem.code == "J532" else links.not_found) or 0)
