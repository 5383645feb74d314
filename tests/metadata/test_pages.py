"""Links put into the heads of pages as themes write them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from mkdocs_journal.metadata.head import with_head
from mkdocs_journal.metadata.head_elements import HeadElement, link

ATOM = link("alternate", "../feed.xml", "application/atom+xml", "Journal (Atom)")
RSS = link("alternate", "../rss.xml", "application/rss+xml", "Journal (RSS)")
ATOM_ELEMENT = '<link rel="alternate" type="application/atom+xml" title="Journal (Atom)" href="../feed.xml">'
RSS_ELEMENT = '<link rel="alternate" type="application/rss+xml" title="Journal (RSS)" href="../rss.xml">'

PAGES = {
    "on one line": (
        "<html><head><title>a</title></head><body>b</body></html>",
        f"<html><head><title>a</title>{ATOM_ELEMENT}\n{RSS_ELEMENT}\n</head><body>b</body></html>",
    ),
    "with an indent": (
        "<head>\n\t<title>a</title>\n\t</head>\n<body>",
        f"<head>\n\t<title>a</title>\n{ATOM_ELEMENT}\n{RSS_ELEMENT}\n\t</head>\n<body>",
    ),
    "with a blank in the end tag": ("<head></head >", f"<head>{ATOM_ELEMENT}\n{RSS_ELEMENT}\n</head >"),
    "that begins with the body": ("</head><body>", f"{ATOM_ELEMENT}\n{RSS_ELEMENT}\n</head><body>"),
    "that has a header": ("<header></header>", "<header></header>"),
    "that tells of a head": (
        "<head></head><code>&lt;/head&gt;</code>",
        f"<head>{ATOM_ELEMENT}\n{RSS_ELEMENT}\n</head><code>&lt;/head&gt;</code>",
    ),
    "that has one of the links": (
        f"<head>{ATOM_ELEMENT}</head>",
        f"<head>{ATOM_ELEMENT}{RSS_ELEMENT}\n</head>",
    ),
    "that has the links in its text": (
        '<head></head><a href="../feed.xml"></a>',
        f'<head>{ATOM_ELEMENT}\n{RSS_ELEMENT}\n</head><a href="../feed.xml"></a>',
    ),
    "that is empty": ("", ""),
}


@pytest.mark.parametrize(("page", "wanted"), PAGES.values(), ids=PAGES)
def test_a_page(page: str, wanted: str) -> None:
    assert with_head(page, [ATOM, RSS]) == wanted


@pytest.mark.parametrize("page", [page for page, _ in PAGES.values()], ids=PAGES)
def test_links_are_put_in_once(page: str) -> None:
    once = with_head(page, [ATOM, RSS])

    assert with_head(once, [ATOM, RSS]) == once


def test_without_links_a_page_keeps_its_bytes() -> None:
    assert with_head("<head>\r\n  </head>", []) == "<head>\r\n  </head>"


@pytest.mark.parametrize(
    ("element", "read"),
    [
        (
            link("alternate", "f.xml?a=1&b=2", "application/rss+xml", "Q&A \"x\" 'y' </head>"),
            {"rel": "alternate", "type": "application/rss+xml", "title": "Q&A \"x\" 'y' </head>", "href": "f.xml?a=1&b=2"},
        ),
        (link("hub", "https://hub.example/"), {"rel": "hub", "href": "https://hub.example/"}),
    ],
)
def test_a_program_reads_the_link_that_was_meant(element: HeadElement, read: dict[str, str]) -> None:
    """And a link with signs that need escaping is known again."""
    page = with_head("<head></head>", [element])
    reader = _Links()
    reader.feed(page)

    assert reader.found == [read]
    assert with_head(page, [element]) == page


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "link":
            self.found.append(dict(attrs))
