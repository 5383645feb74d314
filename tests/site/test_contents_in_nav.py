"""The table of contents of posts in a theme whose navigation shows it, such as readthedocs."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Result, Site, post

BODY = "Text.\n\n## What changed\n\nText.\n\n### In detail\n\nText.\n"


def menu(result: Result, page: str) -> str:
    """Return the side menu of a page of readthedocs."""
    found = re.search(r"wy-menu wy-menu-vertical.*?</nav>", result.page(page), re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("nav", [None, [{"Home": "index.md"}, {"More": [{"News": "journal/index.md"}, "about.md"]}]])
def test_a_post_shows_its_contents_below_the_journal(site: Site, nav: list[object] | None) -> None:
    """On its own page only; the entry of the journal still leads to the landing page."""
    site.config["theme"] = "readthedocs"
    if nav:
        site.config["nav"] = nav
    site.write(
        {
            "docs/about.md": "# About\n",
            "docs/journal/2024-05-06-a.md": post("title: Ham and eggs\ntags: [x]", BODY),
            "docs/journal/2024-05-07-b.md": post("title: B", "Text.\n"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    shown = menu(result, "journal/2024/05/a/index.html")
    assert re.search(r'href="\.\./\.\./\.\./"[^>]*>\s*(<p[^>]*><span[^>]*>)?(Journal|News)<', shown)
    assert 'href="#">Ham and eggs</a>' in shown
    assert 'href="#what-changed">What changed</a>' in shown
    assert 'href="#in-detail">In detail</a>' in shown
    for page in (
        "index.html",
        "about/index.html",
        "journal/index.html",
        "journal/2024/index.html",
        "journal/tags/x/index.html",
    ):
        assert "eggs" not in menu(result, page), page
    assert "eggs" not in menu(result, "journal/2024/05/b/index.html")


def test_other_themes_and_a_nav_without_the_journal_are_as_before(site: Site) -> None:
    site.config |= {"theme": "readthedocs", "nav": [{"Home": "index.md"}]}
    site.write({"docs/journal/2024-05-06-a.md": post("title: Ham", BODY)})

    assert "Ham" not in menu(site.build("--strict"), "journal/2024/05/a/index.html")

    site.config |= {"theme": "mkdocs", "nav": [{"Home": "index.md"}, {"Journal": "journal/index.md"}]}
    page = site.build("--strict").page("journal/2024/05/a/index.html")

    assert not re.search(r'class="dropdown-item[^"]*"[^>]*>Ham<', page)
    assert 'class="nav-link active"' in page
