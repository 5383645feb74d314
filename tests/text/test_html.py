"""HTML read as tokens and changed without touching the rest."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.text.dead_links import without_links
from mkdocs_journal.text.html import attributes, balanced, plain_text, tokens, with_links, without

KINDS = {
    "a <b>c</b>": ["text a ", "start <b>", "text c", "end </b>"],
    "1 < 2 <3": ["text 1 < 2 ", "text <3"],
    "<!-- a > b -->x": ["comment <!-- a > b -->", "text x"],
    "<!-- never closed": ["comment <!-- never closed"],
    "<!DOCTYPE html><?php x ?>": ["other <!DOCTYPE html>", "other <?php x ?>"],
    "<!never": ["other <!never"],
    "<script>a < b</script>": ["start <script>", "raw a < b", "end </script>"],
    "<style></style>": ["start <style>", "end </style>"],
    "<script>open": ["start <script>", "raw open"],
    '<a title="x > y">z': ['start <a title="x > y">', "text z"],
    '<a title="open>z': ['start <a title="open>', "text z"],
    "<a never closed": ["text <a never closed"],
    "</p >x": ["end </p >", "text x"],
    "": [],
}


@pytest.mark.parametrize(("html", "found"), KINDS.items())
def test_tokens(html: str, found: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in tokens(html)] == found


@given(st.text(alphabet="<>/!-\"'= abscriptyle&;\n", max_size=80))
def test_the_tokens_of_a_document_make_the_document(html: str) -> None:
    assert "".join(token.text for token in tokens(html)) == html


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a '", '<a "', "<!--", "<script>", "</", "<a b='x", "&", "<p", "<a href=x "]
)
def test_hostile_documents_cost_linear_time(piece: str) -> None:
    html = piece * 40_000
    start = time.process_time()

    balanced(html)
    plain_text(html)
    with_links(html, str.upper)

    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<a HREF="x" title=\'y "z"\' hidden data-a=1>', {"href": "x", "title": 'y "z"', "hidden": "", "data-a": "1"}),
        ('<a href="1" href="2">', {"href": "1"}),
        ("<a/>", {}),
        ('<a "stray" b="&amp;&quot;">', {'"stray"': "", "b": '&"'}),
    ],
)
def test_attributes(tag: str, found: dict[str, str]) -> None:
    assert attributes(tag) == found


LINKS = {
    "<a href='x'>x</a>": '<a href="[x]">x</a>',
    "<img alt='x' src=x>": "<img alt='x' src=\"[x]\">",
    '<object data="x">': '<object data="[x]">',
    '<div data="x">': '<div data="x">',
    '<img srcset="a.png 1x, b.png, c.png 2x">': '<img srcset="[a.png] 1x, [b.png], [c.png] 2x">',
    "<a title='href=x'>": "<a title='href=x'>",
    '<a href="a&amp;b">': '<a href="[a&amp;b]">',
    "<script>href='x'</script>": "<script>href='x'</script>",
    "<p>href='x'</p>": "<p>href='x'</p>",
    "<a disabled href = x>": '<a disabled href = "[x]">',
    '<td background=x bgcolor="y">': '<td background="[x]" bgcolor="y">',
    '<x-card background="red">': '<x-card background="red">',
    '<form action="x"><button formaction="y">': '<form action="[x]"><button formaction="[y]">',
    '<a action="x">': '<a action="x">',
    '<link imagesrcset="a 1x, b 2x">': '<link imagesrcset="[a] 1x, [b] 2x">',
    '<p style="background:url(&quot;x&quot;)">': '<p style="background:url(&quot;[x]&quot;)">',
    "<p style='background: URL( x ) top, url(\"y z\")'>": (
        '<p style="background: URL( &quot;[x]&quot; ) top, url(&quot;[y z]&quot;)">'
    ),
    "<p style=\"a: url('x'); b: c(x)\">": '<p style="a: url(&quot;[x]&quot;); b: c(x)">',
    '<p style="fill: url(#x); mask: url(&quot;#y&quot;)">': '<p style="fill: url(#x); mask: url(&quot;#y&quot;)">',
    '<p style="a: url(x\\29); b: url(var(--x)); c: url(&quot;x)">': (
        '<p style="a: url(x\\29); b: url(var(--x)); c: url(&quot;x)">'
    ),
    "<style>p { background: url(x) } /* <p> */</style>url(y)": (
        '<style>p { background: url("[x]") } /* <p> */</style>url(y)'
    ),
    "<script>url(x)</script>": "<script>url(x)</script>",
    '<svg><image xlink:href="x"/><use href="#y"/><a href="#z"/></svg>': (
        '<svg><image xlink:href="[x]"/><use href="#y"/><a href="[#z]"/></svg>'
    ),
}


@pytest.mark.parametrize(("html", "changed"), LINKS.items())
def test_every_url_is_passed_through(html: str, changed: str) -> None:
    assert with_links(html, lambda link: f"[{link}]") == changed


@pytest.mark.parametrize(
    "html",
    [
        "<p style='a: url( x )'>",
        "<style>p{a:url('x')}</style>",
        "<a href='x'>",
        "<img srcset=' a.png 1x'>",
        "<a href=' x '>",
        '<A HREF="a&b">',
    ],
)
def test_an_url_that_stays_keeps_its_bytes(html: str) -> None:
    assert with_links(html, lambda link: link) == html


PLAIN = {
    "<p>a</p><p>b&amp;c</p>": "a b&c",
    "a<b>b</b>c<br>d": "abc d",
    "<h2>T<a class='headerlink' href='#'>¶</a></h2>x": "T x",
    "a<script>no</script><style>no</style>b": "ab",
    "a<template><p>no</p></template>b": "ab",
    "a <!-- no --> b": "a b",
    "<textarea>x</textarea>": "x",
    "1 < 2": "1 < 2",
}


@pytest.mark.parametrize(("html", "text"), PLAIN.items())
def test_what_a_reader_sees(html: str, text: str) -> None:
    assert plain_text(html) == text


BALANCED = {
    "<p>a<b>b": "<p>a<b>b</b></p>",
    "a</p></div>b": "ab",
    "<ul><li>a<li>b</ul>": "<ul><li>a<li>b</ul>",
    "<div><b>a</div>c": "<div><b>a</b></div>c",
    "<br><img src=x><hr/>": "<br><img src=x><hr/>",
    "a<!-- b --><!-- open": "a<!-- b -->",
    "a <b": "a &lt;b",
    "1 < 2": "1 &lt; 2",
}


@pytest.mark.parametrize(("html", "closed"), BALANCED.items())
def test_a_fragment_leaves_nothing_open(html: str, closed: str) -> None:
    assert balanced(html) == closed


def test_elements_are_left_out_with_all_that_is_in_them() -> None:
    html = "a<!-- c --><x><b><x>1</x></b><br><i></x>d<svg><x/></svg>e<x>f</b>g</x>h<x>open"

    left = "".join(token.text for token in without(html, lambda token: token.name == "x", lambda _: "[]"))

    assert left == "a[]d<svg>[]</svg>e[]h"


def test_links_can_become_plain_text() -> None:
    """Their words and what is around them stay as they are."""
    html = '<p>a <A class="x" href="/gone/">b <b>c</b></A> <a href="/here/">d</a> <a name="n"></a> </a></p>'

    assert without_links(html, lambda link: link == "/gone/") == (
        '<p>a <span>b <b>c</b></span> <a href="/here/">d</a> <a name="n"></a> </a></p>'
    )
