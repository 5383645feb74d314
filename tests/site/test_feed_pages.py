"""Feeds and redirects as a browser shows them."""

from __future__ import annotations

import re

import pytest

from mkdocs_journal.publishing.assets import FEED_STYLESHEET
from mkdocs_journal.urls.links import relative
from tests.conftest import Site, post
from tests.site.browser import browser_page, served

FEEDS = {
    "journal/feed.xml": "../assets/journal/feed.css",
    "journal/tags/x/feed.xml": "../../../assets/journal/feed.css",
    "feed.xml": "assets/journal/feed.css",
    "old/deep/atom.xml": "../../assets/journal/feed.css",
    "old/rss.xml": "../assets/journal/feed.css",
}


@pytest.fixture
def with_feeds(site: Site) -> Site:
    also = {"/feed.xml": "atom", "/old/deep/atom.xml": "atom", "/old/rss.xml": "rss"}
    site.config["site_url"] = "https://example.org/docs/"
    site.config["plugins"] = [{"journal": {"feeds": {"also": also}}}]
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]\nredirect_from: /was/here/")})
    return site


def test_each_feed_finds_its_stylesheet(with_feeds: Site) -> None:
    """Wherever the site is copied; nothing else of a copy differs."""
    result = with_feeds.build("--strict")

    assert result.returncode == 0, result.log
    first, *others = (result.page(file) for file in ("journal/feed.xml", "feed.xml", "old/deep/atom.xml"))
    for file, wanted in FEEDS.items():
        found = re.findall(r'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', result.page(file))
        assert found == [wanted], file
        assert (result.output / file).parent.joinpath(wanted).resolve() == result.output.resolve() / FEED_STYLESHEET
        assert relative(FEED_STYLESHEET, file) == wanted
    for other in others:
        assert re.sub(r"<\?xml-stylesheet.*", "", other) == re.sub(r"<\?xml-stylesheet.*", "", first)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_in_a_browser(with_feeds: Site, scheme: str) -> None:
    """In a folder that `site_url` does not know: the title, the day and the address, readable in both schemes."""
    output = with_feeds.build("--strict").output

    with served(output.parent) as address, browser_page(scheme=scheme) as page:  # type: ignore[arg-type]
        back = "rgb(255, 255, 255)" if scheme == "light" else "rgb(21, 24, 28)"
        shows = "back => getComputedStyle(document.documentElement).backgroundColor === back"
        page.goto(f"{address}{output.name}/journal/feed.xml")
        page.wait_for_function(shows, arg=back, polling=100)
        shown = page.evaluate("() => getComputedStyle(document.querySelector('entry > title')).fontWeight")
        page.goto(f"{address}{output.name}/was/here/index.html", wait_until="commit")
        page.wait_for_url("**/journal/2024/05/a/**")

    assert shown == "700"
