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
@ORDERS
@pytest.mark.parametrize("permalink", ["/:year/:title.html", "/:year/:title"])
def test_redirects_to_posts_whose_address_is_a_file(permalink: str, order: str, site: Site) -> None:
    """The plugin adds a slash to each address."""
    maps = {"old.md": "journal/2024-01-02-one.md", "a/b.md": "journal/2024-01-02-one.md#part", "c.md": "journal/index.md"}
    plugins: list[object] = [{"redirects": {"redirect_maps": maps}}, {"journal": {"permalink": permalink}}]

    result = beside(site, ["search", *(plugins if order == "before" else reversed(plugins))])

    address = "https://example.org/docs" + permalink.replace(":year", "2024").replace(":title", "one")
    assert f'url={address}"' in result.page("old/index.html")
    assert f'url={address}#part"' in result.page("a/b/index.html")
    assert "url=../journal/" in result.page("c/index.html")


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


LISTS = {"nav": ["archive", "tags"]}


def entries(result: Result, page: str = "guide/index.html") -> list[str]:
    """Return where the links of the navigation of a page in the theme `readthedocs` lead, as far as it is the journal's."""
    html = result.page(page)
    menu = Reader(html[html.index("wy-menu") : html.index("wy-nav-content")])
    return [href.removeprefix("../") for link in menu.of("a") if "journal/" in (href := link.get("href", ""))]


@pytest.mark.parametrize(
    "summaries",
    [
        {"docs/SUMMARY.md": "- [Home](index.md)\n- [Guide](guide.md)\n- [Journal](journal/)\n"},
        {"docs/SUMMARY.md": "- [Home](index.md)\n- *.md\n- */\n"},
        {
            "docs/SUMMARY.md": "- [Home](index.md)\n- [Guide](guide.md)\n- [Journal](journal/)\n",
            "docs/journal/SUMMARY.md": "- *\n",
        },
        {},
    ],
    ids=["folder", "globs", "summary-in-the-folder", "none"],
)
@pytest.mark.neighbour("mkdocs-literate-nav")
@ORDERS
def test_literate_nav_has_the_landing_page(order: str, summaries: dict[str, str], site: Site) -> None:
    """First in its section, then the posts, then what the option `nav` names."""
    plugins = [{"journal": LISTS} if plugin == "journal" else plugin for plugin in ordered(order, "literate-nav")]

    result = beside(site, plugins, files=summaries, exclude_docs="SUMMARY.md\n", theme={"name": "readthedocs"})

    is_whole(result)
    found = entries(result)
    assert found[0] == "journal/"
    assert found[1:4] == ["journal/2024/01/one/", "journal/2024/02/two/", "journal/2024/04/four/"]
    assert found[-3:] == ["journal/2024/", "journal/tags/alpha/", "journal/tags/beta/"]
    assert len(found) == len(set(found))


@pytest.mark.neighbour("mkdocs-include-dir-to-nav")
@pytest.mark.parametrize("options", [{}, {"flat": True}, {"file_name_as_title": False}], ids=str)
@ORDERS
def test_include_dir_to_nav_has_the_landing_page(order: str, options: dict[str, bool], site: Site) -> None:
    others = {"include_dir_to_nav": options}
    plugins = [{"journal": LISTS} if plugin == "journal" else plugin for plugin in ordered(order, others)]

    result = beside(site, plugins, nav=NAV, theme={"name": "readthedocs"})

    is_whole(result)
    found = entries(result)
    assert found[:2] == ["journal/", "journal/2024/01/one/"]
    assert found[-3:] == ["journal/2024/", "journal/tags/alpha/", "journal/tags/beta/"]
    assert not [href for href in found if "quiet" in href]


@pytest.mark.neighbour("mkdocs-literate-nav")
def test_what_has_no_place_in_the_nav_is_said_once(site: Site) -> None:
    """The author has written a nav without the landing page."""
    files = {"docs/SUMMARY.md": "- [Home](index.md)\n- [Guide](guide.md)\n- [A](journal/2024-01-02-one.md)\n"}

    result = beside(site, ["literate-nav", {"journal": LISTS}], files=files, exclude_docs="SUMMARY.md\n")

    is_whole(result)
    (hint,) = [line for line in result.ours if "J864" in line]
    assert hint.endswith(
        "nav: its sections stand below the landing page, which is not in the navigation; "
        "add journal/index.md to the nav (J864)"
    )


NAMED = "a post or list is in the nav if its path is named; no pattern matches it"


@pytest.mark.neighbour("mkdocs-awesome-nav", note=NAMED)
@pytest.mark.parametrize("name", [".nav.yml", "_nav.yml"])
@ORDERS
def test_awesome_nav_has_the_posts_and_lists_that_it_names(order: str, name: str, site: Site) -> None:
    files = {
        f"docs/{name}": "nav:\n  - index.md\n  - guide.md\n  - Old: journal/2024-01-02-one.md\n  - journal\n",
        f"docs/journal/{name}": (
            "nav:\n  - index.md\n  - 2024-02-03-two.md\n  - Lists:\n    - tags\n    - 2024/index.md\n  - '*'\n"
        ),
    }
    plugins = ordered(order, {"awesome-nav": {"filename": name}})

    result = beside(site, plugins, files=files, theme={"name": "readthedocs"}, exclude_docs=name)

    is_whole(result)
    wanted = ["2024/01/one/", "", "2024/02/two/", "tags/", "2024/"]
    assert entries(result) == [f"journal/{path}" for path in wanted]


@pytest.mark.neighbour("mkdocs-awesome-pages-plugin", note=NAMED)
@ORDERS
def test_awesome_pages_has_the_posts_and_lists_that_it_names(order: str, site: Site) -> None:
    files = {
        "docs/.pages": "nav:\n  - index.md\n  - guide.md\n  - News: journal\n",
        "docs/journal/.pages": (
            "nav:\n  - index.md\n  - Two: 2024-02-03-two.md\n  - Later: 2024-05-06-zyzzyva-draft.md\n  - tags\n"
            "  - Again: 2024/05/zyzzyva-draft/\n  - ...\n"
        ),
    }

    result = beside(site, ordered(order, "awesome-pages"), files=files, theme={"name": "readthedocs"})

    is_whole(result)
    assert entries(result) == ["journal/", "journal/2024/02/two/", "journal/tags/"]


@pytest.mark.neighbour("mkdocs-awesome-nav")
def test_a_draft_that_awesome_nav_names_is_not_published(site: Site) -> None:
    files = {
        "docs/.nav.yml": "nav:\n  - index.md\n  - guide.md\n  - journal\n  - journal/2024-05-06-zyzzyva-draft.md\n",
        "docs/journal/.nav.yml": "nav:\n  - index.md\n  - Later: 2024-05-06-zyzzyva-draft.md\n",
    }

    result = beside(site, ["search", "awesome-nav", "journal"], files=files)

    assert [message for message in result.messages if "zyzzyva" not in message] == []
    assert [name for name, data in result.files.items() if b"zyzzyva" in data.lower()] == []
