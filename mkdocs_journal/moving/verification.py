"""Compares a built site with its old version: addresses, feeds, bodies of posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from email.utils import parsedate_to_datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from mkdocs_journal.feeds.feed_files import FeedEntry, UnreadableFeedError, changes, read_feed
from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.moving.built_site import BuiltSite
from mkdocs_journal.moving.old_site import OldSite
from mkdocs_journal.moving.page_bodies import BodyDifference, PageBody, body_of, difference

_FEEDS: Final = frozenset({".xml", ".atom", ".rss", ".json"})


@dataclass(frozen=True, slots=True)
class LostAddress:
    """An old address that nothing answers."""

    address: str
    leads_to: str = ""
    """Where a redirect leads that leads to nothing, or empty."""


@dataclass(frozen=True, slots=True)
class FeedDifference:
    """What is wrong with a feed."""

    feed: str
    """Its file below the site."""
    missing: bool = False
    """Whether the new site has no feed there."""
    again: tuple[str, ...] = ()
    """Entries that feed readers show once more, because their ID is another: the old IDs."""
    dates: tuple[str, ...] = ()
    """IDs of entries that have another date."""


@dataclass(frozen=True, slots=True)
class PageDifference:
    """A post whose body is another."""

    address: str
    body: BodyDifference


@dataclass(frozen=True, slots=True)
class Verification:
    """The result."""

    addresses: int
    answered: int
    redirected: int
    lost: tuple[LostAddress, ...]
    feeds: int
    """Old feeds that were compared."""
    feed_differences: tuple[FeedDifference, ...]
    bodies: int
    """Bodies of posts that were compared."""
    body_differences: tuple[PageDifference, ...]
    not_compared: tuple[str, ...]
    """Addresses of posts whose old page does not show where the body is."""

    @property
    def is_complete(self) -> bool:
        """Whether every address is answered and subscribers see no entry again."""
        return not (self.lost or self.feed_differences)


def verify_site(old: OldSite, new: BuiltSite, ignored: Sequence[str] = ()) -> Verification:
    """Compare a built site with its old version.

    Args:
        old: The old version.
        new: The built site.
        ignored: Globs of old addresses that are given up.
    """
    wanted = [address for address in old.addresses if not _is_ignored(address, ignored)]
    places = {address: f"{new.base.rstrip('/')}{address}" if old.is_folder else address for address in wanted}
    answers = {address: new.answer(place) for address, place in places.items()}
    lost = tuple(LostAddress(address, answer.target) for address, answer in answers.items() if not answer.found)
    redirected = sum(answer.redirected for answer in answers.values() if answer.found)
    feeds = {name: entries for name, entries in old.feeds.items() if not _is_ignored(f"/{name}", ignored)}
    pages = [
        (address, old.pages[address], answer.file)
        for address, answer in answers.items()
        if address in old.pages and answer.file and not answer.redirected
    ]
    compared: list[tuple[str, BodyDifference | None]] = []
    not_compared: list[str] = []
    for address, before, now in _bodies(pages):
        if before:
            compared.append((address, difference(before, now)))
        else:
            not_compared.append(address)
    return Verification(
        addresses=len(wanted),
        answered=len(wanted) - len(lost) - redirected,
        redirected=redirected,
        lost=lost,
        feeds=len(feeds),
        feed_differences=tuple(_feeds(feeds.items(), new)),
        bodies=len(compared),
        body_differences=tuple(PageDifference(address, found) for address, found in compared if found),
        not_compared=tuple(not_compared),
    )


def _is_ignored(address: str, globs: Sequence[str]) -> bool:
    return any(fnmatchcase(address, glob if glob.startswith(("/", "*")) else f"/{glob}") for glob in globs)


def _feeds(feeds: Iterable[tuple[str, tuple[FeedEntry, ...]]], new: BuiltSite) -> Iterator[FeedDifference]:
    for name, before in feeds:
        now = _read(new.folder / name) if name else _likeliest(before, new)
        if now is None:
            yield FeedDifference(name, missing=True)
            continue
        found = changes(before, now)
        dates = {entry.id: entry.date for entry in before}
        moved = tuple(entry.id for entry in found.same if not _is_same(_moment(entry.date), _moment(dates[entry.id])))
        if found.again or moved:
            yield FeedDifference(name, again=tuple(entry.id for entry, _ in found.again), dates=moved)


def _likeliest(before: Sequence[FeedEntry], new: BuiltSite) -> tuple[FeedEntry, ...] | None:
    """Return the feed of the new site that has most of the entries of an old one."""
    known = {entry.id for entry in before} | {entry.link for entry in before}
    files = (path for path in sorted(new.folder.rglob("*")) if path.suffix in _FEEDS and path.is_file())
    feeds = (entries for path in files if (entries := _read(path)))
    return max(feeds, key=lambda entries: sum(bool({one.id, one.link} & known) for one in entries), default=None)


def _read(path: Path) -> tuple[FeedEntry, ...] | None:
    try:
        return read_feed(bytes_of(path))
    except (OSError, UnreadableFeedError):
        return None


def _is_same(one: datetime | str, other: datetime | str) -> bool:
    """Return whether two dates are the same moment, or the same day where one is a day alone."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return one == other or (one.date() == other.date() and time() in {one.time(), other.time()})


def _moment(date: str) -> datetime | str:
    """Return a date of a feed as a moment; one that cannot be read as it is written."""
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        pass  # RSS has the dates of mail
    try:
        return parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return date


def _bodies(pages: Iterable[tuple[str, Path, Path]]) -> Iterator[tuple[str, PageBody | None, PageBody]]:
    """Yield the address of each post of the journal with its old body, if there is a mark of one, and its new one."""
    for address, before, now in pages:
        html = now.read_text(encoding="utf-8", errors="replace")
        if "e-content" in html and (new := body_of(html)):
            yield address, body_of(before.read_text(encoding="utf-8", errors="replace")), new
