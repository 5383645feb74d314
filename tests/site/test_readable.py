"""The pages for everyone: contrast, size of targets, valid HTML, no wider than a phone, no bullets of the theme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import html5lib
import pytest
from playwright.sync_api import Page

from tests.conftest import HOST, Result, Site, post
from tests.site.browser import browser_page, served

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material", "terminal", "dracula"]
PLAIN = ["index.html", "guide/index.html"]
PAGES = [
    "journal/", "journal/page/2/", "journal/2025/02/part-two/", "journal/2025/", "journal/tags/", "journal/tags/x/",
    "journal/authors/", "journal/authors/ada-brandt/", "journal/series/", "journal/series/sea/", "journal/subscribe/",
]  # fmt: skip
ADDRESS = f"<https://example.com/{'a-long-way/' * 3}{'aVeryLongName' * 5}.html>"
TABLE = "| a | b | c |\n|---|---|---|\n| " + " | ".join("incomprehensibilities" * 2 for _ in range(3)) + " |\n"
SOURCES = {
    "docs/guide.md": "# Guide\n\n- one\n\n[Home](index.md)\n",
    "docs/journal/.authors.yml": "Ada Brandt: {description: Sails., url: 'https://example.com/', avatar: dot.svg}\n",
    "docs/journal/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><circle r="40"/></svg>',
    "docs/journal/2025-01-01-part-one.md": post(
        "title: Part one\nseries: Sea\nauthor: Ada Brandt\npin: true\ntags: [x, a, b, c, d, e, f]\nimage: /journal/dot.svg"
    ),
    "docs/journal/2025-02-02-part-two.md": post(
        "title: Part two\nseries: Sea\nauthors: [Ada Brandt, Bo]\ncategories: [News]\ntags: [x]\nlast_updated: 2025-03-03\n"
        "image: /journal/dot.svg\nupdates: [{date: 2025-03-03, text: A table}]",
        f"Text: {ADDRESS}\n\n## Heading\n\n{TABLE}\n",
    ),
    "docs/journal/2024-05-06-other.md": post("title: Other\ntags: [x]"),
}

TEXTS = """() => {
  const rgba = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => below.map((value, i) => top[3] * top[i] + (1 - top[3]) * value);
  const behind = (part) => {
    const own = part ? rgba(getComputedStyle(part).backgroundColor) : [255, 255, 255, 1];
    return own[3] === 1 ? own.slice(0, 3) : over(own, behind(part.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const found = [];
  for (const part of document.querySelectorAll("[class^=journal-], [class^=journal-] :not(.e-content *)")) {
    const texts = [...part.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!texts.length || part.closest(".journal-hidden, .e-content") || !part.getClientRects().length) continue;
    const colour = getComputedStyle(part).color;
    const link = part.closest("a");
    if (link && colour === getComputedStyle(document.querySelector("#journal-plain-link")).color) continue;
    const below = behind(part);
    const [a, b] = [light(over(rgba(colour), below)), light(below)].sort((x, y) => y - x);
    if (a / b < 4.5) found.push([part.className, texts[0].data.trim(), a / b]);
  }
  return found;
}"""
"""Texts of ours with a contrast below 4.5; a link in the theme's own colour is the theme's."""

PLAIN_LINK = """() => {
  const link = document.createElement("a");
  link.id = "journal-plain-link";
  link.href = "https://example.com/";
  (document.querySelector(".e-content") || document.querySelector("h1").parentElement).append(link);
}"""

TARGETS = """() => [...document.querySelectorAll("[class^=journal-] a, summary")].filter((part) => {
  const box = part.getBoundingClientRect();
  const inText = part.closest(".e-content, .journal-byline, .journal-excerpt, h1, h2, h3, .journal-compact, .journal-more");
  return !inText && !part.closest("[class*=md-]:not(.md-content *)") && box.width && box.height < 24;
}).map((part) => [part.textContent.trim(), part.getBoundingClientRect().height])"""
"""Links beside each other that are smaller than 24 pixels; those in a line of text may be as high as the line."""

BULLETS = """() => [...document.querySelectorAll("ul[class^=journal-]:not(.journal-columns) > li")].filter((part) =>
  getComputedStyle(part).display === "list-item" || !["none", "normal"].includes(getComputedStyle(part, "::after").content)
).map((part) => part.textContent)"""

GAPS = """() => [...document.querySelectorAll(".journal-entry")].flatMap((entry) => {
  const [title, byline] = [entry.querySelector("h2"), entry.querySelector(".journal-byline")];
  const gap = byline.getBoundingClientRect().top - title.getBoundingClientRect().bottom;
  return gap > 10 || getComputedStyle(title).marginTop !== "0px" ? [[title.textContent, gap]] : [];
})"""
"""Titles in lists that stand apart from their bylines, or from what is above them, by a margin of the theme."""


@pytest.fixture(params=THEMES)
def built(site: Site, request: pytest.FixtureRequest) -> Result:
    site.write(SOURCES)
    site.config |= {
        "theme": request.param,
        "site_url": "https://example.org/",
        "markdown_extensions": ["tables"],
        "plugins": ["search", {"journal": {"per_page": 2, "author_box": True}}],
    }
    return site.build("--strict")


def pages(result: Result, width: int) -> Iterator[tuple[Page, str]]:
    """Yield each page, opened in a window of a width."""
    with served(result.output) as address, browser_page(width=width) as page:
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
        for path in PAGES:
            response = page.goto(address + path)
            assert response is not None
            assert response.ok, path
            page.evaluate("() => document.querySelectorAll('details').forEach((part) => (part.open = true))")
            yield page, path


@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_read_and_hit_what_is_ours(built: Result, width: int) -> None:
    """Nothing is wider than the window, even with a wide table, a long address and a cover."""
    for page, path in pages(built, width):
        page.evaluate(PLAIN_LINK)
        assert page.evaluate(TEXTS) == [], path
        assert page.evaluate(TARGETS) == [], path
        assert page.evaluate(BULLETS) == [], path
        assert page.evaluate(GAPS) == [], path
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, path
        assert page.evaluate("() => document.querySelectorAll('h1:not(header h1)').length") == 1, path


def faults(html: str) -> Counter[str]:
    """Return the parse errors of a page, and the anchors that it has more than once."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    found = Counter(str(code) for _, code, _ in parser.errors)
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    return found + Counter(f"id {name}" for name, count in ids.items() if count > 1)


def test_no_page_has_a_parse_error_or_a_doubled_anchor_that_plain_pages_do_not_have(built: Result) -> None:
    plain: Counter[str] = Counter()
    for name in PLAIN:
        plain |= faults(built.page(name))

    for path in PAGES:
        assert faults(built.page(f"{path}index.html")) - plain == Counter(), path


def test_a_series_is_linked_once(site: Site) -> None:
    """In the box above the text; one with a single part has no box, and its pill below the text."""
    site.write(SOURCES | {"docs/journal/2023-01-01-alone.md": post("title: Alone\nseries: [Sea, Land]")})

    result = site.build("--strict")

    for name, pills in (("2025/02/part-two", []), ("2023/01/alone", ["Land"])):
        page = result.page(f"journal/{name}/index.html")
        below = page.partition('class="journal-footer"')[2]
        found = re.findall(r'journal-series"[^>]*>(.*?)</p>', below, re.DOTALL)
        assert [re.findall(r'rel="tag">([^<]*)</a>', one) for one in found] == ([pills] if pills else [])
        assert page.count('<details class="journal-box"') == 1
