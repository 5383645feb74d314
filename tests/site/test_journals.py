"""Several journals in one site."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest

from tests.conftest import Result, Site, post
from tests.site.reader import Reader, broken_links

POSTS: dict[str, str | bytes] = {
    "docs/news/2024-05-06-open.md": post(
        "title: We are open\ntags: [shared, news only]\nauthor: Ada",
        "[release](../releases/2024-05-07-two.md) ![p](p.png)\n",
    ),
    "docs/news/p.png": b"png",
    "docs/news/2024-05-01-hush.md": post("title: Hush\ndraft: true"),
    "docs/releases/2024-05-07-two.md": post("title: Two\ntags: shared", "[news](../news/2024-05-06-open.md)\n"),
    "docs/releases/2024-04-07-one.md": post("title: One"),
    "docs/2023-01-01-root.md": post("title: At the root\ntags: shared", "[two](releases/2024-05-07-two.md)\n"),
    "docs/about.md": "# About\n\n[news](news/index.md) [all](all/index.md)\n",
    "docs/releases/notes.md": "# Notes\n",
}
JOURNALS = {
    "feeds": {"limit": 3},
    "journals": {
        "news": {"title": "News & more"},
        "releases": {"permalink": "pretty", "feeds": {"json": False}},
        "site": {"folder": "."},
    },
    "combined": {"folder": "all", "title": "Everything"},
}


@pytest.fixture
def three(site: Site) -> Site:
    """Return a site with three journals, one with its own permalink and one at the root."""
    (site.folder / "docs/index.md").unlink()
    site.write(POSTS)
    site.config["plugins"] = ["search", {"journal": JOURNALS}]
    return site


def titles(result: Result, path: str) -> list[str]:
    wanted = {"We are open", "Two", "One", "At the root"}
    return [text for text, _ in Reader(result.page(path)).named if text in wanted]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_journal_has_its_own_lists_and_feeds(three: Site, directory_urls: bool) -> None:
    three.config["use_directory_urls"] = directory_urls

    result = three.build("--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == ["4 posts (and 1 draft, 2 ordinary pages), 4 tags, 11 feeds, 0 problems"]
    assert list(broken_links(result.output, "https://example.org/docs/")) == []
    assert titles(result, "news/index.html") == ["We are open"]
    assert titles(result, "releases/index.html") == ["Two", "One"]
    assert titles(result, "index.html") == ["At the root"]
    assert titles(result, "all/index.html") == ["Two", "We are open", "One", "At the root"]
    assert "2024/05/07/two/index.html" in result.files
    suffix = "/index.html" if directory_urls else ".html"
    assert {f"{folder}tags/shared{suffix}" for folder in ("", "news/", "releases/")} <= set(result.files)
    feeds = {name for name in result.files if name.endswith(("feed.xml", "rss.xml", "feed.json"))}
    each = {f"{folder}{name}" for folder in ("", "news/", "all/") for name in ("feed.xml", "rss.xml", "feed.json")}
    terms = {name for name in feeds if "/tags/" in f"/{name}" or "/authors/" in name}
    assert feeds - terms == each | {"releases/feed.xml", "releases/rss.xml"}
    assert {f"{folder}tags/shared/feed.xml" for folder in ("", "news/", "releases/")} <= terms


def test_the_combined_feed_has_the_newest_posts_of_all(three: Site) -> None:
    result = three.build("--strict")

    feed = feedparser.parse(result.page("all/feed.xml"))
    assert feed.feed.title == "Test – Everything"
    assert [entry.title for entry in feed.entries] == ["Two", "We are open", "One"]
    assert [entry.link for entry in feed.entries] == [
        "https://example.org/docs/2024/05/07/two/",
        "https://example.org/docs/news/2024/05/open/",
        "https://example.org/docs/2024/04/07/one/",
    ]
    assert 'src="https://example.org/docs/news/p.png"' in feed.entries[1].content[0].value
    items = json.loads(result.page("all/feed.json"))["items"]
    assert items[1]["tags"] == ["shared", "news only"]
    assert feedparser.parse(result.page("news/feed.xml")).feed.title == "Test – News & more"


def announced(result: Result, path: str) -> list[str]:
    return [link["href"] for link in Reader(result.page(path)).of("link") if link.get("rel") == "alternate"]


def test_a_page_announces_its_own_journal_else_all(three: Site) -> None:
    result = three.build("--strict")

    assert announced(result, "news/2024/05/open/index.html") == [
        "../../../feed.xml",
        "../../../rss.xml",
        "../../../feed.json",
    ]
    assert announced(result, "releases/index.html") == ["feed.xml", "rss.xml"]
    assert announced(result, "about/index.html") == ["../all/feed.xml", "../all/rss.xml", "../all/feed.json"]


def test_terms_in_the_list_of_all_lead_to_the_journal_of_the_post(three: Site) -> None:
    page = Reader(three.build("--strict").page("all/index.html"))

    assert [href for text, href in page.named if text == "shared"] == [
        "../releases/tags/shared/",
        "../news/tags/shared/",
        "../tags/shared/",
    ]


def test_posts_of_two_journals_cannot_share_a_url(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"permalink": "none", "journals": {"a": {}, "b": {}}}}]
    site.write({"docs/a/2024-01-01-same.md": post("title: A"), "docs/b/2024-01-01-same.md": post("title: B")})

    result = site.build()

    assert result.returncode == 1
    assert result.ours[0] == (
        "docs/b/2024-01-01-same.md:1:1: permalink: /same.html is used by docs/a/2024-01-01-same.md; "
        "write slug: same-2024-01-01 (J504)"
    )
    assert result.ours[1].startswith("1 post could not be published (see above).")


def test_a_problem_is_reported_once_and_one_journal_may_go_on(site: Site) -> None:
    """With `combined`, too, and each journal by its own `on_error`."""
    options = {"journals": {"a": {"on_error": "skip"}, "b": {}}, "combined": "all"}
    site.config["plugins"] = [{"journal": options}]
    site.write({"docs/a/2024-01-01-x.md": post("title: A: b"), "docs/b/2024-01-01-good.md": post("title: B")})

    result = site.build()

    assert result.returncode == 0
    assert sum("2024-01-01-x.md" in line for line in result.ours) == 1
    assert result.ours[-1] == "1 post (and 1 refused), 0 tags, 9 feeds, 1 problem"


def test_plugins_as_a_map_and_inherited(site: Site, tmp_path: Path) -> None:
    """`plugins:` may be a map, and a configuration may inherit one."""
    (site.folder / "base.yml").write_text(
        json.dumps({"site_url": "https://example.org/", "plugins": {"search": {}, "journal": {"folder": "news"}}}),
        encoding="utf-8",
    )
    site.config = {"INHERIT": "base.yml", "site_name": "Test", "plugins": {"journal": {"title": "Inherited"}}}
    site.config["theme"] = {"name": "mkdocs"}
    site.write({"docs/news/2024-05-06-a.md": post("title: A")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert Reader(result.page("news/index.html")).texts["h1"] == ["Inherited"]
    assert "news/feed.xml" in result.files
