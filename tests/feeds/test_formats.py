"""The three formats of a feed, read back by programs that are not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import etree

from mkdocs_journal.feeds.entry import Entry, Feed, Image, Person, clean_text
from mkdocs_journal.text.moments import rfc3339
from tests.feeds.rules import plain
from tests.feeds.writers import write_atom, write_json_feed, write_rss

NOON = datetime(2024, 11, 12, 12, 30, tzinfo=timezone(timedelta(hours=1)))
ENTRY = Entry(
    id="tag:example.org,2024:one",
    url="https://example.org/one/",
    title="Fish & chips <b>",
    published=NOON,
    updated=NOON + timedelta(days=3),
    authors=(Person("Ada", "https://example.org/ada", "ada@example.org"), Person("Ben")),
    categories=("C++", "R&D"),
    summary="Tom & Jerry, a < b",
    content='<p>Text &amp; <a href="https://example.org/x">link</a></p>',
    language="de",
    image=Image("https://example.org/a.png", "image/png", 1234),
)
BARE = Entry(
    id="https://example.org/two/",
    url="https://example.org/two/",
    title="Two",
    published=NOON,
    updated=NOON,
    image=Image("https://example.org/b.png", "image/png", None),
)
FEED = Feed(
    title="Example: journal",
    subtitle="About things",
    url="https://example.org/journal/",
    feed_url="https://example.org/journal/feed.xml",
    id="https://example.org/journal/feed.xml",
    language="en",
    copyright="© Ada & Co",
    authors=(Person("Team"),),
    entries=(ENTRY, BARE),
    generator="mkdocs-journal",
    generator_version="1.0",
)
EMPTY = Feed(title="Empty", url="https://example.org/", feed_url="https://example.org/f", id="https://example.org/f")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("feed", [FEED, EMPTY], ids=["full", "empty"])
def test_atom_is_valid(feed: Feed, shared: Path) -> None:
    """Against the RELAX NG of RFC 4287."""
    schema = etree.RelaxNG(etree.parse(next((shared / "schemas").glob("*atom*.rng"))))

    schema.assertValid(etree.fromstring(write_atom(feed)))


def test_atom_says_everything() -> None:
    root = ET.fromstring(write_atom(FEED))
    first, second = root.findall(f"{ATOM}entry")

    def text(element: ET.Element, name: str) -> str | None:
        return element.findtext(f"{ATOM}{name}")

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert {name: text(root, name) for name in ("id", "title", "subtitle", "updated", "rights", "generator")} == {
        "id": "https://example.org/journal/feed.xml",
        "title": "Example: journal",
        "subtitle": "About things",
        "updated": "2024-11-15T12:30:00+01:00",
        "rights": "© Ada & Co",
        "generator": "mkdocs-journal",
    }
    assert [link.attrib for link in root.findall(f"{ATOM}link")] == [
        {"rel": "self", "type": "application/atom+xml", "href": "https://example.org/journal/feed.xml"},
        {"rel": "alternate", "type": "text/html", "href": "https://example.org/journal/"},
    ]
    assert {name: text(first, name) for name in ("id", "title", "published", "updated", "summary", "content")} == {
        "id": "tag:example.org,2024:one",
        "title": "Fish & chips <b>",
        "published": "2024-11-12T12:30:00+01:00",
        "updated": "2024-11-15T12:30:00+01:00",
        "summary": "Tom & Jerry, a < b",
        "content": '<p>Text &amp; <a href="https://example.org/x">link</a></p>',
    }
    assert [link.attrib for link in first.findall(f"{ATOM}link")][1] == {
        "rel": "enclosure",
        "type": "image/png",
        "length": "1234",
        "href": "https://example.org/a.png",
    }
    assert "length" not in second.findall(f"{ATOM}link")[1].attrib
    assert [[child.text for child in author] for author in first.findall(f"{ATOM}author")] == [
        ["Ada", "https://example.org/ada", "ada@example.org"],
        ["Ben"],
    ]
    assert [category.get("term") for category in first.findall(f"{ATOM}category")] == ["C++", "R&D"]
    assert second.findtext(f"{ATOM}summary") == "Two", "an entry without words says its title"
    assert second.find(f"{ATOM}content") is None


def test_a_feed_without_an_author_is_by_its_title() -> None:
    root = ET.fromstring(write_atom(EMPTY))

    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Empty"
    assert root.findtext(f"{ATOM}updated") == "2000-01-01T00:00:00Z"
    assert root.find(f"{ATOM}generator") is None


def test_rss_says_everything() -> None:
    channel = ET.fromstring(write_rss(FEED)).find("channel")
    assert channel is not None
    first, second = channel.findall("item")
    names = ("title", "link", "description", "language", "copyright", "lastBuildDate", "generator")

    assert [channel.findtext(name) for name in names] == [
        "Example: journal",
        "https://example.org/journal/",
        "About things",
        "en",
        "© Ada & Co",
        "Fri, 15 Nov 2024 12:30:00 +0100",
        "mkdocs-journal 1.0",
    ]
    assert [first.findtext(name) for name in ("title", "link", "guid", "pubDate", "description")] == [
        "Fish & chips <b>",
        "https://example.org/one/",
        "tag:example.org,2024:one",
        "Tue, 12 Nov 2024 12:30:00 +0100",
        "Tom &amp; Jerry, a &lt; b",
    ]
    assert [item.find("guid").get("isPermaLink") for item in (first, second)] == ["false", "true"]  # type: ignore[union-attr]
    assert first.findtext(f"{ATOM}updated") == "2024-11-15T12:30:00+01:00"
    assert second.find(f"{ATOM}updated") is None
    creator = "{http://purl.org/dc/elements/1.1/}creator"
    assert [[name.text for name in item.findall(creator)] for item in (first, second)] == [["Ada", "Ben"], ["Team"]]
    assert [category.text for category in first.findall("category")] == ["C++", "R&D"]
    enclosure = first.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": "https://example.org/a.png", "length": "1234", "type": "image/png"}
    assert second.find("enclosure") is None, "an enclosure needs a length"
    media = [item.find("{http://search.yahoo.com/mrss/}content") for item in (first, second)]
    assert [None if found is None else found.attrib for found in media] == [
        None,
        {"url": "https://example.org/b.png", "medium": "image", "type": "image/png"},
    ]
    assert first.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") == ENTRY.content


def test_an_empty_rss_feed_has_the_three_elements_that_it_must() -> None:
    channel = ET.fromstring(write_rss(EMPTY)).find("channel")

    assert channel is not None
    assert [child.tag for child in channel] == ["title", "link", "description", f"{ATOM}link"]


def test_the_json_feed_says_everything() -> None:
    data = json.loads(write_json_feed(FEED))

    assert data == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example: journal",
        "home_page_url": "https://example.org/journal/",
        "feed_url": "https://example.org/journal/feed.xml",
        "description": "About things",
        "language": "en",
        "authors": [{"name": "Team"}],
        "items": [
            {
                "id": "tag:example.org,2024:one",
                "url": "https://example.org/one/",
                "title": "Fish & chips <b>",
                "content_html": ENTRY.content,
                "summary": "Tom & Jerry, a < b",
                "image": "https://example.org/a.png",
                "date_published": "2024-11-12T12:30:00+01:00",
                "date_modified": "2024-11-15T12:30:00+01:00",
                "authors": [{"name": "Ada", "url": "https://example.org/ada"}, {"name": "Ben"}],
                "tags": ["C++", "R&D"],
                "language": "de",
                "attachments": [{"url": "https://example.org/a.png", "mime_type": "image/png", "size_in_bytes": 1234}],
            },
            {
                "id": "https://example.org/two/",
                "url": "https://example.org/two/",
                "title": "Two",
                "content_html": "",
                "image": "https://example.org/b.png",
                "date_published": "2024-11-12T12:30:00+01:00",
                "date_modified": "2024-11-12T12:30:00+01:00",
                "attachments": [{"url": "https://example.org/b.png", "mime_type": "image/png"}],
            },
        ],
    }
    assert json.loads(write_json_feed(EMPTY))["items"] == []


HOSTILE = {
    "a NUL": "a\0b",
    "a bell and an escape": "a\x07\x1bb",
    "C1 controls": "don\x92t \x85",
    "the end of CDATA": "a ]]> b",
    "entities": "&amp; &lt; &#0; &nbsp;",
    "markup": "<script>alert(1)</script>",
    "astral": "😀 𝒳",
    "half a pair": "a\ud800b\udfff",
    "no characters": "a\ufffe\uffffb",
    "line ends": "a\r\nb\rc\nd",
    "right to left": "\u202eabc",
    "quotes": "\"'`",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_text_holds_the_feeds_are_well_formed_and_say_it(text: str) -> None:
    entry = replace(
        ENTRY, title=text, content=text, summary=text, categories=(text,), authors=(Person(text, "", ""),), image=None
    )
    feed = FEED._replace(title=text, subtitle=text, entries=(entry,))
    wanted = clean_text(text).replace("\r\n", "\n").replace("\r", "\n")

    atom, rss = ET.fromstring(write_atom(feed)), ET.fromstring(write_rss(feed))
    data = json.loads(write_json_feed(feed))

    assert [plain(atom.find(f"{ATOM}{name}")) for name in ("title", "subtitle", "entry/" + ATOM + "summary")] == [
        wanted
    ] * 3
    assert atom.findtext(f"{ATOM}entry/{ATOM}content") == wanted
    assert rss.findtext("channel/item/title") == wanted
    assert data["items"][0]["title"] == clean_text(text)


def test_stray_bytes_of_windows_become_what_they_meant() -> None:
    assert clean_text("don\x92t \x81 \x00 \x7f tab\tline\n") == "don’t    tab\tline\n"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2024, 1, 2, 3, 4, 5, 678, tzinfo=UTC), "2024-01-02T03:04:05Z"),
        (NOON, "2024-11-12T12:30:00+01:00"),
        (datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28))), "1889-12-31T23:06:32Z"),
    ],
)
def test_moments_as_rfc_3339_writes_them(moment: datetime, text: str) -> None:
    """An offset with seconds, which it cannot write, becomes UTC."""
    assert rfc3339(moment) == text


def test_an_offset_with_seconds_is_utc_in_rss_too() -> None:
    moment = datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28)))
    feed = FEED._replace(entries=(replace(BARE, published=moment, updated=moment),))

    assert ET.fromstring(write_rss(feed)).findtext("channel/item/pubDate") == "Tue, 31 Dec 1889 23:06:32 +0000"


@pytest.mark.parametrize("write", [write_atom, write_rss], ids=["atom", "rss"])
def test_a_reader_program_finds_every_field(write: Any) -> None:
    read = feedparser.parse(write(FEED))

    assert not read.bozo
    first = read.entries[0]
    assert (read.feed.title, read.feed.link, first.title, first.link, first.id) == (
        "Example: journal",
        "https://example.org/journal/",
        "Fish & chips <b>",
        "https://example.org/one/",
        "tag:example.org,2024:one",
    )
    assert [tag.term for tag in first.tags] == ["C++", "R&D"]
    assert first.content[0].value == ENTRY.content
    assert first.published_parsed[:5] == (2024, 11, 12, 11, 30)


def test_the_pictures_of_a_site_are_in_every_format() -> None:
    """RSS knows PNG, JPEG and GIF."""
    feed = FEED._replace(icon="https://example.org/i.ico", logo="https://example.org/l.PNG")
    atom, data = ET.fromstring(write_atom(feed)), json.loads(write_json_feed(feed))

    assert (atom.findtext(f"{ATOM}icon"), atom.findtext(f"{ATOM}logo")) == (feed.icon, feed.logo)
    assert (data["favicon"], data["icon"]) == (feed.icon, feed.logo)
    image = ET.fromstring(write_rss(feed)).find("channel/image")
    assert image is not None
    assert [(part.tag, part.text) for part in image] == [("url", feed.logo), ("title", feed.title), ("link", feed.url)]
    assert b"<image>" not in write_rss(feed._replace(logo="https://example.org/l.svg"))


def test_content_without_words_is_the_description_of_rss() -> None:
    """The module for content asks for a description beside it."""
    entry = replace(ENTRY, summary="", content='<p><img src="https://example.org/a.png"></p>')
    item = ET.fromstring(write_rss(FEED._replace(entries=(entry,)))).find("channel/item")

    assert item is not None
    assert [part.tag for part in item if part.text == entry.content] == ["description"]


@pytest.mark.parametrize(
    ("title", "atom", "rss"),
    [
        ("R&D, 5 < 6", "<title>R&amp;D, 5 &lt; 6</title>", "<title>R&amp;D, 5 &lt; 6</title>"),
        ("Vec<T>", "<title>Vec&lt;T&gt;</title>", "<title>Vec&#x3C;T&gt;</title>"),
        ("&amp;", '<title type="html">&amp;amp;amp;</title>', "<title>&#x26;amp;</title>"),
        ("a</b>", '<title type="html">a&amp;lt;/b&amp;gt;</title>', "<title>a&#x3C;/b&gt;</title>"),
    ],
)
def test_signs_of_html_in_a_plain_text_are_written_so_that_no_reader_takes_them_for_html(
    title: str, atom: str, rss: str
) -> None:
    feed = FEED._replace(entries=(replace(ENTRY, title=title),))

    assert atom in write_atom(feed).decode()
    assert rss in write_rss(feed).decode()
