"""Beside plugins and themes that want a text, a file or a history of each page: generated pages have none."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.conftest import Site
from tests.neighbours.sites import PAGES, TITLES, beside, is_whole
from tests.neighbours.test_plugins import ORDERS, ordered
from tests.site.reader import Reader


@pytest.mark.neighbour("mkdocs-rss-plugin")
@ORDERS
def test_the_feed_of_rss_has_the_posts_and_no_generated_page(order: str, site: Site) -> None:
    plugin = {"rss": {"match_path": ".*", "date_from_meta": {"as_creation": "date"}}}

    result = beside(site, ordered(order, plugin), in_git=True)

    is_whole(result)
    links = re.findall(r"<item>.*?<link>(.*?)</link>", result.page("feed_rss_created.xml"), re.DOTALL)
    pages = [page.removesuffix("index.html") for page in PAGES[:4]]
    assert sorted(links) == sorted(f"https://example.org/docs/{page}" for page in ("", "guide/", *pages))


@pytest.mark.neighbour("mkdocs-autolinks-plugin")
@ORDERS
def test_autolinks_finds_pages_and_generated_ones(order: str, site: Site) -> None:
    files = {"docs/sub/here.md": "# Here\n\nSee [a post](2024-02-03-two.md) and [a tag](beta.md).\n"}

    result = beside(site, ordered(order, "autolinks"), files=files)

    is_whole(result)
    page = Reader(result.page("sub/here/index.html"))
    assert page.href("a post") == "../../journal/2024/02/two/"
    assert page.href("a tag") == "../../journal/tags/beta/"


@pytest.mark.neighbour("mkdocs-git-authors-plugin")
@ORDERS
def test_git_authors_names_those_of_posts(order: str, site: Site) -> None:
    files = {
        "docs/who.md": "# Who\n\n{{ git_page_authors }}\n",
        "docs/journal/2024-06-07-who.md": "{{ git_page_authors }}\n",
    }

    result = beside(site, ordered(order, "git-authors"), files=files, in_git=True)

    is_whole(result, titles=("Who", *TITLES))
    assert "Ada Example" in result.page("who/index.html")
    assert "mailto:ada@example.org" in result.page("journal/2024/06/who/index.html")
    assert "not been committed" not in result.log


@pytest.mark.neighbour("mkdocs-git-authors-plugin")
def test_an_exclusion_of_git_authors_stays(site: Site) -> None:
    files = {"docs/who.md": "# Who\n\n{{ git_page_authors }}\n"}

    result = beside(site, ordered("before", {"git-authors": {"exclude": ["who.md"]}}), files=files, in_git=True)

    is_whole(result)
    assert "mailto:" not in result.page("who/index.html")


@pytest.mark.neighbour("mkdocs-git-revision-date-localized-plugin")
@ORDERS
def test_git_dates_of_pages(order: str, site: Site) -> None:
    plugin = {"git-revision-date-localized": {"enable_creation_date": True, "type": "iso_date"}}
    files = {"docs/when.md": "# When\n\n{{ git_revision_date_localized }}\n"}

    result = beside(site, ordered(order, plugin), files=files, in_git=True)

    is_whole(result)
    assert re.search(r"\d{4}-\d\d-\d\d", result.page("when/index.html"))
    today = datetime.now(UTC).date().isoformat()
    assert today in result.page("when/index.html")
    assert today not in result.page("journal/tags/index.html")


@pytest.mark.neighbour(
    "mkdocs-print-site-plugin", setting="`print-site` is the last of the plugins, as its own documentation requires"
)
def test_print_site_prints_the_landing_page(site: Site) -> None:
    result = beside(site, ["search", "journal", "print-site"])

    is_whole(result)
    page = Reader(result.page("print_page/index.html"))
    assert [text.strip() for text, _ in page.named if text.strip() in TITLES] == list(TITLES)
    assert page.texts["h1"].count("Journal") == 1


@pytest.mark.neighbour("mkdocs-shadcn")
def test_shadcn_copies_the_sources_that_there_are(site: Site) -> None:
    files = {"docs/journal/deep/2024-06-07-five.md": "---\ntitle: Fifth words\n---\n\nThe fifth text.\n"}

    result = beside(site, ["search", "journal"], files=files, in_git=True, theme={"name": "shadcn"})

    is_whole(result, titles=("Fifth words", *TITLES))
    assert "journal/deep/2024-06-07-five.md" in result.files
    assert "journal/tags/index.md" not in result.files
    assert "tags/index.md" not in result.page("journal/tags/index.html")
