"""Reports where `mkdocs serve` shows withheld posts."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.addresses import resolved
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.publication import Publication


def where_withheld(publication: Publication) -> Iterator[Problem]:
    """Yield for each withheld post a problem with its URL; nothing in a build."""
    for edition in publication.editions:
        for post in edition.journal.withheld:
            if file := edition.post_files.get(post.source):
                values = {"state": post.state.value, "url": resolved(edition.site.url, edition.url(post.source))}
                yield problem("J123", Place(file.shown), "serve", **values)
