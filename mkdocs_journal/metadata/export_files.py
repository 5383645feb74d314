"""Writes the JSON files about the published posts that options request."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.metadata.export import export
from mkdocs_journal.metadata.page_facts import post_facts, site_facts
from mkdocs_journal.publishing.outputs import export_route
from mkdocs_journal.publishing.publication import Publication


def export_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site folder and the bytes of each file, unless another output has its path."""
    for edition in publication.all:
        route = export_route(edition.options)
        if publication.routes.owns(route):
            posts = [(post, post_facts(post, edition.owner_journal(post))) for post in edition.journal.posts]
            yield route.file, export(site_facts(edition), posts)
