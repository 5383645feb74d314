"""The nav as a configuration writes it: lists of sources, titles with sources, and titles with lists."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.publishing.archive_names import name_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.publication import Publication


class ArchiveSection(NamedTuple):
    """Archives that stand below the journal in the navigation."""

    title: str
    entries: tuple[tuple[Archive, str, str], ...]
    """Each archive with its short name and its URL below the site."""


def archive_sections(edition: Edition) -> Iterator[ArchiveSection]:
    """Yield the sections that the option `nav` names; one without archives is left out."""
    for name in edition.options.nav:
        kind = edition.archives.kinds.get(name)
        archives = edition.archives.years if name == "archive" else kind.parts if kind else ()
        shown = (one for one in archives if one.source in edition.archive_files)
        if entries := tuple((one, name_of(one, edition), edition.url(one.source)) for one in shown):
            yield ArchiveSection(edition.labels(name), entries)


def with_feeds_named(nav: Any, publication: Publication) -> Any:
    """Return a nav with the address of each feed in the place of its path; without `site_url` the same nav."""
    root = publication.all[0].site.url
    feeds = {feed.file: root + feed.url for edition in publication.all for feed in edition.all_feeds}
    return _replaced(nav, feeds) if root else nav


def _replaced(item: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(item, list):
        return [_replaced(one, texts) for one in item]
    if isinstance(item, dict):
        return {title: _replaced(value, texts) for title, value in item.items()}
    return texts.get(item, item) if isinstance(item, str) else item


def entries_of(nav: object) -> Iterator[str]:
    """Yield the texts of a nav but the titles."""
    if isinstance(nav, str):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for other in inside:
        yield from entries_of(other)
