"""Beside plugins that list pages or look targets up: withheld posts are in no list, generated pages are targets."""

from __future__ import annotations

import pytest

from tests.conftest import Result, Site
from tests.neighbours.sites import TITLES, beside, is_whole
from tests.neighbours.test_plugins import ORDERS, ordered
from tests.site.reader import Reader

NAV = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Journal": "journal"}]


def nav_titles(result: Result) -> list[str]:
    """Return the texts of the links of the navigation, without those that are in no menu."""
    named = Reader(result.page("guide/index.html")).named
    return [text for text in (" ".join(name.split()) for name, _ in named) if text in {*TITLES, "Quiet words", "Home"}]


@pytest.mark.parametrize(
    "summaries",
    [
        {"docs/SUMMARY.md": "- [Home](index.md)\n- [Guide](guide.md)\n- [Journal](journal/)\n"},
        {"docs/SUMMARY.md": "- [Home](index.md)\n- *.md\n- */\n"},
        {"docs/SUMMARY.md": "- [Home](index.md)\n- [Journal](journal/)\n- *\n", "docs/journal/SUMMARY.md": "- *\n- */\n"},
    ],
    ids=["folder", "globs", "summary-in-the-folder"],
)
@pytest.mark.neighbour("mkdocs-literate-nav")
@ORDERS
def test_literate_nav_lists_no_draft(order: str, summaries: dict[str, str], site: Site) -> None:
    result = beside(site, ordered(order, "literate-nav"), files=summaries, exclude_docs="SUMMARY.md\n")

    is_whole(result)
    assert set(nav_titles(result)) >= {"First words", "Third words"}
    assert "Quiet words" not in nav_titles(result)


@pytest.mark.neighbour("mkdocs-literate-nav")
def test_literate_nav_beside_redirects(site: Site) -> None:
    nav = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Journal": "journal/*"}]
    redirects = {"redirects": {"redirect_maps": {"blog.md": "journal/index.md"}}}

    result = beside(site, ["search", "literate-nav", redirects, "journal"], nav=nav)

    is_whole(result)
    assert "url=../journal/" in result.page("blog/index.html")


@pytest.mark.neighbour("mkdocs-include-dir-to-nav")
@ORDERS
def test_include_dir_to_nav_lists_no_draft(order: str, site: Site) -> None:
    result = beside(site, ordered(order, "include_dir_to_nav"), nav=NAV)

    is_whole(result)
    assert set(nav_titles(result)) >= {"First words", "Third words"}
    assert "Quiet words" not in nav_titles(result)


@pytest.mark.neighbour("mkdocs-redirects")
@ORDERS
def test_redirects_to_generated_pages_and_moved_posts(order: str, site: Site) -> None:
    maps = {
        "blog.md": "journal/index.md",
        "all-tags.md": "journal/tags/index.md",
        "a/b.md": "journal/2024-01-02-one.md#part",
    }

    result = beside(site, ordered(order, {"redirects": {"redirect_maps": maps}}))

    is_whole(result)
    assert "url=../journal/" in result.page("blog/index.html")
    assert "url=../journal/tags/" in result.page("all-tags/index.html")
    assert "url=../../journal/2024/01/one/#part" in result.page("a/b/index.html")


@pytest.mark.neighbour("mkdocs-redirects")
def test_a_redirect_to_a_draft_is_not_written(site: Site) -> None:
    """It would say the draft's address."""
    plugin = {"redirects": {"redirect_maps": {"old.md": "journal/2024-05-06-zyzzyva-draft.md"}}}

    result = beside(site, ["search", plugin, "journal"])

    assert result.messages == ["WARNING -  Redirect target 'journal/2024-05-06-zyzzyva-draft.md' does not exist!"]
    assert "old/index.html" not in result.files


@pytest.mark.neighbour("mkdocs-awesome-nav")
@ORDERS
def test_awesome_nav_lists_what_is_public(order: str, site: Site) -> None:
    result = beside(
        site, ordered(order, "awesome-nav"), files={"docs/.nav.yml": 'nav:\n  - index.md\n  - journal\n  - "*"\n'}
    )

    is_whole(result)
    assert "Quiet words" not in nav_titles(result)


@pytest.mark.neighbour("mkdocs-awesome-pages-plugin")
@ORDERS
def test_awesome_pages_lists_what_is_public(order: str, site: Site) -> None:
    files = {"docs/.pages": "nav:\n  - index.md\n  - journal\n  - ...\n", "docs/journal/.pages": "title: News\n"}

    result = beside(site, ordered(order, "awesome-pages"), files=files)

    is_whole(result)
    assert "Quiet words" not in nav_titles(result)


@pytest.mark.neighbour("mkdocs-section-index")
@ORDERS
def test_section_index_with_the_journal_as_a_section(order: str, site: Site) -> None:
    nav = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Journal": ["journal/index.md", "journal/tags/index.md"]}]

    result = beside(site, ordered(order, "section-index"), nav=nav, theme={"name": "material"})

    is_whole(result)
    assert any(
        text.strip() == "Journal" and href == "../journal/" for text, href in Reader(result.page("guide/index.html")).named
    )
