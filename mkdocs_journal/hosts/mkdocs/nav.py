"""The journal's place in the navigation."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section

from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.sources import texts
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.publishing.edition import Edition, Publication


def lift_landing_page(nav: Navigation, edition: Edition, config: MkDocsConfig) -> None:
    """Put the landing page where its section stands, if the nav is made from the files and it is alone in there.

    The folder has only posts beside it, so the host makes a section with one entry of it.
    """
    if config.nav is None and edition.landing:
        _lift(nav.items, edition.landing.source, None)


def leave_out_gathered(publication: Publication, config: MkDocsConfig) -> None:
    """Take unlisted and withheld posts out of a nav that another plugin has made of globs and folders.

    What stands there with a title, or in the configuration itself, an author has written.
    """
    editions = publication.editions
    hidden = {name for edition in editions for name in edition.names_of(edition.journal.unlisted)}
    hidden |= {post.source.as_posix() for edition in editions for post in edition.journal.withheld}
    own = {text for given in settings_as_written(config) for text in texts(given.get("nav"))}
    if config.nav and not hidden <= own:
        config.nav = _not_named(config.nav, hidden - own)


def _not_named(items: list[Any], hidden: Container[str]) -> list[Any]:
    """Return a nav without entries that name a source and have no title, and without lists of nothing else."""
    kept: list[Any] = []
    for item in items:
        entries = {}
        for title, value in item.items() if isinstance(item, dict) else ((None, item),):
            inside = _not_named(value, hidden) if isinstance(value, list) else value
            if not (value and inside == []) and not (title is None and value in hidden):
                entries[title] = inside
        if entries:
            kept.append(entries if isinstance(item, dict) else item)
    return kept


def leave_out_withheld(nav: Navigation, is_withheld: Callable[[str], bool]) -> None:
    """Take the entries that lead to withheld posts, by source or address, out of a nav.

    Args:
        nav: The nav; the host has told that there is no such source.
        is_withheld: Returns whether an address of the configuration leads to a withheld post.
    """
    nav.items[:] = _without(nav.items, is_withheld)


def _without(items: list[StructureItem], is_withheld: Callable[[str], bool]) -> list[StructureItem]:
    """Return items without those that lead to withheld posts, and without sections of nothing else."""
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section) and item.children:
            item.children[:] = _without(item.children, is_withheld)
            if item.children:
                kept.append(item)
        elif not (isinstance(item, Link) and is_withheld(item.url)):
            kept.append(item)
    return kept


def _lift(items: list[StructureItem], source: str, parent: Section | None) -> None:
    for number, item in enumerate(items):
        if not isinstance(item, Section):
            continue
        only = item.children[0] if len(item.children) == 1 else None
        if only is not None and only.is_page and getattr(only, "file", None) and source_name(only.file) == source:  # type: ignore[attr-defined]
            only.parent = parent
            items[number] = only
        else:
            _lift(item.children, source, item)
