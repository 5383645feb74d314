"""Feeds of real posts and of the example site, against the rules, against feedgen, and against jekyll-feed's identities."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from feedgen.feed import FeedGenerator

from mkdocs_journal.feeds.identity import entry_id
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.publishing.permalinks import address_of
from tests.conftest import ROOT, Result, Site
from tests.corpora.oracle import all_posts, oracle_of, read
from tests.corpora.sites import CORPORA, build
from tests.feeds.rules import atom_complaints, html_complaints, json_complaints, rss_complaints


def example(site: Site, shared: Path) -> Result:
    shutil.copytree(ROOT / "example_site", site.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
    return site.build("--strict", config="mkdocs-theme.yml")


def seed(site: Site, shared: Path) -> Result:
    (file,) = (shared / "seed").glob("*.md")
    site.write({f"docs/journal/{file.name}": file.read_bytes()})
    return site.build("--strict")


def corpus(name: str) -> Callable[[Site, Path], Result]:
    (found,) = [corpus for corpus in CORPORA if corpus.name == name]
    return lambda site, shared: build(site, shared, found)


SITES = {
    "the seed": seed,
    "the example site": example,
    "facebook+rocksdb": corpus("facebook+rocksdb"),
    "apache+calcite": corpus("apache+calcite"),
}


@pytest.mark.parametrize("make", SITES.values(), ids=SITES)
def test_every_feed_is_valid(make: Callable[[Site, Path], Result], site: Site, shared: Path) -> None:
    """RELAX NG of RFC 4287, the rules of RSS 2.0, the schema of JSON Feed 1.1; feeds of terms included."""
    result = make(site, shared)
    schema = json.loads((shared / "schemas" / "jsonfeed11.schema.json").read_text(encoding="utf-8"))
    feeds = {name: data for name, data in result.files.items() if name.endswith(("feed.xml", "rss.xml", "feed.json"))}

    assert {"journal/feed.xml", "journal/rss.xml", "journal/feed.json"} < set(feeds)
    for name, data in feeds.items():
        if name.endswith("feed.xml"):
            assert atom_complaints(data, shared) + html_complaints(data) == [], name
        elif name.endswith("rss.xml"):
            assert rss_complaints(data) + html_complaints(data) == [], name
        else:
            assert json_complaints(json.loads(data), schema, schema["$defs"]) == [], name


@pytest.mark.parametrize("make", [make for name, make in SITES.items() if name != "the seed"], ids=list(SITES)[1:])
def test_feedgen_writes_the_same_feeds(make: Callable[[Site, Path], Result], site: Site, shared: Path) -> None:
    """Given the same entries, feedgen's Atom and RSS say the same to a reader's program, entry by entry."""
    result = make(site, shared)
    data = json.loads(result.files["journal/feed.json"])
    creators = _feedgen(data, creators=True)  # RSS has names there, Atom has them anyway

    for name, written in (("feed.xml", _feedgen(data).atom_str()), ("rss.xml", creators.rss_str())):
        ours, other = feedparser.parse(result.files[f"journal/{name}"]), feedparser.parse(written)
        assert not ours.bozo
        assert not other.bozo
        assert len(ours.entries) == len(other.entries) == len(data["items"]) >= 8
        assert (ours.feed.title, ours.feed.link, ours.feed.get("language")) == (
            other.feed.title, other.feed.link, other.feed.get("language"),
        )  # fmt: skip
        for one, two in zip(ours.entries, other.entries, strict=True):
            assert _said(one) == _said(two)


def _feedgen(data: dict[str, Any], *, creators: bool = False) -> FeedGenerator:
    """Return feedgen's feed of the entries of a JSON feed."""
    feed = FeedGenerator()
    if creators:
        feed.load_extension("dc")
    feed.id(data["home_page_url"])
    feed.title(data["title"])
    feed.description(data.get("description", data["title"]))
    feed.language(data["language"])
    feed.link(href=data["home_page_url"], rel="alternate")
    for item in data["items"]:
        entry = feed.add_entry(order="append")
        entry.id(item["id"])
        entry.guid(item["id"], permalink=item["id"] == item["url"])
        entry.title(item["title"])
        entry.link(href=item["url"], rel="alternate")
        entry.published(datetime.fromisoformat(item["date_published"]))
        entry.updated(datetime.fromisoformat(item["date_modified"]))
        for author in item.get("authors", []):
            if creators:
                entry.dc.dc_creator(author["name"])
            else:
                entry.author({"name": author["name"], **({"uri": author["url"]} if "url" in author else {})})
        for tag in item.get("tags", []):
            entry.category(term=tag)
        entry.content(item["content_html"], type="html")
        entry.summary(item.get("summary"))
    return feed


def _said(entry: Any) -> dict[str, Any]:
    """Return what a reader's program shows of an entry."""
    return {
        "id": entry.id,
        "link": entry.link,
        "title": entry.title,
        "published": entry.published_parsed,
        "authors": [author.get("name") for author in entry.get("authors", []) if author],
        "tags": [tag.term for tag in entry.get("tags", [])],
        "content": entry.content[0].value,
    }


def test_identities_and_links_are_those_of_jekyll_feed(shared: Path) -> None:
    """Jekyll's own `id` and `url` of every post, below its site: that is what jekyll-feed writes.

    Source: https://github.com/jekyll/jekyll-feed/blob/master/lib/jekyll-feed/feed.xml
    """
    oracle = oracle_of(shared / "corpora" / "jekyll+jekyll")
    permalink = "/news/:year/:month/:day/:title/"
    options = read_options({"folder": ".", "compat": "jekyll", "permalink": permalink})
    posts = all_posts(read(oracle, compat="jekyll"))
    assert len(oracle.posts) > 90

    for path, wanted in oracle.posts.items():
        address = address_of(posts[path], options)
        assert address is not None
        assert f"/{address.url}" == wanted["url"]
        assert entry_id(posts[path], address.url, "https://jekyllrb.com/", options) == f"https://jekyllrb.com{wanted['id']}"
