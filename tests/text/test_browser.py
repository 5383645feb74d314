"""HTML is understood as a browser does; html5lib is the oracle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import html5lib
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mkdocs_journal.feeds.content import feed_content
from mkdocs_journal.text.excerpt import cut_excerpt
from mkdocs_journal.text.hiding import closed, left_open
from mkdocs_journal.text.html import attributes, balanced, plain_text, tokens, with_links
from mkdocs_journal.text.nesting import nested
from mkdocs_journal.text.tags import OpenElements

PIECES = st.sampled_from(
    ["<", ">", "/", "=", '"', "'", "!", "-", "--", "-->", "--!>", "<!--", "<!-->", "<!--->", "</", "<?", "<!", "<ä", "<b",
     "</b>", "<b/>", "<i", "<a", "a", "b", "x=y", "x='y'", 'x="y"', "x=", "=x", "&amp;", "\n", "é", " "]
)  # fmt: skip
NAMES = {tokenTypes[name]: name for name in tokenTypes}


@given(st.lists(PIECES, max_size=12).map("".join))
@example("<a b\"c>d<a e'>f")
@example("<a b='c'd=e f = g/>")
@example("<p title='>' don't>x</p>")
@example("<b x=>a<i y= >b")
@example("a</3 b>c</>d<!doctype x>e<?php f ?>g")
@example("<!-->a<!--->b<!-- c --!>d<!-- e ---->f")
def test_tags_comments_and_text_are_those_of_a_browser(html: str) -> None:
    """What is never closed is left out of the comparison: there a browser drops the rest."""
    expected: list[tuple[str, object]] = []
    for token in HTMLTokenizer(html):
        kind = NAMES[token["type"]]
        assume(kind != "ParseError" or "eof" not in token["data"].lower())
        if kind in {"StartTag", "EmptyTag"}:
            expected.append(("start", (token["name"], dict(token["data"]))))
        elif kind == "EndTag":
            expected.append(("end", token["name"]))
        elif kind in {"Characters", "SpaceCharacters"}:
            text = expected.pop()[1] if expected and expected[-1][0] == "text" else ""
            expected.append(("text", f"{text}{token['data']}"))

    assert list(_of_ours(html)) == expected


def _of_ours(html: str) -> Iterator[tuple[str, object]]:
    text = ""
    for token in tokens(html):
        if token.kind == "text":
            text += unescape(token.text)
            continue
        if token.kind in {"start", "end"} and text:
            yield "text", text
            text = ""
        if token.kind == "start":
            yield "start", (token.name, attributes(token.text))
        elif token.kind == "end":
            yield "end", token.name
    if text:
        yield "text", text


WORDS = st.sampled_from(["one", "two &amp; three", "1 < 2", "x <ä y", "a <3 b", "é", " "])
ATTRIBUTES = st.sampled_from(
    [
        "",
        " href='/a'",
        ' href="/b?c&amp;d" hidden',
        " href=/e title='>'",
        ' x"y href=/f',
        " src='/g'data-x=1",
        " STYLE='color:red; Display : NONE'",
    ]
)
LEAVES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "<br>", "<hr/>", "<img src='/h' alt='a > b'>", "<!-- c -->", "<!-->", "<!--->", "<!-- <p> --!>", "<!---->",
            "<script>'</head></body><p>'</script>", "<script><!-- <script>a</script> --></script>", "<style>a > b</style>",
            "<textarea><b>a</textarea>", "<script>if (a < b) '<!--'</script>", "<title><i>a</title>", "<xmp><b></xmp>",
            '<svg viewBox="0 0 1 1"><style id="s"/><path d="M0 0"/></svg>', "<svg><title/><script/><a/>s</svg>",
            "<svg><title>t</title><style>u</style></svg>", "<svg/>", "<svg><path d=x/></path></svg>", "<math/>",
            "<svg><foreignObject><div>f<br/></div><p>p</p></foreignObject><g/></svg>", "<svg><desc><svg/>d</desc></svg>",
            "<math><mi>x</mi><mspace/><mtext><span>y</span></mtext></math>", "<svg><![CDATA[<i> &amp;]]></svg>",
            "<math><annotation-xml><svg><style/></svg></annotation-xml></math>", "<iframe src='/i'><p>no</iframe>",
            "<a class='x headerlink' href='/i'>no</a>", "<a class=x href='/headerlink'>yes</a>",
            "<svg><g><p>out</p>", "<div><svg><g></div>", "<template><b>no</b></template>",
        ]
    ),
)  # fmt: skip
FRAGMENTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from(["div", "section", "DIV", "article"]), ATTRIBUTES, inner),
        st.builds("<div><{0}{1}/>{2}</div>".format, st.sampled_from(["div", "section", "x-y"]), ATTRIBUTES, inner),
    ),
    max_leaves=8,
)
UNSEEN = {"script", "style", "template", "noscript", "iframe"}
XLINK = "{http://www.w3.org/1999/xlink}href"


@given(FRAGMENTS)
def test_text_links_and_nesting_are_those_of_a_browser(html: str) -> None:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    found: list[str] = []
    with_links(html, lambda link: found.append(link) or link)  # type: ignore[func-returns-value]

    assert "".join(plain_text(html).split()) == "".join("".join(_text(tree)).split())
    assert found == [value for node in tree.iter() for value in _links(node)]
    assert _nested(html) == [line for line in _lines(tree, 0) if line[1] != "document_fragment"]


UNENDED = st.sampled_from(
    ["<div><p{}>a<p>b</div>", "<ul><li{}>a<li>b</ul>c", "<dl><dt{}>a<dd>b</dl>", "<div><span{}>a</div>b", "<p{}>a<hr>b",
     "<hr{}>a", "<table><tr><td{}>a<td>b<tr{}><td>c<tbody{}><tr><td>d</table>", "<section><p{}>a</section>b",
     "<ul><li{}><ul><li>a<li>b</ul>c<li>d</ul>", "<blockquote><p{}>a<b>b</b><p>c</blockquote>"]
)  # fmt: skip
"""Elements that need no end tag."""


@given(st.lists(st.builds(str.replace, UNENDED, st.just("{}"), st.sampled_from(["", " hidden", " id=hidden"])), max_size=3))
def test_what_is_hidden_ends_where_a_browser_ends_it(parts: list[str]) -> None:
    html = "".join(parts)
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)

    assert "".join(plain_text(html).split()) == "".join("".join(_text(tree)).split())


@given(FRAGMENTS)
def test_a_balanced_fragment_is_to_a_browser_what_it_was(html: str) -> None:
    before = html5lib.parseFragment(html, namespaceHTMLElements=False)
    after = html5lib.parseFragment(balanced(html), namespaceHTMLElements=False)

    assert list(_lines(after, 0)) == list(_lines(before, 0))
    assert "".join(_text(after)) == "".join(_text(before))


PARTS = st.sampled_from(
    [
        *(
            "p",
            "div",
            "b",
            "i",
            "a",
            "ul",
            "li",
            "dl",
            "dd",
            "blockquote",
            "table",
            "tr",
            "td",
            "pre",
            "code",
            "h1",
            "span",
        ),
        *("details", "section", "button", "select", "option", "svg", "math", "mi", "g", "title", "textarea"),
        *("noscript", "script", "style", "xmp", "iframe", "label", "font", "ruby", "html", "body", "head"),
        *("plaintext", "object", "input", "desc", "foreignObject"),
        *("form", "hr", "br", "img"),
    ]
)
SOUP = st.lists(
    st.one_of(
        WORDS,
        PARTS.map("<{}>".format),
        PARTS.map("</{}>".format),
        st.sampled_from(
            ["<!-- c -->", "<!--", "<!-- <p>", "<p hidden>", "<svg/>", "<g/>", "<![CDATA[", "]]>", "<div id=a ", "<script "]
        ),
    ),
    max_size=10,
).map("".join)


@given(SOUP)
@example("a<!-- <p>b</p>")
@example("<svg></p><p>")
def test_what_is_put_on_another_page_stays_in_its_place(html: str) -> None:
    for part in (balanced(html), cut_excerpt(html), feed_content(html, "https://example.org/")):
        tree = html5lib.parseFragment(f"<section>{part}</section><aside>after</aside>", namespaceHTMLElements=False)

        assert [_name(node) for node in tree] == ["section", "aside"]
    content = feed_content(html, "https://example.org/")
    assert nested(tokens(content)).strip() == content


BEHIND = re.compile(r"<(svg|math)>.*</(p|br)>|<t(able|r|d)>.*<(svg|math|object)|<select>.*<(?!/|!|select|input)")
"""Where html5lib does not read what browsers read today."""


@given(SOUP)
@example("<select><select>")
@example("<select><input>")
@example("<plaintext>a")
@example("<svg><textarea>")
@example("<svg><desc><p>")
@example("<svg><![CDATA[")
@example("<object>")
@example("<object><table></object>")
@example("<object><svg><object><p>")
@example("<object><dl><object>x</dl>")
@example("<div id=a <script ")
@example("a<!-- <p>b</p>")
def test_what_hides_the_rest_of_a_page_is_known(html: str) -> None:
    assume(not BEHIND.search(html))
    names = left_open(html)

    assert _shows_what_follows(closed(html))
    harmless = {"html", "noscript", "svg", "![CDATA["}  # to html5lib, which runs no scripts, behind this `div`
    assert all(name in harmless or name[0] == "<" for name in names) or not _shows_what_follows(html)


def _shows_what_follows(html: str) -> bool:
    page = f"<!doctype html><body><div>{html}</div><aside>after</aside>"
    return "after" in "".join(_seen(html5lib.parse(page, namespaceHTMLElements=False)))


def _seen(node: Any) -> Iterator[str]:
    if isinstance(node.tag, str) and _name(node) not in {
        *UNSEEN - {"noscript"},
        "select",
        "title",
        "textarea",
        "xmp",
        "object",
        "svg",
        "plaintext",
    }:
        yield node.text or ""
        for child in node:
            yield from _seen(child)
            yield child.tail or ""


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _text(node: Any) -> Iterator[str]:
    found = node.attrib if isinstance(node.tag, str) else {}
    hidden = "hidden" in found or "none" in found.get("style", "").lower() or "headerlink" in found.get("class", "").split()
    if isinstance(node.tag, str) and _name(node) not in UNSEEN and not hidden:
        yield node.text or ""
        for child in node:
            yield from _text(child)
            yield child.tail or ""


def _links(node: Any) -> Iterator[str]:
    if isinstance(node.tag, str):
        yield from (value for name, value in node.attrib.items() if name in {"href", "src"})


def _lines(node: Any, depth: int) -> Iterator[tuple[int, str]]:
    if isinstance(node.tag, str):
        yield depth, _name(node) or node.tag
        for child in node:
            yield from _lines(child, depth + 1)


def _nested(html: str) -> list[tuple[int, str]]:
    open_elements = OpenElements()
    found = []
    for token in tokens(html):
        if token.kind == "start":
            found.append((len(open_elements.rest()) + 1, token.name))
        open_elements.pass_by(token)
    return found
