"""Feeds become bytes: once for each entry, no bigger than readers take, with what links them to others."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from mkdocs_journal.feeds import writing
from mkdocs_journal.feeds.entry import Entry, Feed, Person
from mkdocs_journal.feeds.writing import FeedWriter
from tests.feeds.writers import write_atom, write_json_feed, write_rss

DAY = datetime(2024, 11, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ENTRIES = tuple(
    Entry(
        id=f"urn:x:{number}",
        url=f"https://example.org/{number}/",
        title=f"Title {number}",
        published=DAY,
        updated=DAY,
        summary=f"Summary {number}",
        content=f"<p>{'text ' * 200}</p>",
        language="en",
    )
    for number in range(4)
)
FEED = Feed(
    title="Journal",
    url="https://example.org/",
    feed_url="https://example.org/feed.xml",
    id="urn:x:feed",
    language="en",
    entries=ENTRIES,
)


@pytest.mark.parametrize(
    ("name", "write"), [("atom", write_atom), ("rss", write_rss), ("json", write_json_feed)], ids=["atom", "rss", "json"]
)
def test_a_feed_is_the_same_however_it_is_written(name: str, write: Any) -> None:
    writer = FeedWriter(name, 1_000_000)

    assert writer(FEED) == writer(FEED) == write(FEED)
    assert writer(FEED._replace(entries=ENTRIES[2:])) == write(FEED._replace(entries=ENTRIES[2:]))
    assert writer(FEED._replace(authors=(Person("Ada"),))) == write(FEED._replace(authors=(Person("Ada"),)))
    assert writer(FEED._replace(language="de")) == write(FEED._replace(language="de"))


def test_an_entry_is_written_once_however_many_feeds_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    form = writing._FORMATS["atom"]

    def entry(entry: Entry, feed: Feed) -> bytes:
        written.append(entry.id)
        return form.entry(entry, feed)

    monkeypatch.setitem(writing._FORMATS, "atom", writing._Format(entry, form.feed))
    writer = FeedWriter("atom", 1_000_000)

    for _ in range(3):
        writer(FEED)

    assert written == [entry.id for entry in ENTRIES]


@pytest.mark.parametrize(("max_bytes", "whole"), [(1, 0), (1000, 0), (3000, 2), (4000, 3), (1_000_000, 4)])
def test_what_is_too_big_for_readers_falls_back_to_excerpts(max_bytes: int, whole: int) -> None:
    """The newest entries are whole, and every older one has its summary."""
    atom = ET.fromstring(FeedWriter("atom", max_bytes)(FEED)).findall(f"{ATOM}entry")
    rss = list(ET.fromstring(FeedWriter("rss", max_bytes)(FEED)).iter("item"))
    items = json.loads(FeedWriter("json", max_bytes)(FEED))["items"]

    wanted = [True] * whole + [False] * (4 - whole)
    assert [entry.find(f"{ATOM}content") is not None for entry in atom] == wanted
    assert [item.find(CONTENT) is not None for item in rss] == wanted
    assert ["content_html" in item for item in items] == wanted
    assert [item.get("content_text") for item in items[whole:]] == [f"Summary {number}" for number in range(whole, 4)]
    assert [entry.findtext(f"{ATOM}summary") for entry in atom] == [f"Summary {number}" for number in range(4)]


def test_an_entry_bigger_than_a_feed_may_be_does_not_keep_others_whole() -> None:
    """A smaller, older post is not shown whole below one that is cut: the newest come first."""
    entries = (ENTRIES[0], replace(ENTRIES[1], content="x" * 5000), replace(ENTRIES[2], content="short"))

    written = ET.fromstring(FeedWriter("atom", 4000)(FEED._replace(entries=entries)))

    assert [entry.find(f"{ATOM}content") is not None for entry in written.findall(f"{ATOM}entry")] == [True, False, False]


OLDER = FEED._replace(
    hub="https://hub.example.org/?a=1&b=2",
    previous="https://example.org/feed-1.xml",
    current="https://example.org/feed.xml",
    stylesheet="https://example.org/feed.css?a&b",
)


def test_a_feed_is_linked_with_the_hub_and_with_older_posts(shared: Path) -> None:
    """RFC 5005 section 4, WebSub section 4."""
    atom, rss = ET.fromstring(write_atom(OLDER)), ET.fromstring(write_rss(OLDER))
    wanted = {"hub": OLDER.hub, "prev-archive": OLDER.previous, "current": OLDER.current}
    fh = "{http://purl.org/syndication/history/1.0}archive"

    for links in (atom.findall(f"{ATOM}link"), rss.findall(f"channel/{ATOM}link")):
        found = {link.attrib["rel"]: link.attrib["href"] for link in links}
        assert {name: found.get(name) for name in wanted} == wanted
    assert atom.find(fh) is not None
    assert rss.find(f"channel/{fh}") is not None
    data = json.loads(write_json_feed(OLDER))
    assert (data["next_url"], data["hubs"]) == (OLDER.previous, [{"type": "WebSub", "url": OLDER.hub}])
    etree.RelaxNG(etree.parse(shared / "schemas" / "atom.rng")).assertValid(etree.fromstring(write_atom(OLDER)))


def test_the_feed_of_the_newest_posts_is_no_archive() -> None:
    """Neither need the oldest say that it is one: there is none to lead on to."""
    newest, oldest = OLDER._replace(current=""), OLDER._replace(previous="")

    for feed in (newest, oldest):
        assert b"fh:archive" not in write_atom(feed) + write_rss(feed)
    assert b"prev-archive" in write_atom(newest)
    assert b'rel="current"' in write_atom(oldest)


@pytest.mark.parametrize("write", [write_atom, write_rss], ids=["atom", "rss"])
def test_a_browser_gets_the_stylesheet(write: Any) -> None:
    lines = write(OLDER).decode().split("\n")

    assert lines[:2] == [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<?xml-stylesheet type="text/css" href="https://example.org/feed.css?a&amp;b"?>',
    ]
    assert b"xml-stylesheet" not in write(FEED)
