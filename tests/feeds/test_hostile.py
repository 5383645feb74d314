"""Hostile entries, one by one: every format stays well-formed and valid, and says what its author wrote."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from mkdocs_journal.feeds.content import absolute, feed_content
from mkdocs_journal.feeds.entry import Entry, Feed, Image, Person, clean_text
from tests.feeds.rules import ATOM, CONTENT, CREATOR, atom_complaints, json_complaints, plain, rss_complaints
from tests.feeds.writers import write_atom, write_json_feed, write_rss

PAGE = "https://example.org/docs/journal/2024/11/post/"
DAY = datetime(2024, 11, 12, tzinfo=UTC)
ADA = Person("Ada", "https://example.org/ada")
LMT = timezone(timedelta(minutes=53, seconds=28))


def entry(**values: Any) -> Entry:
    usual = {"id": PAGE, "url": PAGE, "title": "Title", "published": DAY, "updated": DAY, "content": "<p>Text</p>"}
    return Entry(**{**usual, **values})


def html(text: str) -> Entry:
    """Return an entry with a body as a post has it."""
    return entry(content=feed_content(text, PAGE))


def at(link: str) -> Entry:
    """Return an entry at an address as the host has it."""
    url = absolute(link, PAGE)
    return entry(id=url, url=url)


def dated(published: datetime, updated: datetime | None = None) -> Entry:
    return entry(published=published, updated=updated or published)


def texts(text: str) -> Entry:
    """Return an entry that has a text wherever its author can write one."""
    return entry(title=text, summary=text, content=text, authors=(Person(text),), categories=(text,))


HOSTILE: dict[str, tuple[Entry, ...]] = {
    "control characters": (texts("a\0b\x01\x08\x0b\x0c\x0e\x1fc"),),
    "a bell, an escape and a delete": (texts("a\x07\x1b[31m\x7fb"),),
    "C1 controls": (texts("don\x92t \x80 \x81"),),
    "a next line": (texts("a\x85b"),),
    "no characters": (texts("a\ufffe\uffffb"),),
    "half a surrogate pair": (texts("a\ud800b\udfffc"),),
    "a byte-order mark within": (texts("a\ufeffb"),),
    "the end of CDATA": (texts("a ]]> b"),),
    "a whole CDATA": (texts("<![CDATA[ a ]]>"),),
    "letters beyond the first plane": (texts("😀 𝒳 𠮷"),),
    "a family joined": (texts("👩‍👩‍👧‍👦"),),
    "letters from right to left": (texts("\u202eשלום\u202c"),),
    "combining marks": (texts("Z̷̛͎a̵l̶g̴o̵"),),
    "ampersands": (texts("R&D &amp; Q&A; &"),),
    "entities": (texts("&lt;b&gt; &nbsp; &#0; &bogus;"),),
    "markup": (texts("<b>bold</b> <script>alert(1)</script>"),),
    "a processing instruction": (texts("<?xml version='1.0'?><!DOCTYPE x>"),),
    "quotes": (texts("\"a\" 'b' `c` «d»"),),
    "line ends": (texts("a\r\nb\rc\nd\u2028e"),),
    "tabs": (texts("a\tb"),),
    "a template": (texts("{{ a }} {% b %} ${c} %s {0}"),),
    "one letter": (texts("x"),),
    "100,000 letters": (texts("ü" * 100_000),),
    "an empty title": (entry(title="", summary="Summary"),),
    "an empty body": (entry(content=""),),
    "a body of blanks": (html(" \n\t "),),
    "a post of 3 MB": (html("<p>" + "word &amp; " * 300_000 + "</p>"),),
    "tags that are never closed": (html("<div><ul><li><b>x<p>y<table><td>z"),),
    "ends without a beginning": (html("</p></div>x</b></html>"),),
    "a tag that is cut off": (html('<p>a</p><a href="x'),),
    "10,000 elements within each other": (html("<b>" * 10_000 + "x"),),
    "scripts, styles, forms and handlers": (
        html('<script>]]></script><style>a>b{}</style><form><input></form><p onclick="x">a</p>'),
    ),
    "a relative srcset": (html('<img alt="" src="a b.png" srcset="../a.png 1x, b%zz.png 2x, //cdn.example/c.png 3x">'),),
    "links that run code": (html('<a href="javascript:x">a</a><a href=" JaVa&#10;script:x">b</a>'),),
    "links of all kinds": (
        html('<a href="mailto:a@b.org">a</a><a href="tel:+1">b</a><a href="?q=ü&r">c</a><a href="#x">d</a>'),
    ),
    "code with every sign": (html("<pre><code>a &lt;b&gt; &amp;&amp; c\n\n\td  ]]&gt;</code></pre>"),),
    "a blank and an ampersand in the address": (at("a b&c/?x=1&y=<z>"),),
    "an umlaut in the address": (at("grün/日本.html"),),
    "a host of another script": (at("https://bücher.example/ä"),),
    "a percent sign that encodes nothing": (at("100%/%zz/%20"),),
    "an identity with an ampersand": (entry(id="http://old.example.org/?p=1&x=2"),),
    "an identity that is a name": (entry(id="urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"),),
    "the same moment twice": (entry(), entry(id="urn:x:2", title="Another")),
    "an offset with seconds": (dated(datetime(1890, 1, 1, tzinfo=LMT)),),
    "an offset of half an hour": (dated(datetime(2024, 7, 1, 23, 59, 59, tzinfo=timezone(-timedelta(hours=3.5)))),),
    "the largest offsets": (
        dated(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=14)))),
        entry(id="urn:x:2", published=datetime(2024, 1, 1, tzinfo=timezone(-timedelta(hours=12)))),
    ),
    "the years 999 and 9999": (
        dated(datetime(999, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ),
    "parts of a second": (dated(datetime(2024, 1, 1, 0, 0, 0, 999_999, tzinfo=UTC)),),
    "updated before it was published": (dated(DAY, DAY - timedelta(days=400)),),
    "authors with and without an address": (
        entry(authors=(ADA, Person("Ben"), Person("Eve <eve>", "", "eve@example.org"), Person("N. N., Jr."))),
    ),
    "entries with and without authors": (entry(authors=(ADA,)), entry(id="urn:x:2"), entry(id="urn:x:3")),
    "a hundred categories": (entry(categories=tuple(f"C{number}, & more" for number in range(100))),),
    "a picture with an ampersand": (entry(image=Image("https://example.org/a%20b.png?x=1&y=2", "image/png", 0)),),
    "a picture of unknown size and type": (entry(image=Image("https://example.org/photo", "", None)),),
    "another language": (entry(language="pt-BR"), entry(id="urn:x:2", language="zh-Hant-TW")),
    "an excerpt alone": (entry(content="", excerpt_only=True, summary="a < b"),),
    "an excerpt that is not there": (entry(content="", excerpt_only=True),),
    "no entry at all": (),
}  # fmt: skip
"""At least forty, as readers meet them."""


@pytest.mark.parametrize("entries", HOSTILE.values(), ids=HOSTILE)
def test_every_format_is_valid_and_says_what_was_written(entries: tuple[Entry, ...], shared: Path) -> None:
    feed = Feed(
        title="R&D <x>",
        url="https://example.org/",
        feed_url="https://example.org/feed.xml",
        id="https://example.org/feed.xml",
        language="en",
        entries=entries,
        authors=(Person("Team"),),
    )
    written, rss, data = write_atom(feed), write_rss(feed), json.loads(write_json_feed(feed))
    schema = json.loads((shared / "schemas" / "jsonfeed11.schema.json").read_text(encoding="utf-8"))

    assert atom_complaints(written, shared) == []
    assert rss_complaints(rss) == []
    assert json_complaints(data, schema, schema["$defs"]) == []
    atoms, items = ET.fromstring(written).findall(f"{ATOM}entry"), list(ET.fromstring(rss).iter("item"))
    assert len(atoms) == len(items) == len(data["items"]) == len(entries)
    for one, atom, item, item_data in zip(entries, atoms, items, data["items"], strict=True):
        _compare_atom(one, atom)
        _compare_rss(one, item, feed)
        _compare_json(one, item_data)


def shown(text: str) -> str:
    """Return a text as XML gives it back."""
    return clean_text(text).replace("\r\n", "\n").replace("\r", "\n")


def _compare_atom(one: Entry, atom: ET.Element) -> None:
    content = "" if one.excerpt_only else shown(one.content)
    assert (plain(atom.find(f"{ATOM}title")), atom.findtext(f"{ATOM}id")) == (shown(one.title), one.id)
    assert atom.findtext(f"{ATOM}content") == (content or None)
    summary = atom.find(f"{ATOM}summary")
    assert ("" if summary is None else plain(summary)) == shown(one.summary or ("" if content else one.title))
    assert atom.findall(f"{ATOM}link")[0].get("href") == one.url
    assert [name.text for name in atom.findall(f"{ATOM}author/{ATOM}name")] == [shown(who.name) for who in one.authors]
    assert [term.get("term") for term in atom.findall(f"{ATOM}category")] == [shown(term) for term in one.categories]
    published = datetime.fromisoformat(atom.findtext(f"{ATOM}published") or "")
    assert published == one.published.replace(microsecond=0)


def _compare_rss(one: Entry, item: ET.Element, feed: Feed) -> None:
    assert (item.findtext("title"), item.findtext("link"), item.findtext("guid")) == (shown(one.title), one.url, one.id)
    content = "" if one.excerpt_only else shown(one.content)
    assert item.findtext(CONTENT) == ((content or None) if one.summary else None)
    assert (item.findtext("description") or "") == (escape(shown(one.summary), quote=False) or content)
    names = [shown(who.name) for who in one.authors or feed.authors]
    assert [name.text for name in item.findall(CREATOR)] == names


def _compare_json(one: Entry, item_data: dict[str, Any]) -> None:
    assert (item_data["id"], item_data["url"], item_data.get("title", "")) == (one.id, one.url, clean_text(one.title))
    body = item_data["content_text"] if one.excerpt_only else item_data["content_html"]
    assert body == clean_text(one.summary if one.excerpt_only else one.content)
    assert item_data.get("tags", []) == [clean_text(term) for term in one.categories]
    assert [who["name"] for who in item_data.get("authors", [])] == [clean_text(who.name) for who in one.authors]


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 40


def test_the_rules_find_what_is_wrong(shared: Path) -> None:
    """A check that finds nothing checks nothing."""
    feed = Feed(title="T", url="x", feed_url="https://example.org/f", id="urn:x:1", entries=(entry(), entry(url="a b")))

    assert {"'x' is no absolute URL", f"{PAGE} stands there twice"} <= set(atom_complaints(write_atom(feed), shared))
    assert {"'a b' is no absolute URL", f"{PAGE} stands there twice"} <= set(rss_complaints(write_rss(feed)))
    assert rss_complaints(b"<feed/>") == ["no RSS 2.0"]
    assert "'now' is no date" in rss_complaints(write_rss(feed).replace(b"Tue, 12 Nov 2024 00:00:00 +0000", b"now"))
    assert any(
        "element" in reported for reported in atom_complaints(write_atom(feed).replace(b"updated>", b"changed>"), shared)
    )
