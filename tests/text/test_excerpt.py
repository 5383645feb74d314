"""The beginning of a post, cut from its final HTML."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.excerpt import beginning, cut_any_excerpt, cut_excerpt, first_words, has_more
from tests.growth import grows

CASES = {
    "the first paragraph": ("<h1>T</h1><p>One</p><p>Two</p>", "<p>One</p>"),
    "above the mark": ("<h1>T</h1>\n<p>One</p><ul><li>x</li></ul><!-- more --><p>Two</p>", "<p>One</p><ul><li>x</li></ul>"),
    "a mark in another spelling": ("<p>One</p><!--MORE--><p>Two</p>", "<p>One</p>"),
    "a mark within an element": ("<div><p>One<!--more--> two</p></div>", "<div><p>One</p></div>"),
    "no heading, picture or list": (
        "<h2>H</h2><p><img src='x'></p><ul><li><p>no</p></li></ul><p>One</p>",
        "<p>One</p>",
    ),
    "no admonition or code": (
        "<div class='admonition'><p>no</p></div><div class='highlight'><pre>x</pre></div><p>One</p>",
        "<p>One</p>",
    ),
    "within a section": ("<section><p>One</p></section>", "<p>One</p>"),
    "not within a quotation": ("<blockquote><p>no</p></blockquote><p>One</p>", "<p>One</p>"),
    "after elements that end together": ("<ul><li><b>no</ul><p>One</p>", "<p>One</p>"),
    "without identifiers": ("<p id='x'>One <a name=\"y\" href='z'>l</a></p>", "<p>One <a href='z'>l</a></p>"),
    "without footnotes, scripts and controls": (
        (
            "<p>One<sup id='fnref:1'><a class='footnote-ref' href='#fn:1'>1</a></sup>"
            "<script>x</script><input><a class='footnote-ref'>2</a></p>"
        ),
        "<p>One</p>",
    ),
    "a superscript stays": ("<p>m<sup>2</sup></p>", "<p>m<sup>2</sup></p>"),
    "what the page does not show": (
        "<p hidden>no</p><div style='display:none'><p>no</p></div><p>One<span style='Visibility: hidden'> no</span></p>",
        "<p>One</p>",
    ),
    "what is hidden and has no end": ("<p hidden>no<p>One", "<p>One</p>"),
    "nothing": ("<h2>x</h2><hr><img src='a.png'>", ""),
    "an empty post": ("", ""),
    "a paragraph that is never closed": ("<p>One", "<p>One</p>"),
    "a paragraph that another block closes": ("<p>One<ul><li>x</li></ul>", "<p>One</p>"),
    "a paragraph that the end around it closes": ("<section><p>One</section>Two", "<p>One</p>"),
    "code in a paragraph that has the class of a block": (
        '<p>a <code class="highlight">b</code></p>',
        '<p>a <code class="highlight">b</code></p>',
    ),
    "around it what HTML does not know": ("<root><x-y><span><p>One</p></span></x-y></root>", "<p>One</p>"),
    "a whole document": ("<html><head></head><body><h1>T</h1><p>One</p></body></html>", "<p>One</p>"),
    "a whole document with all that belongs to it": (
        "<!DOCTYPE html>\n<html lang=en><head><title>x</title><style>y</style></head><body class=z>\n<p>One</p>",
        "<p>One</p>",
    ),
    "class names are whole words": ("<div class='protocol highlighted footnotes-not'><p>One</p></div>", "<p>One</p>"),
    "a list": ("<h2>Added</h2><ul><li>x</li></ul><ol><li>y</li></ol>", "<ul><li>x</li></ul>"),
    "a quotation, not the code before it": (
        "<pre>c</pre><blockquote><p>One</p></blockquote>",
        "<blockquote><p>One</p></blockquote>",
    ),
    "an admonition": (
        '<div class="admonition note"><p class="admonition-title">N</p><p>One</p></div>',
        '<div class="admonition note"><p class="admonition-title">N</p><p>One</p></div>',
    ),
    "definitions": ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
    "a table in a wrapper": (
        '<div class="md-typeset__table"><table><tr><td>a</td></tr></table></div>',
        "<table><tr><td>a</td></tr></table>",
    ),
    "words in no element": ("<div>One <b>two</b><hr>three</div>", "<p>One <b>two</b></p>"),
    "a formula in no element": (
        "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> is <ruby>a<rt>b</rt></ruby><hr>no",
        "<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> is <ruby>a<rt>b</rt></ruby></p>",
    ),
    "words at the end": ("<hr>One", "<p>One</p>"),
    "code alone, without its numbers": (
        "<nav>n</nav><div class='highlight'><table><tr><td class='linenos'>1</td><td>x</td></tr></table></div><pre>y</pre>",
        "<div class='highlight'><table><tr><td>x</td></tr></table></div>",
    ),
    "no contents, notes or films": (
        "<div class='toc'><ul><li>a</li></ul></div><video>b</video><div class='footnote'><p>c</p></div><ul><li>d</li></ul>",
        "<ul><li>d</li></ul>",
    ),
    "a paragraph of nothing that is seen": ("<p>\u200b&shy;&#8203;</p><p>One</p>", "<p>One</p>"),
    "a paragraph of a drawing": ("<p><svg><text>x</text></svg></p><p>One <svg/></p>", "<p>One <svg/></p>"),
    "a block without words": ("<ul><li><img src=a></li></ul><ul><li>b</li></ul>", "<ul><li>b</li></ul>"),
    "the beginning of a long list": (
        "<ul>" + "<li>x</li>" * 9 + "</ul>",
        "<ul>" + "<li>x</li>" * 5 + "</ul>",
    ),
    "the beginning of long code": ("<pre>" + "x\n" * 30 + "</pre>", "<pre>" + "x\n" * 9 + "x</pre>"),
    "a list that the end around it closes": ("<div><ul><li>a</div><ul><li>b</li></ul>", "<ul><li>a</li></ul>"),
    "the state of tasks": (
        (
            '<ul class="task-list"><li class="task-list-item"><label class="task-list-control"><input type="checkbox" '
            'disabled checked/><span class="task-list-indicator"></span></label> a</li>'
            '<li><input type="checkbox"/> b <input type="radio"></li></ul>'
        ),
        '<ul class="task-list"><li class="task-list-item">☑ a</li><li>☐ b </li></ul>',
    ),
    "headings are lower": ("<p>a</p><h2 id=x>B</h2><H6>c</h6><!-- more -->", "<p>a</p><h3>B</h3><h6>c</h6>"),
    "headings are lower by two": ("<p>a</p><h1>B</h1><h2>c</h2><!-- more -->", "<p>a</p><h3>B</h3><h4>c</h4>"),
    "a heading whose end is that of a formula": (
        "<math><mi><h2>a<math></p>b<!-- more -->",
        "<math><mi><h3>a<math></math></h3></mi></math>b",
    ),
    "a lazy picture": (
        "<p>a <img src='p.gif' data-src='r.png'></p>",
        '<p>a <img src="r.png"></p>',
    ),
    "identifiers in words stay": ('<p>a <img alt="the id=5" id="x" src="a"></p>', '<p>a <img alt="the id=5" src="a"></p>'),
    "a superscript with a name": ('<p>a<sup class="x" id="y">2</sup></p>', '<p>a<sup class="x">2</sup></p>'),
}


@pytest.mark.parametrize(("html", "excerpt"), CASES.values(), ids=CASES)
def test_excerpt(html: str, excerpt: str) -> None:
    assert cut_excerpt(html) == excerpt


TABS = '<div class="tabbed-set{style}" data-tabs="1:2"><input checked="checked" type="radio"/>{inside}</div>'
ABOVE = (
    '<input type="radio"/><div class="tabbed-labels"><label for="a">A</label><label>B</label></div>'
    '<div class="tabbed-content"><div class="tabbed-block"><p>a <b>x</b></p></div>'
    '<div class="tabbed-block"><p>b</p><div>c</div></div></div>'
)
EACH = (
    '<label>A</label><div class="tabbed-content"><p>a</p></div>'
    '<input type="radio"/><label>B</label><div class="tabbed-content">b</div>'
)


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (TABS.format(style=" tabbed-alternate", inside=ABOVE), "<p>a <b>x</b></p>"),
        (TABS.format(style="", inside=EACH), "<p>a</p>"),
        (
            TABS.format(
                style="", inside='<div class="tabbed-content">' + TABS.format(style=" tabbed-alternate", inside=ABOVE)
            ),
            "<p>a <b>x</b></p>",
        ),
        (
            TABS.format(style="", inside='<div class="x"><div class="tabbed-labelled">y</div></i></div>z'),
            '<div class="x"><div class="tabbed-labelled">y</div></div>z',
        ),
    ],
    ids=["labels above", "each label at its content", "tabs in a tab", "other elements"],
)
def test_one_tab_is_shown(inside: str, wanted: str) -> None:
    """Controls do not work on another page, and all tabs one below the other are no text."""
    assert cut_excerpt(f"<p>One</p>{inside}<p>Two</p><!-- more --><p>no</p>") == f"<p>One</p>{wanted}<p>Two</p>"


@pytest.mark.parametrize(
    ("html", "excerpt"),
    [
        ("<h2>The title</h2><p>One</p><h2>Two</h2><!-- more -->", "<p>One</p><h3>Two</h3>"),
        ("<div><h1>Another</h1><h2>The title!</h2><p>One</p></div><!-- more -->", "<div><p>One</p></div>"),
        ("<p>One</p><h3>the title</h3><h3>The title of more</h3><!-- more -->", "<p>One</p><h4>The title of more</h4>"),
        ("<h2>Another</h2><h2>The title of more</h2><!-- more -->", "<h3>Another</h3><h3>The title of more</h3>"),
        ("<p>One</p><h2>The title<!-- more -->", "<p>One</p><h3>The title</h3>"),
    ],
)
def test_a_heading_that_repeats_the_title_is_not_part_of_it(html: str, excerpt: str) -> None:
    assert cut_excerpt(html, "The title") == excerpt


def test_the_words_of_the_beginning_have_each_formula_once() -> None:
    html = (
        '<p>Half is <span class="katex"><math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac>'
        '<annotation encoding="application/x-tex">\\frac{1}{2}</annotation></semantics></math>'
        '<span aria-hidden="true">21</span></span>.</p>'
    )

    assert beginning(html) == r"Half is \frac{1}{2}."
    assert beginning("<p>Half</p>") == "Half"


@pytest.mark.parametrize(
    ("text", "most", "words"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two, three", 10, "one two…"),
        ("onetwothree", 5, "onet…"),
    ],
)
def test_a_summary_ends_behind_a_word(text: str, most: int, words: str) -> None:
    assert first_words(text, most) == words


@pytest.mark.parametrize(
    "tag", ['<base href="https://e.org/">', '<meta http-equiv=refresh content="0;url=/">', "<LINK rel=stylesheet>"]
)
def test_what_would_change_the_whole_page_is_left_out(tag: str) -> None:
    assert cut_excerpt(f"<p>one {tag}two</p>") == "<p>one two</p>"
    assert cut_excerpt(f"<p>one {tag}two</p><!-- more -->{tag}") == "<p>one two</p>"


@pytest.mark.parametrize(
    ("html", "excerpt", "more"),
    [
        ("<p>One two</p>", "<p>One two</p>", False),
        ("<h1>A heading of its own</h1><p>One</p>", "<p>One</p>", False),
        ("<p>One</p><p>two</p>", "<p>One</p>", True),
        ("<p>One</p><img src='a.png'>", "<p>One</p>", True),
        ("<p>One</p><p> </p><hr>", "<p>One</p>", False),
        ("<p>One</p>" + " " * 2_000 + "<p>two</p>", "<p>One</p>", True),
    ],
)
def test_whether_a_post_has_more_than_its_excerpt(html: str, excerpt: str, more: bool) -> None:
    """Words, pictures and code count; the first heading, blanks and rules do not."""
    assert has_more(html, excerpt, "Title") is more


@pytest.mark.parametrize("heading", ["<h2>a</h2>", "<h2></h2>"])
def test_a_long_title_is_read_once_for_all_headings(heading: str) -> None:
    def text(size: int) -> str:
        return heading * (size // len(heading))

    assert not grows(lambda html: cut_any_excerpt(html, "a " * len(html)), text)
