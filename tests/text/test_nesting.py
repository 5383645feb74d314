"""HTML that nests as a browser reads it."""

from __future__ import annotations

import html5lib
import pytest
from html5lib.html5parser import ParseError
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.text.nesting import nested
from mkdocs_journal.text.tags import OpenElements, classes
from mkdocs_journal.text.tokens import tokens

CASES = {
    "entities without an end": ("a &amp b &notit; &#65 &#x42 &#128;&nbsp &", "a &amp; b ¬it; A B €\xa0 &amp;"),
    "numbers too long": ("&#" + "1" * 5_000 + ";&#000000000065;&#x1;", "\ufffdA"),
    "comment with an element": ("<!-- a --><!-- <p>b</p>", "<!-- a -->"),
    "what nests already": ("<div><p>a <b>b</b><br></p><ul><li>c</li></ul></div>", None),
    "a block in a paragraph": ("<p>a <b>b<div>c</div></b></p>", "<p>a <b>b</b></p><div>c</div>"),
    "a paragraph after another": ("<p>a<p>b", "<p>a</p><p>b</p>"),
    "a heading in a heading": ("<h2>a<h3>b</h2>", "<h2>a</h2><h3>b</h3>"),
    "a link in a link": ("<a>a<b><a>b</a></b></a>", "<a>a<b></b></a><a>b</a>"),
    "items": ("<ul><li>a<li><p>b<li>c</ul>", "<ul><li>a</li><li><p>b</p></li><li>c</li></ul>"),
    "an item in an item": ("<ul><li><section><li>a", "<ul><li><section><li>a</li></section></li></ul>"),
    "lists in items": ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "definitions": ("<dl><dt>a<dd>b<div>c<dt>d</dl>", "<dl><dt>a</dt><dd>b<div>c</div></dd><dt>d</dt></dl>"),
    "ends without a beginning": ("</p>a</div></br></td>", "a"),
    "crossed ends": ("<b><i>a</b>c</i>", "<b><i>a</i></b>c"),
    "elements that close themselves": ("<div class='x' />a<br/>", "<div class='x'></div>a<br/>"),
    "rows": (
        "<table><thead><tr><th>a<tbody><tr><td>b<td>c<tr><td>d</table>",
        (
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr>"
            "</tbody></table>"
        ),
    ),
    "columns and a caption": (
        "<table><caption>a<colgroup><col><col><tr><td>b</td></tr></table>",
        "<table><caption>a</caption><colgroup><col><col></colgroup><tr><td>b</td></tr></table>",
    ),
    "words beside columns": ("<table><colgroup>a</table>", "<table><colgroup></colgroup><tr><td>a</td></tr></table>"),
    "a column behind rows": ("<table><tbody><col></table>", "<table><tbody></tbody><col></table>"),
    "a cell without a row": ("<table><td>a</table>", "<table><tr><td>a</td></tr></table>"),
    "words in no cell": (
        "<table> a<tr>b</tr><p>c",
        "<table><tr><td> a</td></tr><tr><td>b</td></tr><tr><td><p>c</p></td></tr></table>",
    ),
    "parts of no table": ("<tr><td>a</td></tr><col>", "a"),
    "ends inside a cell": (
        "<div><table><tr><td>a</div></th></tr></table></div>",
        "<div><table><tr><td>a</td></tr></table></div>",
    ),
    "a table in a cell": (
        "<table><tr><td><table><tr><td>a</table></table>",
        "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
    ),
    "the end of a row that is not open": (
        "<table><caption>a</tr></caption></table>",
        "<table><caption>a</caption></table>",
    ),
    "a formula": ("<p><math><mspace/><mi>a</mi></math></p>", None),
    "parts of no formula": ("<mi>a</mi><mspace/>", "a"),
    "signs": (
        "a < b && c &amp; &#60; &#x3c; &copy &nope; &",
        "a &lt; b &amp;&amp; c &amp; &#60; &#x3c; © &amp;nope; &amp;",
    ),
    "numbers that no text can hold": ("&#0;&#1;&#x92;&#xD800;&#9999999;", "\ufffd’\ufffd\ufffd"),
    "comments": ("<!-- a -->b<!-- c", "<!-- a -->b"),
}


@pytest.mark.parametrize(("html", "wanted"), CASES.values(), ids=CASES)
def test_nested(html: str, wanted: str | None) -> None:
    assert nested(tokens(html)) == (html if wanted is None else wanted)


PIECES = [
    "a",
    " ",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<a href='x'>",
    "</a>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
]
PIECES += [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<tbody>",
    "<h2>",
    "</h2>",
    "<h3>",
    "<pre>",
    "</pre>",
]
PIECES += [
    "<br>",
    "&",
    "&amp;",
    "< ",
    "&#0;",
    "&#x92;",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<blockquote>",
    "</blockquote>",
    "<section/>",
    "<hr>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_a_strict_parser_has_nothing_to_mend(pieces: list[str]) -> None:
    """html5lib raises at the first thing that HTML does not allow."""
    written = nested(tokens("".join(pieces)))

    try:
        html5lib.HTMLParser(strict=True).parseFragment(written)
    except ParseError as error:
        pytest.fail(f"{written!r}: {error}")
    assert nested(tokens(written)) == written


def test_elements_are_open_until_they_are_closed() -> None:
    elements = OpenElements()
    for name in ("a", "b", "a"):
        elements.push(name)

    assert (len(elements), elements.innermost, "a" in elements, "x" in elements) == (3, "a", True, False)
    assert (elements.close("b"), elements.close("x"), elements.pop()) == (["a", "b"], [], "a")
    assert (len(elements), elements.innermost) == (0, "")


@pytest.mark.parametrize(
    ("tag", "names"), [("<p>", set()), ('<p data-class="x">', set()), ('<p CLASS=" a b-c ">', {"a", "b-c"})]
)
def test_classes_are_whole_words(tag: str, names: set[str]) -> None:
    assert classes(tag) == names
