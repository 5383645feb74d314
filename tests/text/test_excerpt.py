"""The beginning of a post, cut from its final HTML."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.excerpt import cut_excerpt, first_words

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
    "nothing": ("<ul><li>x</li></ul>", ""),
    "an empty post": ("", ""),
    "a paragraph that is never closed": ("<p>One", ""),
}


@pytest.mark.parametrize(("html", "excerpt"), CASES.values(), ids=CASES)
def test_excerpt(html: str, excerpt: str) -> None:
    assert cut_excerpt(html) == excerpt


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
