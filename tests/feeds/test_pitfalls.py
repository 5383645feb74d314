"""The pitfalls of feeds: hard texts, moments and addresses, and what a reader's program makes of each in every format."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import etree

from mkdocs_journal.feeds.entry import Entry, Feed, Image, Person
from tests.feeds.rules import json_complaints, plain
from tests.feeds.writers import write_atom, write_json_feed, write_rss

DAY = datetime(2024, 11, 12, tzinfo=UTC)
ENTRY = Entry(
    id="https://example.org/journal/2024/11/12/open-source-ai",
    url="https://example.org/journal/2024/11/12/open-source-ai/",
    title="Open Source AI",
    published=DAY,
    updated=DAY,
    content="<p>Text</p>",
)
FEED = Feed(
    title="Journal",
    url="https://example.org/journal/",
    feed_url="https://example.org/feed.xml",
    id="https://example.org/feed.xml",
    entries=(ENTRY,),
)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

TEXTS = {
    "the end of CDATA": ("a ]]> b", "a ]]> b"),
    "the beginning of CDATA": ("<![CDATA[a]]>", "<![CDATA[a]]>"),
    "a backspace": ("a\bb", "ab"),
    "every control below a blank but tab and line end": ("a\0\x01\x0b\x0c\x1f\tb\nc", "a\tb\nc"),
    "no characters at the end of the plane": ("a\ufffe\uffffb", "ab"),
    "the last characters before them": ("a\ufffdb", "a\ufffdb"),
    "half a surrogate pair": ("a\ud83db", "ab"),
    "quotes of Windows": ("\x93Hi\x94 \x96 5 \x80", "“Hi” – 5 €"),
    "bytes that Windows does not use": ("a\x81\x8d\x8f\x90\x9db", "ab"),
    "a delete": ("a\x7fb", "ab"),
    "a family of three": ("👩‍👩‍👧", "👩‍👩‍👧"),
    "letters beyond the first plane": ("𝒳 𠮷", "𝒳 𠮷"),
    "an ampersand": ("Q&A", "Q&A"),
    "what looks like an entity": ("&amp; &nbsp; &#65;", "&amp; &nbsp; &#65;"),
    "a tag": ("R&D <b>x</b>", "R&D <b>x</b>"),
    "Markdown": ("*very* `code`", "*very* `code`"),
    "a number": ("42", "42"),
    "quotes": ("\"a\" 'b'", "\"a\" 'b'"),
}
"""What an author wrote, and what a reader's program must show."""


@pytest.mark.parametrize(("written", "shown"), TEXTS.values(), ids=TEXTS)
def test_a_hard_text_is_shown_in_every_field_of_atom(written: str, shown: str) -> None:
    root = ET.fromstring(write_atom(_with(written)))
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    category = entry.find(f"{ATOM}category")
    assert category is not None

    assert [plain(root.find(f"{ATOM}{name}")) for name in ("title", "subtitle", "rights")] == [shown] * 3
    assert [plain(entry.find(f"{ATOM}{name}")) for name in ("title", "summary")] == [shown] * 2
    assert entry.findtext(f"{ATOM}content") == shown
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == shown
    assert category.attrib == {"term": shown}


@pytest.mark.parametrize(("written", "shown"), TEXTS.values(), ids=TEXTS)
def test_a_hard_text_is_shown_in_every_field_of_rss(written: str, shown: str) -> None:
    """A description is HTML for readers, so there a plain text is escaped as HTML is."""
    channel = ET.fromstring(write_rss(_with(written))).find("channel")
    assert channel is not None
    as_html = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert [channel.findtext(name) for name in ("title", "description", "copyright")] == [shown] * 3
    assert [channel.findtext(f"item/{name}") for name in ("title", CREATOR, "category", CONTENT)] == [shown] * 4
    assert channel.findtext("item/description") == as_html


@pytest.mark.parametrize(("written", "shown"), TEXTS.values(), ids=TEXTS)
def test_a_hard_text_is_shown_in_every_field_of_json(written: str, shown: str) -> None:
    data = json.loads(write_json_feed(_with(written)))
    item = data["items"][0]

    assert [data["title"], data["description"]] == [shown] * 2
    assert [item["title"], item["summary"], item["content_html"]] == [shown] * 3
    assert (item["authors"], item["tags"]) == ([{"name": shown}], [shown])


