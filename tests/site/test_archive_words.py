"""What stands on lists beside their posts: an own text, a description in `<meta>`, and words without posts."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Site, post

KINDS = {
    "index": "",
    "2024/index": "2024/",
    "2024/05/index": "2024/05/",
    "tags/index": "tags/",
    "tags/x": "tags/x/",
    "categories/index": "categories/",
    "categories/news": "categories/news/",
    "authors/index": "authors/",
    "authors/ada": "authors/ada/",
    "series/index": "series/",
    "series/walk": "series/walk/",
    "subscribe": "subscribe/",
}
"""The source path of a list of every kind, and its address."""
POST = {"docs/journal/2024-05-06-a.md": post("title: A\ntags: [X]\ncategories: [News]\nauthor: Ada\nseries: Walk")}


def test_own_text_on_every_kind_of_list(site: Site) -> None:
    """A Markdown file at its path stands above the list; its description is that of the page, its title the list's."""
    own = {
        f"docs/journal/{source}.md": f"---\ndescription: About {number}\n---\n# Own {number}\n\n"
        f"[{number}](../{'../' * source.count('/')}index.md)\n"
        for number, source in enumerate(KINDS)
    }
    site.write({**POST, **own})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for number, url in enumerate(KINDS.values()):
        page = result.page(f"journal/{url}index.html")
        assert re.findall("<h1[^>]*>(.*?)</h1>", page) == [f"Own {number}"], url
        assert re.search(f'<a href="{"../" * (url.count("/") + 1)}(?:index.html)?">{number}</a>', page), url
        assert re.findall('<meta name="description" content="([^"]*)"', page) == [f"About {number}"], url
        assert page.index("</h1>") < page.rindex('class="journal-'), url


def test_lists_without_a_text_are_described(site: Site) -> None:
    site.write(POST)

    result = site.build("--strict")

    for url in KINDS.values():
        page = result.page(f"journal/{url}index.html")
        assert re.findall('<meta name="description" content="([^"]+)"', page), url


@pytest.mark.parametrize("landing", [{}, {"docs/journal/index.md": "# News\n\nSoon.\n"}], ids=["generated", "own"])
def test_a_journal_without_posts(landing: dict[str, str], site: Site) -> None:
    """Its landing page and a list in another page have words, and so has the list of feeds."""
    site.write({"docs/journal/note.md": "# Note\n", "docs/list.md": "# List\n\n```journal\n```\n", **landing})

    result = site.build()

    assert result.returncode == 0, result.log
    for page in ("journal/index.html", "list/index.html"):
        assert "No posts yet." in result.page(page)
    assert "Feed readers show new posts" in result.page("journal/subscribe/index.html")
