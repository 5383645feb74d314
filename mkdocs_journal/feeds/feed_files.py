"""Feeds of any program read back: the entries as a feed reader keeps them, and what it would show of a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET

from mkdocs_journal.addresses import comparable_host
from mkdocs_journal.text.html import plain_text

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_RSS_1: Final = "{http://purl.org/rss/1.0/}"


class UnreadableFeedError(ValueError):
    """A file is not an Atom, RSS or JSON feed; the message says why."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed."""

    id: str
    """What feed readers know it by: `id`, `guid`, else its link."""
    title: str
    link: str
    date: str
    """Of its publication, as written, or empty."""


@dataclass(frozen=True, slots=True)
class FeedChanges:
    """What a feed reader shows of a new version of a feed."""

    same: tuple[FeedEntry, ...]
    """Entries that it knows: their new form."""
    again: tuple[tuple[FeedEntry, FeedEntry], ...]
    """Entries that it shows once more, because their ID is another: the old and the new form."""
    new: tuple[FeedEntry, ...]
    gone: tuple[FeedEntry, ...]
    """Entries that are not in the feed any more; feed readers keep what they have."""


def read_feed(data: bytes) -> tuple[FeedEntry, ...]:
    """Return the entries of a feed in its order.

    Raises:
        UnreadableFeedError: It is not an Atom 1.0, RSS or JSON feed.

    Source: RFC 4287; https://www.rssboard.org/rss-specification; https://www.jsonfeed.org/version/1.1/
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return tuple(_of_json(data))
    try:
        root = ET.fromstring(data)  # noqa: S314 - expat limits what entities can become
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableFeedError(f"neither XML nor JSON ({error})") from None
    if root.tag == f"{_ATOM}feed":
        return tuple(map(_of_atom, root.iter(f"{_ATOM}entry")))
    items = [*root.iter("item"), *root.iter(f"{_RSS_1}item")]
    if root.tag.rpartition("}")[2] not in {"rss", "RDF"}:
        raise UnreadableFeedError(f"<{root.tag.rpartition('}')[2]}> is not the element of a feed")
    return tuple(map(_of_rss, items))


def _of_json(data: bytes) -> Iterator[FeedEntry]:
    try:
        read: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFeedError(f"not JSON ({error})") from None
    items = read.get("items")
    if not isinstance(items, list):
        raise UnreadableFeedError("JSON without `items`")
    for item in (item for item in items if isinstance(item, Mapping)):
        link = str(item.get("url") or item.get("external_url") or "")
        yield FeedEntry(
            str(item.get("id") or link), str(item.get("title") or ""), link, str(item.get("date_published") or "")
        )


def _of_atom(entry: ET.Element) -> FeedEntry:
    links = [link for link in entry.iter(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    link = links[0].get("href", "") if links else ""
    date = _text(entry, f"{_ATOM}published") or _text(entry, f"{_ATOM}updated")
    return FeedEntry(_text(entry, f"{_ATOM}id") or link, _title(_text(entry, f"{_ATOM}title")), link, date)


def _of_rss(item: ET.Element) -> FeedEntry:
    found = {child.tag.rpartition("}")[2]: "".join(child.itertext()).strip() for child in reversed(item)}
    link = found.get("link", "")
    return FeedEntry(
        found.get("guid") or link, _title(found.get("title", "")), link, found.get("pubDate") or found.get("date", "")
    )


def _text(element: ET.Element, name: str) -> str:
    child = element.find(name)
    return "" if child is None else "".join(child.itertext()).strip()


def _title(text: str) -> str:
    return " ".join(plain_text(text).split())


def changes(old: Sequence[FeedEntry], new: Sequence[FeedEntry]) -> FeedChanges:
    """Return what a feed reader that has the old version of a feed shows of the new one.

    An entry with a new ID is an old one shown again if its address, without scheme, is that of an entry that is gone, or
    else its title.
    """
    known, present = {entry.id for entry in old}, {entry.id for entry in new}
    gone = {entry.id: entry for entry in old if entry.id not in present}
    by_place = {_place(entry): entry for entry in reversed(gone.values()) if entry.link}
    by_title = _unique_titles(gone.values())
    again: list[tuple[FeedEntry, FeedEntry]] = []
    fresh: list[FeedEntry] = []
    for entry in (entry for entry in new if entry.id not in known):
        before = by_place.get(_place(entry)) or by_title.get(entry.title.casefold())
        if before and gone.pop(before.id, None):
            again.append((before, entry))
        else:
            fresh.append(entry)
    same = tuple(entry for entry in new if entry.id in known)
    return FeedChanges(same, tuple(again), tuple(fresh), tuple(gone.values()))


def _unique_titles(entries: Iterable[FeedEntry]) -> dict[str, FeedEntry]:
    found: dict[str, list[FeedEntry]] = {}
    for entry in entries:
        found.setdefault(entry.title.casefold(), []).append(entry)
    return {title: those[0] for title, those in found.items() if title and len(those) == 1}


def _place(entry: FeedEntry) -> str:
    _, _, rest = entry.link.partition("//")
    host, slash, path = rest.partition("/")
    return f"{comparable_host(host)}{slash}{path.removesuffix('/').removesuffix('/index.html')}"
