"""The journal's place in the navigation."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.sources import texts
from mkdocs_journal.publishing.archive_names import name_of
from mkdocs_journal.publishing.edition import Edition, Publication


class ArchiveEntry(Link):
    """An archive in the nav: a short name, and active while the archive's page is rendered."""

    def __init__(self, title: str, url: str, parent: Section) -> None:
        super().__init__(title, url)
        self.parent = parent
        self._is_active = False

    @property
    def active(self) -> bool:
        """Whether the page that is rendered is one of the archive."""
        return self._is_active

    @active.setter
    def active(self, value: bool) -> None:
        self._is_active = value
        if self.parent is not None:
            self.parent.active = value


def place_in_nav(
    nav: Navigation, edition: Edition, build: Build, config: MkDocsConfig
) -> Mapping[PurePosixPath, ArchiveEntry]:
    """Give the journal its place in the nav, with the archives below it that the option `nav` names.

    Returns:
        The entries of archives, by their source.
    """
    _lift_landing_page(nav, edition, config)
    landing = build.files[edition.landing.source].page if edition.landing else None
    if landing is None or not edition.options.nav:
        return {}
    if landing.parent is None and landing in nav.items:
        section = Section(edition.title, [landing])
        nav.items[nav.items.index(landing)] = section
        landing.parent = section
    above = landing.parent
    sections = [_add_section(name, above, edition) for name in edition.options.nav] if above else []
    return {source: entry for entries in sections for source, entry in entries.items()}


def _add_section(name: str, above: Section, edition: Edition) -> Mapping[PurePosixPath, ArchiveEntry]:
    """Add a section with the years or the terms of a kind; return its entries."""
    kind = edition.archives.kinds.get(name)
    archives = edition.archives.years if name == "archive" else kind.parts if kind else ()
    section = Section(edition.labels(name), [])
    section.parent = above
    entries = {
        one.source: ArchiveEntry(name_of(one, edition), edition.url(one.source), section)
        for one in archives
        if one.source in edition.archive_files
    }
    section.children[:] = entries.values()
    if entries:
        above.children.append(section)
    months = ((month.source, entries[year.source]) for year in archives for month in year.parts if year.source in entries)
    return {**entries, **dict(months)}


def name_feeds(publication: Publication, config: MkDocsConfig) -> None:
    """Replace feeds in the nav, named by their path below the site, by their addresses."""
    root = publication.all[0].site.url
    feeds = {feed.file: root + feed.url for edition in publication.all for feed in edition.all_feeds}
    if config.nav and root:
        config.nav = _readdressed(config.nav, feeds)


def _readdressed(item: Any, addresses: Mapping[str, str]) -> Any:
    """Return a part of a nav with some values replaced."""
    if isinstance(item, list):
        return [_readdressed(one, addresses) for one in item]
    if isinstance(item, dict):
        return {title: _readdressed(value, addresses) for title, value in item.items()}
    return addresses.get(item, item) if isinstance(item, str) else item


def _lift_landing_page(nav: Navigation, edition: Edition, config: MkDocsConfig) -> None:
    """Replace a section by the landing page in a nav made from the files, if the section contains nothing else.

    The rest of the folder is posts, so MkDocs makes a section with one entry.
    """
    if config.nav is None and edition.landing:
        _lift(nav.items, edition.landing.source, None)


def leave_out_gathered(publication: Publication, config: MkDocsConfig) -> None:
    """Remove unlisted and withheld posts from a nav that another plugin made of globs and folders.

    Entries with a title, and those in the configuration itself, were written by the author and are kept.
    """
    editions = publication.editions
    hidden = {name for edition in editions for name in edition.names_of(edition.journal.unlisted)}
    hidden |= {post.source.as_posix() for edition in editions for post in edition.journal.withheld}
    own = {text for given in settings_as_written(config) for text in texts(given.get("nav"))}
    if config.nav and not hidden <= own:
        config.nav = _not_named(config.nav, hidden - own)


def _not_named(items: list[Any], hidden: Container[str]) -> list[Any]:
    """Return a nav without entries that name a source and have no title, and without lists that become empty."""
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
        elif not (isinstance(item, Link) and is_withheld(item.url)):
            kept.append(item)
    return kept


def _lift(items: list[StructureItem], src_uri: str, parent: Section | None) -> None:
    for number, item in enumerate(items):
        if not isinstance(item, Section):
            continue
        only = item.children[0] if len(item.children) == 1 else None
        if only is not None and only.is_page and getattr(only, "file", None) and only.file.src_uri == src_uri:  # type: ignore[attr-defined]
            only.parent = parent
            items[number] = only
        else:
            _lift(item.children, src_uri, item)
