"""The URLs and files of a journal that must exist after a build."""

from __future__ import annotations

import os
from collections.abc import Iterator

from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.publishing.edition import Publication
from mkdocs_journal.publishing.outputs import export_route, redirects_route, schedule_route


def promised_urls(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the URL of each post and list, with the source path of its page."""
    for edition in publication.all:
        posts = () if edition is publication.combined else edition.journal.public
        yield from ((edition.url(post.source), edition.post_files[post.source].source) for post in posts)
        yield from ((edition.url(source), file.source) for source, (file, _) in edition.archive_files.items())


def promised_files(publication: Publication, options: SiteOptions) -> Iterator[str]:
    """Yield the files that the journal writes at the end of a build, without files of the site at the same path."""
    routes = publication.routes
    for edition in publication.all:
        yield from (file for feed in edition.plan.every_feed for file in feed.files if not routes.is_of_site(file))
        found = (redirect.address.file for redirect in edition.plan.redirects)
        yield from (file for file in found if not routes.is_of_site(file))
    exports = (export_route(edition.options) for edition in publication.all)
    named = (*exports, schedule_route(options), *map(redirects_route, options.redirects))
    yield from (route.file for route in named if routes.owns(route))


class WrittenFiles:
    """The files that exist below the site folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return os.path.isfile(os.path.join(self._folder, str(name)))  # noqa: PTH113, PTH118 - fast: called for every page