@pytest.mark.parametrize("written", [written for written, _ in TEXTS.values()], ids=TEXTS)
def test_atom_with_a_hard_text_is_valid(written: str, shared: Path) -> None:
    """Against the RELAX NG of RFC 4287."""
    schema = etree.RelaxNG(etree.parse(shared / "schemas" / "atom.rng"))

    schema.assertValid(etree.fromstring(write_atom(_with(written))))


@pytest.mark.parametrize("writer", [write_atom, write_rss, write_json_feed], ids=["atom", "rss", "json"])
def test_a_feed_is_utf_8_and_its_letters_are_letters(writer: Any) -> None:
    """Nothing is written as a number: who opens the file can read it."""
    assert "Grüße 日本 👩‍👧" in writer(FEED._replace(title="Grüße 日本 👩‍👧")).decode("utf-8")


@pytest.mark.parametrize("writer", [write_atom, write_rss], ids=["atom", "rss"])
def test_content_is_never_cdata(writer: Any) -> None:
    html = "<script>//<![CDATA[\nx\n//]]></script>"

    written = writer(FEED._replace(entries=(replace(ENTRY, content=html),))).decode()

    assert "&lt;script&gt;//&lt;![CDATA[\nx\n//]]&gt;&lt;/script&gt;" in written


@pytest.mark.parametrize("writer", [write_atom, write_rss, write_json_feed], ids=["atom", "rss", "json"])
def test_an_ampersand_in_an_address_is_one_for_the_reader(writer: Any) -> None:
    url = "https://example.org/?a=1&b=2"
    written = writer(FEED._replace(feed_url=url, url=url, entries=(replace(ENTRY, id=url, url=url),)))

    if writer is write_json_feed:
        data = json.loads(written)
        assert [data["feed_url"], data["home_page_url"], data["items"][0]["url"]] == [url] * 3
        return
    read = feedparser.parse(written)
    assert not read.bozo
    assert [read.feed.link, read.entries[0].link, read.entries[0].id] == [url] * 3
    assert [link.href for link in read.feed.links if link.rel == "self"] == [url]


BERLIN_1890 = timezone(timedelta(minutes=53, seconds=28))

MOMENTS = {
    "a day alone, in the zone of the site": (DAY, "2024-11-12T00:00:00Z", "Tue, 12 Nov 2024 00:00:00 +0000"),
    "Jekyll's offset": (
        datetime(2024, 1, 14, 12, tzinfo=timezone(timedelta(hours=2))),
        "2024-01-14T12:00:00+02:00",
        "Sun, 14 Jan 2024 12:00:00 +0200",
    ),
    "half an hour west": (
        datetime(2024, 7, 1, 23, 59, 59, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
        "2024-07-01T23:59:59-03:30",
        "Mon, 01 Jul 2024 23:59:59 -0330",
    ),
    "three digits of a year": (
        datetime(999, 1, 1, tzinfo=UTC),
        "0999-01-01T00:00:00Z",
        "Tue, 01 Jan 0999 00:00:00 +0000",
    ),
    "an offset with seconds": (
        datetime(1890, 1, 1, tzinfo=BERLIN_1890),
        "1889-12-31T23:06:32Z",
        "Tue, 31 Dec 1889 23:06:32 +0000",
    ),
    "the first day of the calendar, with an offset in seconds": (
        datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=30))),
        "0001-01-01T00:00:00Z",
        "Mon, 01 Jan 0001 00:00:00 +0000",
    ),
    "parts of a second": (
        datetime(2024, 3, 31, 2, 30, 0, 999_999, tzinfo=timezone(timedelta(hours=1))),
        "2024-03-31T02:30:00+01:00",
        "Sun, 31 Mar 2024 02:30:00 +0100",
    ),
}
"""A moment, as RFC 3339 writes it (Atom, JSON Feed) and as RFC 822 does with four digits of the year (RSS)."""


