"""Entries of the route table for outputs that options name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.urls.routes import Route

_ADVICE: Final = {"folder": "write another folder", "redirects": "remove the file, or this name from the option"}
"""Advice for two outputs with the same file, by the last part of the option that names it."""
_FREE: Final = "configure that plugin not to write this file"
_MADE: Final = frozenset({"folder", "archive"})
"""Options from which several paths are made; the other option or file is easier to change."""


def archive_route(page: ArchivePage, file: str, options: Options) -> Route:
    """Return the route of an archive page."""
    option = f"archives.{page.archive.kind}" if _has_pattern(page, options) else "folder"
    if page.number > 1 and page.archive.kind == "index" and options.pager.startswith("/"):
        option = "pager"
    return Route(file, _name(page, options), "archive", options.within + option)


def alias_route(page: ArchivePage, file: str, options: Options) -> Route:
    """Return the route of a further address of an archive page, which redirects to it."""
    option = f"archives.{page.archive.kind}" if _has_pattern(page, options) else "pager"
    return Route(file, f"the redirect to {page.source}", "redirect", options.within + option)


def alias_clash(route: Route, owner: Route, page: ArchivePage, place_of: Callable[[str], Place]) -> Problem:
    """Return the problem of a redirect to a list whose address another output has."""
    values = {"url": f"/{route.file}", "other": owner.owner, "page": str(page.source)}
    return problem("J942", place_of(route.option), route.option, **values)


def _has_pattern(page: ArchivePage, options: Options) -> bool:
    return bool(getattr(options.archives, page.archive.kind, ()))


def _name(page: ArchivePage, options: Options) -> str:
    return f"the archive {page.source}" + (f" of {_whose(options)}" if options.name else "")


def feed_routes(feed: FeedRoute, options: Options) -> Iterator[Route]:
    """Yield the route of each file of a feed."""
    term = feed.archive.term
    own = {"atom": options.feeds.atom, "rss": options.feeds.rss, "json": options.feeds.json}[feed.format]
    for number, file in enumerate(feed.files):
        owner = f"the {feed.format} feed of {_whose(options)}"
        option = f"feeds.{feed.format}" if own and number == 0 else "feeds.also"
        if term:
            owner = f"the {feed.format} feed of {feed.archive.source}" + (f" of {_whose(options)}" if options.name else "")
            option = "feeds.term_paths" if feed.archive.kind in options.feeds.term_paths else "folder"
        elif feed.page:
            owner, option = f"part {feed.page} of {owner}", "feeds.archive"
        yield Route(file, owner, "feed", options.within + option)


def export_route(options: Options) -> Route:
    """Return the route of the export of a journal; its file is empty if there is none."""
    return Route(options.export_file, f"the export of {_whose(options)}", "export", f"{options.within}export")


def schedule_route(options: SiteOptions) -> Route:
    """Return the route of the file of the next scheduled post; its file is empty if there is none."""
    return Route(options.schedule or "", "the schedule", "export", "schedule")


def redirects_route(name: str) -> Route:
    """Return the route of a file of redirects."""
    return Route(name, "the list of redirects", "export", "redirects")


def _whose(options: Options) -> str:
    if options.of_all:
        return "all journals"
    return f"the journal {options.name}" if options.name else "the journal"


def clash(route: Route, owner: Route, place_of: Callable[[str], Place]) -> Problem:
    """Return the problem of an output whose file is taken by another.

    It is reported where it is fixed most easily: at the option that names one of the paths, else at the user's file.

    Args:
        route: The output that is left out.
        owner: The output that has the file.
        place_of: Returns where an option is written.
    """
    names = {"url": f"/{route.file}", "other": owner.owner}
    if _is_made(route) and owner.kind == "site":
        return problem("J531", Place(owner.owner), "file", url=f"/{route.file}", other=route.owner)
    if owner.kind == "plugin":
        advice = _FREE if _is_made(route) else f"write another path, or {_FREE}"
        return problem("J530", place_of(route.option), route.option, **names, advice=advice)
    at = route
    if (_is_made(route) or route.option == "redirects") and owner.option and not _is_made(owner):
        at, names["other"] = owner, route.owner
    advice = _ADVICE.get(at.option.rpartition(".")[2], "write another path")
    return problem("J530", place_of(at.option), at.option, **names, advice=advice)


def name_twin(route: Route, other: Route, place: Place, key: str) -> Problem:
    """Return the problem of an output whose file differs from another one only in case or Unicode composition."""
    return problem("J505", place, key, file=route.file, other=other.file, owner=other.owner)


def _is_made(route: Route) -> bool:
    return route.option.rpartition(".")[2] in _MADE
