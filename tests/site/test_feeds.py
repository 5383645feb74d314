"""Feeds of whole sites, as their readers and their readers' programs see them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.conftest import Result, Site, post
from tests.feeds.rules import atom_complaints, json_complaints, rss_complaints

PNG = b"\x89PNG\r\n\x1a\n" + bytes(92)
BASE = "https://example.org/docs/"
POSTS: dict[str, str | bytes] = {
    "docs/journal/2024-01-01-one.md": post(
        "title: One\ntags: [AI, 日本]\nauthor: Ada\nseries: S", "First *text*.\n\nMore.\n"
    ),
    "docs/journal/2024-01-02-two.md": post("title: Two\ntags: [AI]\ncategories: [News]", "Second.\n"),
    "docs/journal/2024-01-03-three.md": post("title: Three", "Third.\n"),
}


def with_feeds(site: Site, **options: object) -> None:
    site.config["plugins"] = ["search", {"journal": {"feeds": options}}]


def read(result: Result, name: str) -> Any:
    feed = feedparser.parse(result.files[name])
    assert not feed.bozo, name
    return feed


def titles(result: Result, name: str) -> list[str]:
    if name.endswith(".json"):
        return [item["title"] for item in json.loads(result.files[name])["items"]]
    return [entry.title for entry in read(result, name).entries]


EVERYTHING = """title: "R&D <x>: ünïcode"
date: 2024-11-12 09:30:00 +0100
last_updated: 2024-12-01
description: A & B
tags: ["C++", Open Source]
categories: [journal]
author:
  - {name: Ada, url: "https://example.org/ada", email: ada@example.org}
  - Ben
