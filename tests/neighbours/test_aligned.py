"""In themes whose rules for `article` indent it: entries of lists are aligned with the text above them."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.neighbours.sites import beside, is_whole
from tests.neighbours.test_themes import themed

LEFT = """([selector, text]) => [...document.querySelectorAll(selector)]
    .filter(element => element.textContent.includes(text) && element.getClientRects().length)
    .map(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Math.round(Math.min(...[...range.getClientRects()].filter(box => box.width).map(box => box.left)));
    })"""
"""Returns where each shown element with a text begins, in CSS pixels from the left."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "theme",
    [
        themed("dracula", "mkdocs-dracula-theme"),
        themed("shadcn", "mkdocs-shadcn"),
        themed("simple-blog", "mkdocs-simple-blog"),
        themed("terminal", "mkdocs-terminal"),
    ],
)
def test_entries_begin_where_the_text_above_does(theme: str, width: int, site: Site) -> None:
    from tests.site.browser import browser_page, served  # noqa: PLC0415 - other environments have no Playwright

    files = {"docs/journal/index.md": "# News\n\nWords above the list.\n"}

    result = beside(site, ["search", "journal"], files=files, in_git=True, theme={"name": theme})

    is_whole(result)
    with served(result.output) as address, browser_page(width=width) as page:
        page.goto(f"{address}journal/", wait_until="load")
        above = page.evaluate(LEFT, ["p", "Words above the list."])
        titles = page.evaluate(LEFT, [".journal-entry .u-url", "words"])
        excerpts = page.evaluate(LEFT, [".journal-entry .journal-excerpt", "text"])

    assert len(titles) == 4
    assert len(above) == 1
    assert {*titles, *excerpts} == {*above}
