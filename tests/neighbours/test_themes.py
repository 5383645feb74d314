"""In themes by others: the title once, links to the posts beside once, entries aligned with the text above."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Site
from tests.neighbours.sites import beside, is_whole
from tests.site.reader import text_of

TITLED = {
    "journal/2024/02/two/index.html": "Second words",
    "journal/2024/04/four/index.html": "Fourth words",
    "journal/index.html": "Journal",
    "journal/tags/alpha/index.html": "Posts tagged Alpha",
}
"""A post whose title is in its front matter, one that begins with its heading, and lists."""
WITH_LINKS = {"ivory", "rtd-dropdown", "shadcn", "simple-blog", "windmill"}
"""Themes that link the pages beside each page at its end."""


def themed(theme: str, package: str) -> object:
    return pytest.param(theme, id=theme, marks=pytest.mark.neighbour(package))


@pytest.mark.parametrize(
    "theme",
    [
        themed("bootswatch", "mkdocs-bootswatch"),
        themed("cinder", "mkdocs-cinder"),
        themed("dracula", "mkdocs-dracula-theme"),
        themed("gitbook", "mkdocs-gitbook"),
        themed("ivory", "mkdocs-ivory"),
        themed("rtd-dropdown", "mkdocs-rtd-dropdown"),
        themed("shadcn", "mkdocs-shadcn"),
        themed("simple-blog", "mkdocs-simple-blog"),
        themed("terminal", "mkdocs-terminal"),
        themed("windmill", "mkdocs-windmill"),
        themed("material", "mkdocs-material"),
        themed("materialx", "mkdocs-materialx"),
    ],
)
def test_titles_and_neighbours_are_shown_once(theme: str, site: Site) -> None:
    name = "journal" if theme == "bootswatch" else theme  # one of its themes has that name

    result = beside(site, ["search", "journal"], in_git=True, theme={"name": name})

    is_whole(result)
    for page, title in TITLED.items():
        headings = [text_of(heading) for heading in re.findall(r"<h1.*?</h1>", result.page(page), re.DOTALL)]
        assert headings.count(title) == 1, page
    html = result.page("journal/2024/02/two/index.html")
    assert ('class="journal-around"' in html) == (
        theme not in {"ivory", "rtd-dropdown", "shadcn", "simple-blog", "windmill"}
    )
    assert re.search(r'<a[^>]*href="\.\./\.\./01/one/"', html[html.index("behind") :])


@pytest.mark.parametrize(
    ("theme", "times"),
    [
        pytest.param(theme, times, id=name, marks=pytest.mark.neighbour(package))
        for name, package, theme, times in (
            ("blog", "mkdocs-simple-blog", {"name": "simple-blog"}, 0),
            ("blog-without-preview", "mkdocs-simple-blog", {"name": "simple-blog", "components": {"preview": False}}, 1),
            ("terminal-with-links", "mkdocs-terminal", {"name": "terminal", "features": ["footer.prev_next"]}, 0),
            ("terminal-with-another", "mkdocs-terminal", {"name": "terminal", "features": ["navigation.side.hide"]}, 1),
        )
    ],
)
def test_links_to_neighbours_follow_the_settings_of_the_theme(theme: dict[str, object], times: int, site: Site) -> None:
    result = beside(site, ["search", "journal"], theme=theme)

    html = result.page("journal/2024/04/four/index.html")
    assert html.count('class="journal-around"') == times
    assert len(re.findall(r'<a[^>]*href="\.\./\.\./03/three/"', html)) == 1