image: {path: img/a b.png, alt: A picture}
lang: de
guid: "http://old.example.org/?p=42"
"""


def test_every_field_of_front_matter_is_in_every_format(site: Site) -> None:
    """What feedparser reads, and what JSON says, is what the author wrote."""
    with_feeds(site, email=True)
    site.write({"docs/journal/all.md": post(EVERYTHING, "Some [text](../index.md).\n"), "docs/journal/img/a b.png": PNG})

    result = site.build("--strict")

    picture = f"{BASE}journal/img/a%20b.png"
    for name in ("feed.xml", "rss.xml"):
        (entry,) = read(result, f"journal/{name}").entries
        assert (entry.title, entry.link) == ("R&D <x>: ünïcode", f"{BASE}journal/2024/11/all/")
        assert (entry.id, entry.summary) == ("http://old.example.org/?p=42", "A &amp; B" if name == "rss.xml" else "A & B")
        assert (entry.published_parsed[:5], entry.updated_parsed[:3]) == ((2024, 11, 12, 8, 30), (2024, 11, 30))
        assert [tag.term for tag in entry.tags] == ["C++", "Open Source", "journal"]
        enclosures = [link for link in entry.links if link.rel == "enclosure"]
        assert [(link.href, link.type, link.length) for link in enclosures] == [(picture, "image/png", "100")]
        assert entry.content[0].value == f'<p>Some <a href="{BASE}">text</a>.</p>'
    atom = read(result, "journal/feed.xml").entries[0]
    assert dict(atom.authors[0]) == {"name": "Ada", "href": "https://example.org/ada", "email": "ada@example.org"}
    assert "<author><name>Ben</name></author>" in result.page("journal/feed.xml")  # feedparser lends him her mailbox
    assert atom.content[0].language == "de"
    assert [who.get("name") for who in read(result, "journal/rss.xml").entries[0].authors] == ["Ada", "Ben"]
    (item,) = json.loads(result.files["journal/feed.json"])["items"]
    assert item == {
        "id": "http://old.example.org/?p=42",
        "url": f"{BASE}journal/2024/11/all/",
        "title": "R&D <x>: ünïcode",
        "content_html": f'<p>Some <a href="{BASE}">text</a>.</p>',
        "summary": "A & B",
        "image": picture,
        "date_published": "2024-11-12T09:30:00+01:00",
        "date_modified": "2024-12-01T00:00:00+01:00",
        "authors": [{"name": "Ada", "url": "https://example.org/ada"}, {"name": "Ben"}],
        "tags": ["C++", "Open Source", "journal"],
        "language": "de",
        "attachments": [{"url": picture, "mime_type": "image/png", "size_in_bytes": 100}],
    }


def test_addresses_of_mailboxes_are_kept_unless_asked_for(site: Site) -> None:
    site.write({"docs/journal/2024-01-01-a.md": post("author: {name: Ada, email: ada@example.org}")})

    result = site.build("--strict")

    assert not [name for name, data in result.files.items() if b"ada@example.org" in data]
    assert "Ada" in result.page("journal/rss.xml")


def test_a_post_can_stay_out_of_feeds_or_be_there_as_an_excerpt(site: Site) -> None:
    """Its page and its place in lists it keeps; nothing is reported."""
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: [x]\nfeed: false"),
            "docs/journal/2024-01-02-b.md": post("title: B\ntags: [x]\nfeed: {excerpt_only: true}", "Begin.\n\nEnd.\n"),
            "docs/journal/2024-01-03-c.md": post("title: C", "Begin.\n\nEnd.\n"),
        }
    )

    result = site.build("--strict")

    assert result.messages == []
    assert ">A</a>" in result.page("journal/index.html")
    for name in ("journal/feed.xml", "journal/rss.xml", "journal/feed.json"):
        assert titles(result, name) == ["C", "B"]
    assert titles(result, "journal/tags/x/feed.xml") == ["B"]
    first, second = read(result, "journal/feed.xml").entries
    assert ("End." in first.content[0].value, "content" in second, second.summary) == (True, False, "Begin.")


def test_each_term_has_feeds_and_its_list_announces_them(site: Site) -> None:
    """In any script, each with an identity, a title and an address of its own; the last line counts the journal's."""
    with_feeds(site, terms=["atom", "rss", "json"])
    site.write(POSTS)

    result = site.build("--strict")

    assert result.ours == ["3 posts, 2 tags, 3 feeds, 0 problems"]
    found = {name for name in result.files if name.startswith("journal/") and name.endswith((".xml", ".json"))}
    folders = ("tags/ai", "tags/日本", "categories/news", "authors/ada", "series/s")
    assert found == {
        f"journal/{folder}{name}"
        for folder in ("", *(f"{folder}/" for folder in folders))
        for name in ("feed.xml", "rss.xml", "feed.json")
    }
    assert titles(result, "journal/tags/ai/rss.xml") == ["Two", "One"]
    assert titles(result, "journal/tags/日本/feed.json") == ["One"]
    feed = read(result, "journal/tags/日本/feed.xml").feed
    address = f"{BASE}journal/tags/%E6%97%A5%E6%9C%AC/"
    assert (feed.title, feed.id, feed.link) == ("Test – Posts tagged 日本", f"{address}feed.xml", address)
    assert 'title="Test – Posts tagged 日本 (Atom)" href="feed.xml"' in result.page("journal/tags/日本/index.html")


def test_no_feeds_of_terms(site: Site) -> None:
    with_feeds(site, terms=[])
    site.write(POSTS)

    result = site.build("--strict")

    assert not [name for name in result.files if name.startswith("journal/tags/") and not name.endswith(".html")]


def test_feeds_stand_at_old_addresses_as_well(site: Site) -> None:
    """Those of other plugins, which no page can lead away from; only the way to the stylesheet differs."""
    old = ["/feed_rss_created.xml", "/feed_rss_updated.xml", "/feed_json_created.json", "atom.xml"]
    with_feeds(site, also=old)
    site.write(POSTS)

    result = site.build("--strict")

    assert result.ours == ["3 posts, 2 tags, 3 feeds, 0 problems"]
    rss, data = result.files["journal/rss.xml"], result.files["journal/feed.json"]
    assert result.files["feed_rss_created.xml"] == result.files["feed_rss_updated.xml"]
    assert result.files["feed_rss_created.xml"] == rss.replace(b'href="../assets', b'href="assets', 1)
    assert result.files["feed_json_created.json"] == data
    assert result.files["journal/atom.xml"] == result.files["journal/feed.xml"]


