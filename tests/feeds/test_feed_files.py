"""Feeds of any program read back and compared as feed readers do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_journal.commands.main import main
from mkdocs_journal.feeds.feed_files import FeedEntry, UnreadableFeedError, changes, read_feed
from tests.command_line import runner

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
<entry><title type="html">A &amp;lt;b&amp;gt;</title><id>urn:a</id><link rel="self" href="x"/><link href="https://e.org/a/"/>
<published>2024-01-01T00:00:00Z</published></entry>
<entry><title>B</title><link href="https://e.org/b/" rel="alternate"/><updated>2024-01-02T00:00:00Z</updated></entry>
<entry/></feed>"""
RSS = """<rss version="2.0"><channel><title>F</title><link>https://e.org/</link>
<item><title>A</title><link>https://e.org/a/</link><guid>1</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>
<item><link>https://e.org/b/</link></item></channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>A</title><link>l</link><dc:date>2024</dc:date></item></rdf:RDF>"""
JSON = {"items": [{"id": 7, "title": "A", "url": "u", "date_published": "2024"}, {"external_url": "x"}, "text"]}


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (
            ATOM,
            [
                FeedEntry("urn:a", "A <b>", "https://e.org/a/", "2024-01-01T00:00:00Z"),
                FeedEntry("https://e.org/b/", "B", "https://e.org/b/", "2024-01-02T00:00:00Z"),
                FeedEntry("", "", "", ""),
            ],
        ),
        (
            RSS,
            [
                FeedEntry("1", "A", "https://e.org/a/", "Mon, 01 Jan 2024 00:00:00 GMT"),
                FeedEntry("https://e.org/b/", "", "https://e.org/b/", ""),
            ],
        ),
        (RDF, [FeedEntry("l", "A", "l", "2024")]),
        ("\ufeff" + json.dumps(JSON), [FeedEntry("7", "A", "u", "2024"), FeedEntry("x", "", "x", "")]),
    ],
    ids=["atom", "rss", "rss 1.0", "json"],
)
def test_the_entries_of_a_feed(data: str, wanted: list[FeedEntry]) -> None:
    assert list(read_feed(data.encode())) == wanted


@pytest.mark.parametrize(
    "data", ["", "<html/>", "<rss", "{", "{}", '{"items": 1}', '<?xml version="1.0" encoding="x"?><a/>']
)
def test_what_is_no_feed(data: str) -> None:
    with pytest.raises(UnreadableFeedError):
        read_feed(data.encode())


def entry(number: int, title: str = "", link: str = "") -> FeedEntry:
    return FeedEntry(f"id{number}", title or f"T{number}", link or f"https://e.org/{number}/", "")


def test_what_a_feed_reader_shows_of_a_new_version() -> None:
    old = [entry(1), entry(2), entry(3, "Same"), entry(4, "Twice"), entry(5, "Twice"), entry(6)]
    new = [
        entry(1),
        FeedEntry("new2", "Other", "http://e.org:80/2/index.html", ""),
        FeedEntry("new3", "same", "https://new.org/3", ""),
        FeedEntry("new4", "Twice", "https://new.org/4", ""),
        FeedEntry("new2b", "Other", "https://e.org/2", ""),
    ]

    found = changes(old, new)

    assert found.same == (new[0],)
    assert found.again == ((old[1], new[1]), (old[2], new[2]))
    assert found.new == (new[3], new[4])
    assert found.gone == (old[3], old[4], old[5])


def test_two_feeds_are_compared(tmp_path: Path) -> None:
    files = {"a.xml": ATOM, "b.xml": RSS, "no.xml": "<a/>"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    a, b, no = (str(tmp_path / name) for name in files)

    run = runner().invoke

    assert run(main, ["feeds", "diff", a, a]).output == "3 the same, 0 shown again, 0 new, 0 gone\n"
    changed = run(main, ["feeds", "diff", a, b])
    assert changed.exit_code == 1
    assert "again: A\n       was urn:a\n       now 1\n" in changed.output
    assert "gone:  \n" in changed.output
    assert json.loads(run(main, ["feeds", "diff", a, b, "--json"]).output)["again"][0][1]["id"] == "1"
    assert run(main, ["feeds", "diff", a, no]).exit_code == 2
