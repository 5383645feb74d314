"""The URLs and files of a journal that must exist after a build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile, place_of
from mkdocs_journal.publishing.outputs import clash, export_route, redirects_route, schedule_route
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.urls.links import served
from mkdocs_journal.urls.routes import Route, Routes

_NO_PAGES: Final = frozenset({"feed", "redirect", "export"})
"""Kinds of outputs that are not pages."""


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


def missing_outputs(
    publication: Publication,
    files: Iterable[str],
    mapped: Iterable[tuple[str, str]],
    shown: Callable[[str], str],
    mover: Callable[[str], str],
) -> Iterator[Problem]:
    """Yield a problem for each URL of the journal or the sitemap, and each other output, without a file; none is read.

    Args:
        publication: Its posts and lists.
        files: The other files that are promised, as `promised_files()` yields them.
        mapped: The URL below the site of each page that the sitemap names, with its source.
        shown: Returns a page as messages name it, from its source.
        mover: Returns who may have moved a page, from its source, or another file, from an empty text.
    """
    folder = publication.all[0].site.output
    written = WrittenFiles(str(folder))
    seen: set[str] = set()
    for url, source in (*promised_urls(publication), *mapped):
        if url not in seen and not served(unquote(url), written):
            yield _missing(url, shown(source), mover(source))
        seen.add(url)
    for name in files:
        if name not in written:
            yield _missing(name, shown_path(folder / name), mover(""))


def _missing(url: str, place: str, who: str) -> Problem:
    return problem("J910", Place(place), "output", url=f"/{url}", who=who)


def late_files(files: Iterable[tuple[OutputFile, bool]], routes: Routes) -> Iterator[Problem]:
    """Yield a problem for each file that took the place of an output of the journal later.

    A feed, redirect or other file of the journal that is not a page is not written then.

    Args:
        files: The files of the site, each with whether it is a page of a journal.
        routes: Everything that is published; changed in place.
    """
    first: dict[str, tuple[OutputFile, bool]] = {}
    for file, own in files:
        other, others = first.setdefault(file.destination, (file, own))
        if other is not file and (own or others):
            late, owner = (other, file) if own else (file, other)
            yield problem("J531", Place(late.shown), "file", url=f"/{file.destination}", other=owner.shown)
        route = routes.at(file.destination)
        if route and route.kind in _NO_PAGES:
            routes.take_over(Route(file.destination, file.shown, "site"))
            yield problem("J531", Place(file.shown), "file", url=f"/{file.destination}", other=route.owner)


def files_of_others(publication: Publication, promised: Iterable[str], own: set[str], owner: str) -> tuple[Problem, ...]:
    """Return a problem for each promised file that another program has written; its file is kept.

    Args:
        publication: The journals; its routes are changed in place.
        promised: The files, as `promised_files()` yields them.
        own: Those that the journal itself has written.
        owner: Who may have written the others, as messages name it.
    """
    written = WrittenFiles(str(publication.all[0].site.output))
    taken = sorted(name for name in set(promised) - own if name in written)
    redirects = {redirect.address.file: (one, redirect) for one in publication.editions for redirect in one.plan.redirects}
    problems = tuple(_taken(name, owner, publication, redirects) for name in taken)
    for name in taken:
        publication.routes.take_over(Route(name, owner, "site"))
    return problems


def _taken(name: str, owner: str, publication: Publication, redirects: Mapping[str, tuple[Edition, Redirect]]) -> Problem:
    edition, redirect = redirects.get(name, (None, None))
    if edition and redirect and (file := edition.post_files.get(redirect.source)):
        place = place_of(edition.posts[file.source], file, "redirect_from")
        return problem("J506", place, "redirect_from", found=f"/{redirect.address.url}", reason=f"is used by {owner}")
    route = publication.routes.at(name) or Route(name, name, "export")
    return clash(route, Route(name, owner, "plugin"), publication.all[0].site.place_of)


class WrittenFiles:
    """The files that exist below the site folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return os.path.isfile(os.path.join(self._folder, str(name)))  # noqa: PTH113, PTH118 - fast: called for every page