def test_an_old_address_that_is_taken_is_reported(site: Site) -> None:
    with_feeds(site, also={"/old.xml": "rss"})
    site.write({**POSTS, "docs/old.xml": "<x/>"})

    result = site.build()

    assert result.returncode == 1
    assert "docs/old.xml: file: /old.xml is needed for" in result.log or "docs/old.xml" in result.log


def test_older_posts_are_in_feeds_that_never_change(site: Site, shared: Path) -> None:
    """RFC 5005: together with the feed they hold every post; one more post changes none of them."""
    with_feeds(site, archive=True, limit=2, hub="https://hüb.example.org/ä?a=1&b=2")
    names = [f"2024-01-{day:02}-p{day}.md" for day in range(1, 6)]
    site.write({f"docs/journal/{name}": post(f"title: {name}") for name in names})

    before = site.build("--strict")
    old = before.files

    for name in ("feed", "rss"):
        found = titles(before, f"journal/{name}.xml")
        address, seen = f"journal/{name}.xml", []
        while address:
            seen.append(address)
            feed = read(before, address).feed
            found += titles(before, address)
            links = {link.rel: link.href for link in feed.links}
            assert links["hub"] == "https://xn--hb-xka.example.org/%C3%A4?a=1&b=2"
            address = links.get("prev-archive", "").removeprefix(BASE)
        assert seen == [f"journal/{name}.xml", f"journal/{name}-2.xml", f"journal/{name}-1.xml"]
        assert set(found) == set(names)
    assert titles(before, "journal/feed-1.json") == ["2024-01-02-p2.md", "2024-01-01-p1.md"]
    assert json.loads(before.files["journal/feed.json"])["next_url"] == f"{BASE}journal/feed-2.json"
    assert atom_complaints(before.files["journal/feed-1.xml"], shared) == []
    assert rss_complaints(before.files["journal/rss-1.xml"]) == []
    assert {read(before, f"journal/feed{n}.xml").feed.id for n in ("", "-1", "-2")} == {f"{BASE}journal/feed.xml"}

    site.write({"docs/journal/2024-02-01-new.md": post("title: New")})
    new = site.build("--strict").files
    assert new["journal/feed.xml"] != old["journal/feed.xml"]
    for name in ("feed-1.xml", "feed-2.xml", "rss-1.xml", "rss-2.xml", "feed-1.json", "feed-2.json"):
        assert new[f"journal/{name}"] == old[f"journal/{name}"]


def test_identities_do_not_change_with_the_version_of_the_site(site: Site) -> None:
    with_feeds(site, id_base="tag:example.org,2024:docs")
    site.write(POSTS)
    ids = []
    for version in ("1.0", "2.0"):
        site.config["site_url"] = f"https://example.org/{version}/"
        result = site.build("--strict")
        feeds = [read(result, name) for name in ("journal/feed.xml", "journal/rss.xml", "journal/tags/ai/feed.xml")]
        ids.append([[feed.feed.get("id"), *(entry.id for entry in feed.entries)] for feed in feeds])
        assert feeds[0].entries[0].link.startswith(f"https://example.org/{version}/")

    assert ids[0] == ids[1]
    assert ids[0][0][:2] == [
        "tag:example.org,2024:docs/journal/feed.xml",
        "tag:example.org,2024:docs/journal/2024/01/three/",
    ]


@pytest.mark.parametrize(
    ("url", "variables", "reported"),
    [
        ("https://x.readthedocs.io/en/latest/", {"READTHEDOCS_CANONICAL_URL": "https://x.readthedocs.io/en/latest/"}, True),
        ("https://a--x.netlify.app/", {"DEPLOY_PRIME_URL": "https://a--x.netlify.app"}, True),
        ("https://docs.example.org/", {"READTHEDOCS_CANONICAL_URL": "https://x.readthedocs.io/en/latest/"}, False),
        ("https://docs.example.org/", {"DEPLOY_PRIME_URL": ""}, False),
    ],
)
def test_a_site_whose_address_is_that_of_one_version_is_reported_once(
    site: Site, url: str, variables: dict[str, str], reported: bool
) -> None:
    site.config["site_url"] = url
    site.write(POSTS)

    result = site.build("--strict", env=variables)

    host = url.split("/")[2].removeprefix("a--")
    lines = [line for line in result.ours if "J807" in line]
    assert len(lines) == int(reported)
    assert all(f"set feeds.id_base: 'tag:{host},2024:" in line for line in lines)
    assert result.returncode == 0


