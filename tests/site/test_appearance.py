"""The pages of a journal as they look on a phone: nothing sticks out, no line begins with a dot, no link is faded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.conftest import HOST, Site, post
from tests.site.browser import browser_page, served

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PAGES = ["", "2024/", "2024/01/case/", "tags/", f"tags/{WORD.lower()}/", "authors/", "subscribe/"]

STARTS = """() => {
  const starts = new Map();
  const texts = document.createTreeWalker(document.querySelector(".journal-byline"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (let i = 0; i < texts.currentNode.length; i++) {
      const range = document.createRange();
      range.setStart(texts.currentNode, i);
      range.setEnd(texts.currentNode, i + 1);
      const box = range.getClientRects()[0];
      const line = box && Math.round(box.bottom / 12);
      if (box && box.width && range.toString().trim() && !starts.has(line)) starts.set(line, range.toString());
    }
  }
  return [...starts.values()];
}"""
"""The first sign of each line of the byline."""

STICKING = """() => {
  const sticking = [];
  for (const part of document.querySelectorAll("h1, [class^=journal]")) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const wide = [...range.getClientRects()].some((box) => box.right > 390);
      if (wide && !texts.currentNode.parentElement.closest(".journal-hidden")) sticking.push(texts.currentNode.data);
    }
  }
  return sticking;
}"""
"""What is wider than the window; the theme's own bread crumbs are not asked."""

FADED = """() => [...document.querySelectorAll("[class*=journal] a")].filter((link) => {
  for (let part = link; part; part = part.parentElement) if (getComputedStyle(part).opacity != 1) return true;
}).map((link) => link.textContent)"""

SHORTER = [(r"(?s)/\*.*?\*/", ""), (r"\s+", " "), (r" ?([{};,>]) ?", r"\1"), (": ", ":"), (";}", "}"), (r"\b0\.", ".")]
"""What a minifier does."""


def test_the_stylesheet_has_at_most_six_kilobytes() -> None:
    """Without comments, blanks and zeros that nobody needs."""
    text = files("mkdocs_journal").joinpath("templates/assets/journal/journal.css").read_text(encoding="utf-8")
    for pattern, instead in SHORTER:
        text = re.sub(pattern, instead, text)

    assert len(text.strip().encode()) <= 6_000


@contextmanager
def _phone(site: Site) -> Iterator[tuple[Page, str]]:
    with served(site.build("--strict").output) as address, browser_page(width=390) as page:
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
        yield page, address + "journal/"


@pytest.fixture(params=THEMES)
def themed(site: Site, request: pytest.FixtureRequest) -> Site:
    site.config |= {"theme": request.param, "site_url": "https://example.org/"}
    return site


def test_long_words_do_not_stick_out(themed: Site) -> None:
    front = f"title: {WORD}\ntags: [{WORD}]\nauthor: {WORD}"
    themed.write({"docs/journal/2024-01-01-case.md": post(front), "docs/journal/2024-01-02-next.md": post("title: Next")})

    with _phone(themed) as (page, address):
        for path in PAGES:
            response = page.goto(address + path)
            assert response is not None
            assert response.ok, path
            assert page.evaluate(STICKING) == [], path


def test_no_line_begins_with_a_dot_and_no_link_is_faded(themed: Site) -> None:
    front = "title: Case\nlast_updated: 2024-11-30\nauthors: [Ada Brandt, Jonas Okafor]"
    themed.write({"docs/journal/2024-01-01-case.md": post(front), "docs/journal/2024-01-02-next.md": post("title: Next")})

    with _phone(themed) as (page, address):
        page.goto(f"{address}2024/01/case/")
        starts = page.evaluate(STARTS)

        assert len(starts) > 1
        assert "·" not in starts
        assert page.evaluate(FADED) == []


def test_a_wide_table_scrolls_and_keys_reach_it(site: Site) -> None:
    """The page does not become wider; browsers let keys scroll what scrolls and has no link, without an attribute."""
    cells = " | ".join(["incomprehensibilities"] * 6)
    table = f"| {cells} |\n|{'---|' * 6}\n| {cells} |\n"
    site.config |= {"markdown_extensions": ["tables"], "site_url": "https://example.org/"}
    site.write({"docs/journal/2024-01-01-case.md": post("title: Case", table)})

    with _phone(site) as (page, address):
        page.goto(f"{address}2024/01/case/")
        width = page.evaluate("document.documentElement.scrollWidth")
        for _ in range(20):
            page.keyboard.press("Tab")
            if reached := page.evaluate("document.activeElement.tagName == 'TABLE'"):
                break

        assert width == 390
        assert reached


def test_addresses_of_feeds_have_the_width_of_the_page(site: Site) -> None:
    """Beside each other they would be broken within a word; on a desk each of them has a line."""
    site.config |= {"site_url": "https://docs.example.org/a-project/"}
    site.write({"docs/journal/2024-01-01-case.md": post("title: Case")})

    with served(site.build("--strict").output) as address, browser_page(width=1280) as page:
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
        page.goto(f"{address}journal/subscribe/")
        addresses = page.locator(".journal-feeds .journal-address")
        lines = addresses.evaluate_all(
            "(all) => all.map((one) => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))"
        )

    assert len(lines) == 3
    assert max(lines) < 1.5


if HOST != "properdocs":

    def test_titles_in_the_sidebar_of_material_have_its_width(site: Site) -> None:
        """They stand below their dates: beside these there is no room for words."""
        options = {"sidebar": True, "related": 1}
        site.config |= {"theme": {"name": "material", "font": False}, "plugins": [{"journal": options}]}
        site.write({"docs/journal/2024-01-01-case.md": post("title: Case\nrelated: [Other]")})
        site.write({"docs/journal/2024-09-02-other.md": post("title: Other")})

        with served(site.build("--strict").output) as address, browser_page(width=1280) as page:
            page.goto(f"{address}journal/2024/01/case/")
            row = page.locator(".journal-sidebar .journal-compact li")
            left = [row.locator(part).bounding_box() for part in ("time", "a")]

        assert left[0]
        assert left[1]
        assert left[0]["x"] == left[1]["x"]
