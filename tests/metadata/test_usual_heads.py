"""A head that is as themes write it is read with one pattern, to what reading it tag by tag finds."""

from __future__ import annotations

import random

import pytest

from mkdocs_journal.metadata.head import head_of, read_head, with_head
from mkdocs_journal.metadata.head_elements import HeadElement, link, meta

USUAL = """<!doctype html>
<html lang="en" class="no-js">
  <head>
    <meta charset="utf-8">
    <meta name="description" content="A &amp; b">
    <link rel="canonical" href="https://example.org/a/">
    <link rel="alternate" hreflang="de" href="/de/">
    <title>A - B</title>
    <style>:root{--a:"b"}</style>
    <script>__md=e=>(e<<5)-e;if (1 < 2) {}</script>
    <!-- [if] a -- b -->
  </head>
  <body><h1>x</h1></body>
</html>
"""
PIECES = [
    *(f"{line}\n" for line in USUAL.splitlines()),
    *(
        "</head>",
        "<head>",
        "<noscript>",
        "</noscript>",
        "<template>",
        "<!--",
        "-->",
        "--!>",
        "<script>",
        "</script>",
        "</SCRIPT >",
    ),
    *('<meta name="robots" content="noindex">', '<meta name="x" content="a > b </head>">', "<META NAME=y content=z>"),
    *(
        "<link rel=canonical href=x>",
        '<meta property="og:image" content="i.png"/>',
        "<title>a</head>b</title>",
        "<div>",
        "<",
        ">",
    ),
    *(
        '<meta x="a content="b" c>',
        '<script>a content="b" href="<c"</script>',
        '<!-- content="--" -->',
        "</TITLE>",
        "<TITLE>",
    ),
    *(
        '<title>a content="</title>',
        ' content="',
        ' href="x"',
        '"',
        '<meta content="a>b" name="y">',
        '<meta content="" name="z">',
    ),
    *(
        '<meta name="robots" content="index">',
        '<link href="x" hreflang="en" rel="alternate">',
        '<link title="a" rel="Canonical x">',
    ),
    *("<meta name='q' content='>'>", '<script src="a"></script>', "<style>a</style>", "<p>", "<base href='x'>", "text"),
]
ADDED = [
    meta("name", "description", "d"),
    link("canonical", "c"),
    meta("name", "robots", "noindex"),
    meta("property", "og:image", "i"),
]


def facts(html: str) -> list[object]:
    """Return what is read of a head, both ways."""
    return [
        head and (head.html, head.facts, head.names, head.picture, head.has_canonical, head.languages, head.is_noindex)
        for head in (head_of(html), read_head(html))
    ]


def test_a_usual_head() -> None:
    one, other = facts(USUAL)

    assert one == other
    assert one is not None


def test_any_page_is_read_the_same_both_ways() -> None:
    chance = random.Random(7)
    lines = USUAL.splitlines(keepends=True)
    for _ in range(6_000):
        pieces = list(lines)
        for _ in range(chance.randint(1, 4)):
            pieces.insert(chance.randint(0, 11), chance.choice(PIECES))
        if chance.random() < 0.3:
            del pieces[chance.randint(0, len(pieces) - 1)]
        html = "".join(pieces)
        one, other = facts(html)
        assert one == other, html


@pytest.mark.parametrize("element", ADDED, ids=str)
def test_what_a_head_has_is_not_added(element: HeadElement) -> None:
    once = with_head(USUAL.replace('<link rel="canonical" href="https://example.org/a/">', ""), [element])

    assert with_head(once, [element]) == once
