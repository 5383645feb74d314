"""Icon and logo of a site in feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.links import encoded
from mkdocs_journal.urls.routes import Routes

FAVICONS: Final = ("img/favicon.ico", "favicon.ico")
"""The path of the favicon in themes that do not name it in their configuration."""


def icon_of(options: FeedOptions, routes: Routes, site: SiteInfo) -> str:
    """Return the address of the icon of feeds: the option, else the favicon of the site; empty if there is none."""
    if options.icon is not None:
        return _address(options.icon, routes, site)
    return next((found for name in (site.favicon, *FAVICONS) if (found := _address(name, routes, site))), "")


def logo_of(options: FeedOptions, routes: Routes, site: SiteInfo) -> str:
    """Return the address of the logo of feeds, or empty."""
    return _address(options.logo or "", routes, site)


def _address(name: str, routes: Routes, site: SiteInfo) -> str:
    """Return the absolute address of a picture, or empty if the site does not have it."""
    if name.startswith(("https://", "http://")):
        return absolute(name, "")
    path = name.lstrip("/")
    return absolute(encoded(path), site.url) if path and routes.at(path) else ""


def missing_pictures(options: Options, files: Iterable[OutputFile], site: SiteInfo) -> Iterator[Problem]:
    """Yield a problem for each picture named in the options that the site does not have."""
    named = {"feeds.icon": options.feeds.icon, "feeds.logo": options.feeds.logo}
    wanted = {key: name for key, name in named.items() if name and not name.startswith(("https://", "http://"))}
    known = {file.destination for file in files if not file.left_out} if wanted else set()
    for key, name in wanted.items():
        if name.lstrip("/") not in known:
            yield problem("J640", site.place_of(options.within + key), key, found=Quoted(name))