def test_with_an_id_base_nothing_is_reported(site: Site) -> None:
    with_feeds(site, id_base="tag:example.org,2024:docs")
    site.write(POSTS)

    assert "J807" not in site.build(env={"DEPLOY_URL": BASE}).log


def test_a_feed_with_excerpts_only(site: Site, shared: Path) -> None:
    with_feeds(site, content="excerpt", max_bytes=100_000)
    site.write(POSTS)

    result = site.build("--strict")

    schema = json.loads((shared / "schemas" / "jsonfeed11.schema.json").read_text(encoding="utf-8"))
    data = json.loads(result.files["journal/feed.json"])
    assert [item["content_text"] for item in data["items"]] == ["Third.", "Second.", "First text."]
    assert json_complaints(data, schema, schema["$defs"]) == []
    assert ["content" in entry for entry in read(result, "journal/feed.xml").entries] == [False] * 3
    assert atom_complaints(result.files["journal/feed.xml"], shared) == []
    assert rss_complaints(result.files["journal/rss.xml"]) == []


HOOK = """
import pathlib, resource, signal
from mkdocs.plugins import event_priority
def on_shutdown():  # what measures the coverage of this process writes after the build
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
@event_priority(50)
def on_post_build(config):
    site = pathlib.Path(config.site_dir)
"""
OBSTACLES = {
    "a full disk": ("    resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))\n", "journal/feed.xml"),
    "a file in the place of a folder": ("    (site / 'journal/sub').write_text('x')\n", "journal/sub/rss.xml"),
    "a folder in the place of a file": ("    (site / 'journal/feed.json/x').mkdir(parents=True)\n", "journal/feed.json"),
}


@pytest.mark.parametrize(("obstacle", "name"), OBSTACLES.values(), ids=OBSTACLES)
def test_a_feed_that_cannot_be_written_is_reported_and_never_half_there(site: Site, obstacle: str, name: str) -> None:
    """One message, exit code 1, the old feed as it was, no temporary file."""
    site.config["plugins"] = [{"journal": {"feeds": {"rss": "sub/rss.xml"}}}]  # without search, which would stop before us
    site.write(POSTS)
    site.build()
    old = (site.folder / "site/journal/feed.xml").read_bytes()
    if "sub" in name or "json" in name:
        target = site.folder / "site" / name
        target.unlink()
        if "sub" in name:
            target.parent.rmdir()
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK + obstacle, "docs/journal/2024-05-05-new.md": post("title: New")})

    result = site.build("--dirty")

    assert result.returncode == 1
    assert "Traceback" not in result.log
    (line,) = [line for line in result.log.splitlines() if "J901" in line]
    assert f"site/{name} cannot be written (" in line
    assert not [path for path in result.files if "/." in f"/{path}"]
    feed = result.files["journal/feed.xml"]
    assert feed.endswith(b"</feed>\n")
    assert (feed == old) is (name == "journal/feed.xml")


def test_posts_of_two_journals_with_one_guid_are_two_in_the_feed_of_all(site: Site) -> None:
    """The older keeps it in every feed, the other is known by its URL."""
    site.config["plugins"] = [{"journal": {"journals": {"a": {}, "b": {}}, "combined": {"folder": "all"}}}]
    site.write(
        {
            "docs/a/2024-01-02-new.md": post("title: New\nguid: urn:x:1"),
            "docs/b/2024-01-01-old.md": post("title: Old\nguid: urn:x:1"),
        }
    )

    result = site.build("--strict")

    assert [entry.id for entry in read(result, "all/feed.xml").entries] == [f"{BASE}a/2024/01/new/", "urn:x:1"]
    assert [read(result, f"{name}/feed.xml").entries[0].id for name in "ab"] == [f"{BASE}a/2024/01/new/", "urn:x:1"]
