"""The journal's place in the navigation."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section

from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.publishing.edition import Edition, Publication
from mkdocs_journal.publishing.nav_entries import without_gathered


def lift_landing_page(nav: Navigation, edition: Edition, config: MkDocsConfig) -> None:
    """Replace a section by the landing page in a nav made from the files, if the section contains nothing else.

    The rest of the folder is posts, so MkDocs makes a section with one entry.
    """
    if config.nav is None and edition.landing:
        _lift(nav.items, edition.landing.source, None)


def leave_out_gathered(publication: Publication, config: MkDocsConfig) -> None:
    """Take unlisted and withheld posts out of a nav that another plugin has made of globs and folders."""
    if config.nav:
        config.nav = without_gathered(config.nav, publication, [given.get("nav") for given in settings_as_written(config)])


def leave_out_withheld(nav: Navigation, is_withheld: Callable[[str], bool]) -> None:
    """Remove the entries that link to withheld posts, by source or URL, from a nav.

    Args:
        nav: The nav; MkDocs has already reported the missing sources.
        is_withheld: Returns whether a link in the configuration leads to a withheld post.
    """
    nav.items[:] = _without(nav.items, is_withheld)


def _without(items: list[StructureItem], is_withheld: Callable[[str], bool]) -> list[StructureItem]:
    """Return items without those that link to withheld posts, and without sections that become empty."""
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section) and item.children:
            item.children[:] = _without(item.children, is_withheld)
            if item.children:
                kept.append(item)
        elif not (isinstance(item, Link) and is_withheld(item.url.replace("\\", "/"))):  # written on Windows
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
