"""The small pictures that stand for a site in feeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.hosts.mkdocs.config import site_path
from mkdocs_journal.hosts.mkdocs.paths import is_left_out, shown_path
from mkdocs_journal.options.feeds import FeedOptions
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.urls.links import encoded
from mkdocs_journal.urls.routes import Routes

_FAVICONS = ("img/favicon.ico", "favicon.ico")
"""Where themes have the favicon that do not name it in their configuration."""


def icon_of(options: FeedOptions, routes: Routes, config: MkDocsConfig) -> str:
    """Return the address of the icon of feeds: the option, else the favicon of the site; empty: none."""
    if options.icon is not None:
        return _address(options.icon, routes, config)
    own = str(config.theme.get("favicon") or "")
    return next((found for name in (own, *_FAVICONS) if (found := _address(name, routes, config))), "")


def logo_of(options: FeedOptions, routes: Routes, config: MkDocsConfig) -> str:
    """Return the address of the logo of feeds, or empty."""
    return _address(options.logo or "", routes, config)


def _address(name: str, routes: Routes, config: MkDocsConfig) -> str:
    """Return the absolute address of a picture, or empty if the site does not have it."""
    if name.startswith(("https://", "http://")):
        return absolute(name, "")
    path = name.lstrip("/")
    return absolute(encoded(path), site_path(config)) if path and routes.at(path) else ""


def missing_pictures(options: FeedOptions, files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield what is doubtful about the pictures that the options name: those that the site does not have."""
    named = {"feeds.icon": options.icon, "feeds.logo": options.logo}
    wanted = {key: name for key, name in named.items() if name and not name.startswith(("https://", "http://"))}
    known = {file.dest_uri for file in files if not is_left_out(file)} if wanted else set()
    place = Place(shown_path(Path(config.config_file_path or "mkdocs.yml")))
    for key, name in wanted.items():
        if name.lstrip("/") not in known:
            yield problem("J640", place, key, found=Said(name))
