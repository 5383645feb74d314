"""What another program has put into the nav of a configuration, of globs and folders."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from typing import Any

from mkdocs_journal.publishing.contents import not_published
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.nav_entries import entries_of
from mkdocs_journal.publishing.publication import Publication


def as_published(
    nav: list[Any], publication: Publication, written: Iterable[object], excluded: AbstractSet[str] = frozenset()
) -> list[Any]:
    """Return a nav that another program has made of files, as it would be of what is published.

    Unlisted, withheld, refused and excluded posts are left out. The landing page that a journal makes itself stands before
    what was gathered of its folder. What stands there with a title, or in the configuration itself, an author has written.

    Args:
        nav: The nav as it is now.
        publication: The journals.
        written: The navs of the configuration, as their authors wrote them.
        excluded: The files of the journals that the site excludes.
    """
    authored = frozenset(text for own in written for text in entries_of(own))
    editions = publication.editions
    hidden = publication.unlisted | {source.as_posix() for edition in editions for source in not_published(edition.plan)}
    hidden |= excluded
    nav = _not_named(nav, hidden - authored)
    for edition in publication.all:
        nav = _with_landing_page(nav, edition, authored)
    return nav


def _not_named(items: list[Any], hidden: Container[str]) -> list[Any]:
    """Return a nav without entries that name a source and have no title, and without lists of nothing else."""
    kept: list[Any] = []
    for item in items:
        entries = {}
        for title, value in item.items() if isinstance(item, dict) else ((None, item),):
            inside = _not_named(value, hidden) if isinstance(value, list) else value
            if not (value and inside == []) and not (_is_untitled(title, value) and value in hidden):
                entries[title] = inside
        if entries:
            kept.append(entries if isinstance(item, dict) else item)
    return kept


def _is_untitled(title: object, value: object) -> bool:
    """Return whether an entry names a source with no title, or with its file name as the title."""
    return isinstance(value, str) and title in {None, PurePosixPath(value).stem}


def _with_landing_page(nav: list[Any], edition: Edition, authored: Container[str]) -> list[Any]:
    landing = edition.landing
    if landing is None or not landing.generated or landing.source in entries_of(nav):
        return nav
    folder = "" if edition.options.folder == "." else f"{edition.options.folder}/"
    found = frozenset(name for name in _untitled(nav) if name.startswith(folder) and name not in authored)
    return _with_first(nav, landing.source, folder, found) or nav


def _untitled(items: list[Any]) -> Iterator[str]:
    """Yield the sources that a nav names without a title."""
    for item in items:
        for title, value in item.items() if isinstance(item, dict) else ((None, item),):
            if isinstance(value, list):
                yield from _untitled(value)
            elif _is_untitled(title, value):
                yield value


def _with_first(items: list[Any], entry: str, folder: str, found: frozenset[str]) -> list[Any] | None:
    """Return a nav with one more entry: first in the outermost list of files of a folder, else before the first of them.

    Args:
        items: The nav.
        entry: The entry.
        folder: The folder, with a slash at its end, or empty.
        found: The files of the folder.

    Returns:
        The nav, or None if it names none of the files.
    """
    if found.isdisjoint(entries_of(items)):
        return None
    if all(name.startswith(folder) for name in entries_of(items)):
        return [entry, *items]
    number = next(number for number, item in enumerate(items) if not found.isdisjoint(entries_of(item)))
    item = items[number]
    if isinstance(item, dict):
        lists = {title: value for title, value in item.items() if isinstance(value, list)}
        inside = {title: _with_first(value, entry, folder, found) for title, value in lists.items()}
        if any(inside.values()):
            changed = {title: inside.get(title) or value for title, value in item.items()}
            return [*items[:number], changed, *items[number + 1 :]]
    return [*items[:number], entry, *items[number:]]
