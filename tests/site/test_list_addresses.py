"""The addresses of lists by the options `archives`, `pager` and `feeds.term_paths`."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post

POSTS = {
    "docs/journal/2024-01-02-a.md": post("title: A\ntags: [C, C++, 'a/b?', 'x y']\ncategories: News"),
    "docs/journal/2024-01-02-b.md": post("title: B\ntags: C"),
    "docs/journal/2024-02-03-c.md": post("title: C\ntags: C\nseries: Part"),
}


def test_patterns_give_lists_and_feeds_their_addresses(site: Site) -> None:
    """Below the folder or the site; terms with one slug get different ones; links lead there, also those by source path."""
    site.write({**POSTS, "docs/index.md": "# Home\n\n[C](journal/tags/c.md) and [day](journal/2024/01/02/index.md)\n"})
    site.config["plugins"] = [
        {
            "journal": {
                "per_page": 1,
                "pager": "page:num.html",
                "archives": {
                    "tags": ["/tag/:name.html", "tags/:label/"],
                    "series": "s/:label/",
                    "month": "/m/:year-:month/",
                    "day": "d/:year/:month/:day/",
                    "slug_mode": "default",
                },
                "feeds": {"terms": ["atom", "rss"], "term_paths": {"tags": "/feed/:name.xml"}},
            }
        }
    ]

    result = site.build("--strict")

    assert (result.returncode, result.messages) == (0, []), result.log
    files = set(result.files)
    assert {"tag/c.html", "tag/c-2.html", "tag/a-b.html", "tag/x-y.html", "journal/s/Part/index.html"} <= files
    assert {"journal/tags/C/index.html", "journal/tags/C++/index.html", "journal/tags/x y/index.html"} <= files
    assert {"journal/page2.html", "journal/page3.html", "m/2024-01/index.html", "journal/d/2024/01/02/index.html"} <= files
    assert {"feed/c.xml", "feed/c-2.xml", "tag/c/rss.xml", "journal/categories/news/feed.xml"} <= files
    assert 'href="tag/c.html"' in result.page("index.html")
    assert 'href="journal/d/2024/01/02/"' in result.page("index.html")
    assert 'href="../../../tag/x-y.html"' in result.page("journal/tags/x y/index.html")


@pytest.mark.parametrize("directories", [True, False])
def test_the_further_pages_of_a_list_can_have_the_addresses_of_jekyll_paginate(site: Site, *, directories: bool) -> None:
    """With a leading slash those of the landing list only, wherever it is."""
    site.write({f"docs/journal/2024-01-{day:02}-a{day}.md": post(f"title: A{day}\ntags: t") for day in range(1, 4)})
    site.config["use_directory_urls"] = directories
    site.config["plugins"] = [{"journal": {"per_page": 2, "pager": "/p:num/"}}]

    result = site.build("--strict")

    assert result.messages == []
    assert "p2/index.html" in result.files
    older = 'href="../p2/"' if directories else 'href="../p2/index.html"'
    assert older in result.page("journal/index.html")


def test_a_page_of_the_author_stays_and_takes_the_list(site: Site) -> None:
    """At the address of the pattern, or at the source path of the list, to which the pattern's address then redirects."""
    site.write(
        {**POSTS, "docs/tag/c.md": "# All of C\n", "docs/journal/tags/x-y.md": "# Crosses\n", "docs/t/c/index.html": "Own"}
    )
    site.config["plugins"] = [{"journal": {"archives": {"tags": ["/tag/:name/", "/t/:name/"]}}}]

    result = site.build()

    assert "All of C" in result.page("tag/c/index.html")
    assert 'href="../../journal/2024/02/c/"' in result.page("tag/c/index.html")
    assert "Crosses" in result.page("journal/tags/x-y/index.html")
    assert 'href="../../journal/tags/x-y/"' in result.page("tag/x-y/index.html")
    assert result.page("t/c/index.html") == "Own"
    assert result.ours[0].startswith(
        "mkdocs.yml: archives.tags: /t/c/index.html is used by docs/t/c/index.html, so it does"
    )
    assert [message for message in result.messages if "J942" not in message] == []


def test_an_address_that_no_file_can_have_is_that_of_the_source(site: Site) -> None:
    """A name of many letters is shortened; with more before it the path would be too long."""
    long = "x" * 230
    site.write({"docs/journal/2024-01-02-a.md": post(f"title: A\ntags: [{long}]")})
    site.config["plugins"] = [{"journal": {"archives": {"tags": f"/{'y' * 60}-:name/"}}}]

    result = site.build()

    assert result.messages == []
    assert [file for file in result.files if file.startswith("journal/tags/xxx")]


def test_lists_of_archives_can_be_shorter(site: Site) -> None:
    """As in a blog whose lists had further pages, at their addresses."""
    site.write(POSTS)
    site.config["plugins"] = [{"journal": {"archives": {"tags": "/tag/:name/", "per_page": 2}}}]

    result = site.build("--strict")

    assert result.messages == []
    assert "tag/c/page/2/index.html" in result.files
    assert "journal/2024/page/2/index.html" in result.files


def test_two_journals_with_one_pager_are_told_to_change_it(site: Site) -> None:
    """Not the folder, in which the further pages are not."""
    for name in ("a", "b"):
        site.write({f"docs/{name}/2024-01-0{day}-p{day}.md": post("title: A") for day in (1, 2)})
    site.config["plugins"] = [{"journal": {"journals": {"a": {}, "b": {}}, "pager": "/page:num/", "per_page": 1}}]

    assert site.build().ours[0] == (
        "mkdocs.yml: journals.b.pager: /page2/index.html is used by the archive a/page/2.md of the journal a; "
        "write another path (J530)"
    )
