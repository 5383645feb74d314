"""Excerpts and plain texts of what MkDocs and its extensions really render."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journal.text.excerpt import cut_excerpt, first_words, marked
from mkdocs_journal.text.html import balanced, plain_text

EXCERPTS = {
    "a heading with its permanent link": (
        '<h1 id="t">T<a class="headerlink" href="#t">¶</a></h1>\n<p>One</p>\n<p>Two</p>',
        "<p>One</p>",
    ),
    "a comment before the heading": ("<!-- author: x -->\n<h1>T</h1><p>One</p>", "<p>One</p>"),
    "a heading in the text above the mark stays, one level lower": (
        "<h1>T</h1><p>One</p><h2 id='a'>A</h2><p>Two</p><!-- more --><p>no</p>",
        "<p>One</p><h3>A</h3><p>Two</p>",
    ),
    "the first of two marks": ("<p>One</p><!-- more --><p>no</p><!-- more -->", "<p>One</p>"),
    "a mark with line ends in it": ("<p>One</p><!--\nmore\n--><p>no</p>", "<p>One</p>"),
    "a comment that only begins like the mark": ("<p>One</p><!-- more of it --><p>Two</p>", "<p>One</p>"),
    "nothing above the mark": ("<h1>T</h1><!-- more --><p>no</p>", ""),
    "comments are not shown": ("<p>One<!-- secret --></p>", "<p>One</p>"),
    "a paragraph of blanks": ("<p> \n&nbsp;</p><p>One</p>", "<p>One</p>"),
    "a paragraph of a picture and its caption": (
        '<figure><img src="x"><figcaption><p>no</p></figcaption></figure><p>One</p>',
        "<p>One</p>",
    ),
    "a fold": ("<details><summary>no</summary><p>no</p></details><p>One</p>", "<p>One</p>"),
    "an admonition with a box in it": (
        '<div class="admonition note"><p class="admonition-title">no</p><div><p>no</p></div></div><p>One</p>',
        "<p>One</p>",
    ),
    "a table of contents": ('<div class="toc"><ul><li><p>no</p></li></ul></div><p>One</p>', "<p>One</p>"),
    "a table": ("<table><tr><td><p>no</p></td></tr></table><p>One</p>", "<p>One</p>"),
    "a list whose items are not closed": ("<ul><li><p>no</p><li><p>no</p></ul><p>One</p>", "<p>One</p>"),
    "a rule and a picture before the text": ('<hr><img src="x"><br><p>One</p>', "<p>One</p>"),
    "boxes in boxes": ("<main><article><div><p>One</p></div></article></main>", "<p>One</p>"),
    "markup in the paragraph": (
        '<p class="lead">A <em>b</em> <a href="../x/" title="c">d</a> <code>e &lt; f</code></p>',
        '<p class="lead">A <em>b</em> <a href="../x/" title="c">d</a> <code>e &lt; f</code></p>',
    ),
    "identifiers in every spelling": (
        '<p ID=a>One <span id = \'b\' class="c" name="d">x</span></p>',
        '<p>One <span class="c">x</span></p>',
    ),
    "a mark in an open list": ("<ul><li>One<!-- more --></li><li>no</li></ul>", "<ul><li>One</li></ul>"),
    "a mark in emphasis in a quotation": (
        "<blockquote><p>One <em>two<!-- more --> no</em></p></blockquote>",
        "<blockquote><p>One <em>two</em></p></blockquote>",
    ),
    "controls and scripts above the mark": (
        "<p>One</p><form><input></form><button>no</button><script>no</script><style>no</style><!-- more -->",
        "<p>One</p>",
    ),
}


@pytest.mark.parametrize(("html", "excerpt"), EXCERPTS.values(), ids=EXCERPTS)
def test_the_excerpt_of_a_rendered_post(html: str, excerpt: str) -> None:
    assert cut_excerpt(html) == excerpt


MARKED = {
    "a comment on its own line": ("One\n\n<!--end-->\n\nTwo\n", "<!--end-->", "One\n\n<!-- more -->\n\nTwo\n"),
    "a comment in a line": ("One <!--end--> two", "<!--end-->", "One <!-- more --> two"),
    "the first of two comments": ("1<!--x-->2<!--x-->3", "<!--x-->", "1<!-- more -->2<!--x-->3"),
    "a comment named with blanks around": ("One<!--end-->two", " <!--end-->\n", "One<!-- more -->two"),
    "a rule stays on its line": ("One\n\n---\n\nTwo\n", "---", "One\n\n<!-- more -->\n\n---\n\nTwo\n"),
    "a heading stays a heading": ("One\n\n## Two\n", "## Two", "One\n\n<!-- more -->\n\n## Two\n"),
    "text at the beginning": ("Two\n", "Two", "<!-- more -->\n\nTwo\n"),
    "text in a line": ("One ~~~ two", "~~~", "One <!-- more -->~~~ two"),
    "a mark above it counts": ("One <!--MORE--> two ~~~ three", "~~~", "One <!--MORE--> two ~~~ three"),
    "a mark below it does not": ("1<!--x-->2<!-- more -->3", "<!--x-->", "1<!-- more -->2<!-- more -->3"),
    "it is not in the post": ("One\n\nTwo\n", "<!--end-->", "One\n\nTwo\n"),
    "the empty line of Jekyll": ("One\n\nTwo\n", "\n\n", "One\n\nTwo\n"),
    "none": ("One\n\nTwo\n", "", "One\n\nTwo\n"),
}


@pytest.mark.parametrize(("body", "separator", "wanted"), MARKED.values(), ids=MARKED)
def test_the_separator_of_an_author_becomes_the_mark(body: str, separator: str, wanted: str) -> None:
    assert marked(body, separator) == wanted


PLAIN = {
    "blocks are words apart": ("<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>", "a b c d"),
    "a word with markup within is one word": ("un<em>believ</em>able<sup>2</sup>", "unbelievable2"),
    "entities are letters": ("&lt;b&gt; &amp;amp; &eacute;&#233;&#xe9; &nbsp;x", "<b> &amp; ééé x"),
    "line ends and tabs are blanks": ("a\r\n\tb\n\n c", "a b c"),
    "a nested template": ("a<noscript><b>no</b></noscript>b", "ab"),
    "a script with a sign of its end": ("a<script>'</b>' < 1</script>b", "ab"),
    "a picture says nothing": ('a <img alt="no" src="x"> b', "a b"),
    "right to left": ("<p>שלום</p><p>سلام</p>", "שלום سلام"),
    "only markup": ("<div><br><hr></div>", ""),
}


@pytest.mark.parametrize(("html", "text"), PLAIN.values(), ids=PLAIN)
def test_the_words_of_a_rendered_post(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("text", "most", "words"),
    [
        ("", 10, ""),
        ("exactly ten", 11, "exactly ten"),
        ("one two", 6, "one…"),
        ("one – two", 8, "one…"),
        ("one. two", 7, "one…"),
        ("wait; what", 8, "wait…"),
        ("Grüße aus Köln", 10, "Grüße…"),
        ("日本語の文章です", 5, "日本語の…"),
    ],
)
def test_a_summary_is_cut_behind_a_word_without_its_comma(text: str, most: int, words: str) -> None:
    assert first_words(text, most) == words


@given(st.text(max_size=40), st.integers(min_value=1, max_value=40))
def test_a_summary_is_the_beginning_and_never_too_long(text: str, most: int) -> None:
    words = first_words(text, most)

    assert len(words) <= most
    assert words == text or (words.endswith("…") and text.startswith(words[:-1]))


VOID = {"br", "img", "hr"}


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<div class='x'>",
                "</div>",
                "<br>",
                "<img src=x>",
                "1",
                "<",
                "<!-- c -->",
                "<p ",
            ]
        ),
        max_size=12,
    )
)
@example(["<div class='x'>", "<b>", "</div>", "</b>", "1"])
@example(["<b>", "<p>", "</b>", "</p>"])
def test_whatever_is_cut_off_the_rest_of_the_page_is_not_inside(pieces: list[str]) -> None:
    """Read by Python's own parser: each end closes the element that was opened last, and in the end none is open."""
    reader = _Nesting()
    reader.feed(balanced("".join(pieces)))
    reader.close()

    assert reader.wrong == []
    assert reader.still_open == []


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.still_open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.still_open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.still_open and self.still_open[-1] != tag and self.still_open[-1] == "p":
            self.still_open.pop()  # the end of a paragraph may be left out
        if not self.still_open or self.still_open.pop() != tag:
            self.wrong.append(tag)
