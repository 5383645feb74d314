"""The post that the project started from, unedited, in several themes."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest

from tests.conftest import HOST, Result, Site
from tests.site.reader import Reader

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
MORE_THEMES = [*THEMES, "terminal", "dracula"]
TITLE = "Open Source AI: A Reality Check"
POST = "journal/2024/11/wired-open-source-myth/"
URL = f"https://example.org/docs/{POST}"
TERMS = ["AI", "Open Source", "Llama", "MOLMo", "journal"]
LISTS = [
    "journal/",
    "journal/2024/",
    "journal/2024/11/",
    "journal/tags/open-source/",
    "journal/tags/ai/",
    "journal/tags/llama/",
    "journal/tags/molmo/",
    "journal/categories/journal/",
    "journal/authors/nils-durner/",
]


@pytest.fixture(scope="module")
def seed(shared: Path) -> Path:
    (post,) = (shared / "seed").glob("*.md")
    return post


def build(site: Site, seed: Path, theme: str) -> Result:
    site.config["theme"] = {"name": theme}
    site.write({"docs/about.md": "# About\n\nA page.\n", f"docs/journal/{seed.name}": seed.read_bytes()})
    return site.build("--strict", host="mkdocs" if theme == "material" else "")


@pytest.mark.parametrize("theme", THEMES)
def test_the_post_is_shown_and_listed(site: Site, seed: Path, theme: str) -> None:
    """Title once, day, author, tags and category linked to pages that exist and link back."""
    result = build(site, seed, theme)

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == ["1 post, 4 tags, 3 feeds, 0 problems"]
    page = Reader(result.page(f"{POST}index.html"))
    assert [" ".join(text.split()).removesuffix("¶") for text in page.texts["h1"]] == [TITLE]
    assert {"datetime": "2024-11-12", "class": "journal-date dt-published"} in page.of("time")
    assert ">November 12, 2024</time>" in result.page(f"{POST}index.html")
    names = {"Nils Durner": "authors/nils-durner/", "journal": "categories/journal/"}
    names |= {"AI": "tags/ai/", "Open Source": "tags/open-source/", "Llama": "tags/llama/", "MOLMo": "tags/molmo/"}
    for name, path in names.items():
        assert urljoin(f"/{POST}", page.href(name)) == f"/journal/{path}"
    for path in LISTS:
        listed = Reader(result.page(f"{path}index.html"))
        assert urljoin(f"/{path}", listed.href(TITLE)) == f"/{POST}", path


@pytest.mark.parametrize("theme", MORE_THEMES)
def test_every_page_announces_the_feeds_once(site: Site, seed: Path, theme: str) -> None:
    """The list of a term announces its own feed first, and every page those of the journal."""
    result = build(site, seed, theme)
    pages = [name.removesuffix("index.html") for name in result.files if name.endswith("index.html")]

    assert {"", "about/", POST, "journal/subscribe/", *LISTS} <= set(pages)
    for path in pages:
        links = [link for link in Reader(result.page(f"{path}index.html")).of("link") if link.get("rel") == "alternate"]
        own = [f"/{path}feed.xml"] if path in LISTS and path.count("/") == 3 and "2024" not in path else []
        journal = ["/journal/feed.xml", "/journal/rss.xml", "/journal/feed.json"]
        assert [urljoin(f"/{path}", link["href"]) for link in links] == [*own, *journal], path
        mime_types = ["application/atom+xml", "application/rss+xml", "application/feed+json"]
        assert [link["type"] for link in links] == [*mime_types[: len(own)], *mime_types]
        assert all(link["title"].startswith("Test – ") for link in links)
        for link in links:
            assert urljoin(f"/{path}", link["href"])[1:] in result.files


@pytest.mark.parametrize("theme", MORE_THEMES)
def test_a_page_lists_every_feed(site: Site, seed: Path, theme: str) -> None:
    """Linked from the landing page, under one heading, with addresses to copy."""
    result = build(site, seed, theme)
    page = Reader(result.page("journal/subscribe/index.html"))

    assert Reader(result.page("journal/index.html")).href("Subscribe") == "subscribe/"
    assert [" ".join(text.split()).removesuffix("¶") for text in page.texts["h1"]] == ["Subscribe"]
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert f">https://example.org/docs/journal/{name}</a>" in result.page("journal/subscribe/index.html")
    listed = {urljoin("journal/subscribe/", link["href"]) for link in page.of("a") if link.get("class") == "journal-feed"}
    assert listed == {name for name in result.files if name.endswith(("feed.xml", "rss.xml", "feed.json"))}
    assert listed >= {"journal/tags/open-source/feed.xml", "journal/authors/nils-durner/feed.xml"}


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_the_post_is_in_each_feed_once(site: Site, seed: Path, name: str) -> None:
    """Feedparser reads title, author, tags and category, date, full content and absolute links."""
    result = build(site, seed, "mkdocs")

    (entry,) = feedparser.parse(result.files[f"journal/{name}"]).entries

    assert entry.title == TITLE
    assert entry.link == URL
    assert entry.id == URL
    assert [author.name for author in entry.authors] == ["Nils Durner"]
    assert [tag.term for tag in entry.tags] == TERMS
    assert entry.published_parsed[:3] == (2024, 11, 12)
    assert_whole(entry.content[0].value)


def test_the_post_is_in_the_json_feed_once(site: Site, seed: Path) -> None:
    """The same, read as JSON: feedparser reads XML only."""
    result = build(site, seed, "mkdocs")

    (item,) = json.loads(result.files["journal/feed.json"])["items"]

    assert (item["title"], item["url"], item["id"]) == (TITLE, URL, URL)
    assert item["authors"] == [{"name": "Nils Durner"}]
    assert item["tags"] == TERMS
    assert item["date_published"] == "2024-11-12T00:00:00Z"
    assert_whole(item["content_html"])


def assert_whole(content: str) -> None:
    assert content.startswith("<p>A WIRED article from August 2023")
    assert content.endswith("changed in just over a year.</p>")
    links = Reader(content).links
    assert len(links) == 4
    assert all(link.startswith("https://") for _, _, link in links)


def test_the_sitemap_has_the_day_of_the_post(site: Site, seed: Path) -> None:
    result = build(site, seed, "mkdocs")

    place = result.page("sitemap.xml").split(f"<loc>https://example.org/docs/{POST}</loc>")[1]
    assert place.split("</url>")[0].split() == ["<lastmod>2024-11-12</lastmod>"]