@pytest.mark.parametrize(("moment", "rfc3339", "rfc822"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_is_the_same_in_every_format(moment: datetime, rfc3339: str, rfc822: str) -> None:
    feed = FEED._replace(entries=(replace(ENTRY, published=moment, updated=moment),))
    atom, rss = ET.fromstring(write_atom(feed)), ET.fromstring(write_rss(feed))
    item = json.loads(write_json_feed(feed))["items"][0]

    assert [atom.findtext(f"{ATOM}entry/{ATOM}{name}") for name in ("published", "updated")] == [rfc3339] * 2
    assert atom.findtext(f"{ATOM}updated") == rfc3339
    assert [item["date_published"], item["date_modified"]] == [rfc3339] * 2
    assert [rss.findtext(f"channel/{name}") for name in ("item/pubDate", "lastBuildDate")] == [rfc822] * 2


def test_an_entry_is_never_updated_before_it_was_published() -> None:
    feed = FEED._replace(entries=(replace(ENTRY, updated=DAY - timedelta(days=1)),))
    item = json.loads(write_json_feed(feed))["items"][0]

    assert ET.fromstring(write_atom(feed)).findtext(f"{ATOM}entry/{ATOM}updated") == "2024-11-12T00:00:00Z"
    assert item["date_modified"] == "2024-11-12T00:00:00Z"
    assert ET.fromstring(write_rss(feed)).find(f"channel/item/{ATOM}updated") is None


def test_a_feed_was_updated_when_its_newest_change_was() -> None:
    """Whatever its place in the list, and whatever the offset that it was written with."""
    tokyo = timezone(timedelta(hours=9))
    changes = [
        datetime(2024, 11, 20, 8, tzinfo=tokyo),  # 23:00 on the 19th in UTC
        datetime(2024, 11, 19, 23, 30, tzinfo=UTC),
        datetime(2024, 11, 15, tzinfo=UTC),
    ]
    feed = FEED._replace(entries=tuple(replace(ENTRY, updated=change) for change in changes))

    assert ET.fromstring(write_atom(feed)).findtext(f"{ATOM}updated") == "2024-11-19T23:30:00Z"
    assert ET.fromstring(write_rss(feed)).findtext("channel/lastBuildDate") == "Tue, 19 Nov 2024 23:30:00 +0000"


@pytest.mark.parametrize("writer", [write_atom, write_rss, write_json_feed], ids=["atom", "rss", "json"])
def test_entries_keep_the_order_of_the_journal(writer: Any) -> None:
    """Two posts of one day stay as they are, and no moment is invented to tell them apart."""
    names = ("b", "a", "c")
    feed = FEED._replace(entries=tuple(replace(ENTRY, id=f"urn:x:{name}", title=name) for name in names))

    written = writer(feed)

    if writer is write_json_feed:
        assert [item["title"] for item in json.loads(written)["items"]] == ["b", "a", "c"]
    else:
        assert [entry.title for entry in feedparser.parse(written).entries] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("id_", "is_permalink"),
    [
        ("https://example.org/journal/2024/11/12/open-source-ai/", "true"),
        ("https://example.org/journal/2024/11/12/open-source-ai", "false"),
        ("tag:example.org,2024:one", "false"),
        ("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "false"),
    ],
)
def test_an_id_is_a_permalink_only_if_it_is_the_address(id_: str, is_permalink: str) -> None:
    guid = ET.fromstring(write_rss(FEED._replace(entries=(replace(ENTRY, id=id_),)))).find("channel/item/guid")

    assert guid is not None
    assert (guid.text, guid.attrib) == (id_, {"isPermaLink": is_permalink})


@pytest.mark.parametrize(("length", "written"), [(0, "0"), (70_000, "70000"), (None, None)])
def test_a_picture_has_its_length_if_it_is_known(length: int | None, written: str | None) -> None:
    """RSS needs the length; Atom, where it is a hint, goes without."""
    image = Image("https://example.org/a%20b.png?x=1&y=2", "image/png", length)
    feed = FEED._replace(entries=(replace(ENTRY, image=image),))

    link = ET.fromstring(write_atom(feed)).findall(f"{ATOM}entry/{ATOM}link")[1]
    enclosures = [found.attrib for found in ET.fromstring(write_rss(feed)).iter("enclosure")]

    assert (link.get("href"), link.get("length")) == ("https://example.org/a%20b.png?x=1&y=2", written)
    assert enclosures == (
        [{"url": "https://example.org/a%20b.png?x=1&y=2", "length": written, "type": "image/png"}] if written else []
    )


def test_the_language_of_an_entry_is_said_if_it_is_another() -> None:
    feed = FEED._replace(language="en", entries=(replace(ENTRY, language="pt-BR"), ENTRY))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    root = ET.fromstring(write_atom(feed))

    assert [element.get(lang) for element in (root, *root.findall(f"{ATOM}entry"))] == ["en", "pt-BR", None]
    assert [item.get("language") for item in json.loads(write_json_feed(feed))["items"]] == ["pt-BR", None]


def test_authors_of_the_feed_stand_for_entries_that_name_none() -> None:
    people = (Person("Ada"), Person("Ben", "https://example.org/ben"))
    feed = FEED._replace(authors=people, entries=(replace(ENTRY, authors=(Person("Eve"),)), ENTRY))
    root = ET.fromstring(write_atom(feed))
    first, second = ET.fromstring(write_rss(feed)).iter("item")

    assert [name.text for name in root.findall(f"{ATOM}author/{ATOM}name")] == ["Ada", "Ben"]
    assert [
        [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")] for entry in root.findall(f"{ATOM}entry")
    ] == [["Eve"], []]
    assert [[name.text for name in item.findall(CREATOR)] for item in (first, second)] == [["Eve"], ["Ada", "Ben"]]


def test_the_address_of_an_author_s_mailbox_is_only_in_atom() -> None:
    """JSON Feed has no field for it; that of RSS does not stand beside names without one."""
    feed = FEED._replace(entries=(replace(ENTRY, authors=(Person("Ada", "", "ada@example.org"),)),))

    assert ET.fromstring(write_atom(feed)).findtext(f"{ATOM}entry/{ATOM}author/{ATOM}email") == "ada@example.org"
    assert b"ada@example.org" not in write_rss(feed) + write_json_feed(feed)


def test_the_generator_of_rss_needs_no_version() -> None:
    assert ET.fromstring(write_rss(FEED._replace(generator="journal"))).findtext("channel/generator") == "journal"


@pytest.mark.parametrize("writer", [write_atom, write_rss, write_json_feed], ids=["atom", "rss", "json"])
def test_a_change_of_one_entry_changes_only_its_lines(writer: Any) -> None:
    entries = tuple(replace(ENTRY, id=f"urn:x:{number}", title=f"Title {number}") for number in range(3))
    changed = (entries[0], replace(entries[1], title="Another title"), entries[2])

    before = writer(FEED._replace(entries=entries)).splitlines()
    after = writer(FEED._replace(entries=changed)).splitlines()

    assert len(before) == len(after)
    different = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [(b"Title 1" in old, b"Another title" in new) for old, new in different] == [(True, True)]


@pytest.mark.parametrize("writer", [write_atom, write_rss, write_json_feed], ids=["atom", "rss", "json"])
def test_no_field_is_empty(writer: Any) -> None:
    """What an author has not written is not there; only the content of JSON Feed must be there even when it is empty."""
    feed = FEED._replace(entries=(replace(ENTRY, content=""),))
    written = writer(feed)

    if writer is write_json_feed:
        empty = re.findall(r'"(\w+)": (?:""|\[\]|\{\}|null)', written.decode())
        assert empty == ["content_html"]
    else:
        empty = [found.tag for found in ET.fromstring(written).iter() if not found.text and not len(found)]
        assert [tag for tag in empty if not tag.endswith("}link")] == []


def test_the_json_feed_has_only_the_fields_of_its_schema(shared: Path) -> None:
    """Every field that is required, none that the specification does not name, each pattern kept."""
    schema = json.loads((shared / "schemas" / "jsonfeed11.schema.json").read_text(encoding="utf-8"))
    image = Image("https://example.org/a.png", "image/png", 1)
    entry = replace(ENTRY, authors=(Person("Ada", "https://example.org/ada"),), categories=("C++",), image=image)
    feed = FEED._replace(subtitle="About", language="en", authors=(Person("Ben"),), entries=(entry, ENTRY))

    data = json.loads(write_json_feed(feed))

    assert json_complaints(data, schema, schema["$defs"]) == []
    assert json_complaints({**data, "icon": None}, schema, schema["$defs"]) == ["None is not a string"], "the check checks"
    assert json_complaints({**data, "x": 1}, schema, schema["$defs"]) == ["x is unknown"], "the check checks"


def _with(text: str) -> Feed:
    """Return a feed that has a text wherever an author can write one."""
    entry = replace(ENTRY, title=text, summary=text, content=text, categories=(text,), authors=(Person(text),))
    return FEED._replace(title=text, subtitle=text, copyright=text, entries=(entry,))
