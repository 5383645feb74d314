"""`shown_heading()`: the words of the heading as readers see them."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.shown_heading import shown_heading

HEADINGS = [
    ("<h1>Plain</h1>", "Plain"),
    ("<p>x</p>\n<H1 id='a' class=\"b\">Upper case</H1>", "Upper case"),
    ("<h1>Using a<em>b</em>c &amp; <code>&lt;T&gt;</code></h1>", "Using abc & <T>"),
    ("<h1>A <br> B<wbr>C</h1>", "A BC"),
    ('<h1>With <a href="x">a link</a></h1>', "With a link"),
    ('<h1 id="t">T<a class="headerlink" href="#t" title="Permanent link">&para;</a></h1>', "T"),
    ('<h1 id="t"><a class="anchor" href="#t">#</a> T</h1>', "T"),
    ('<h1 id="t"><a class="toclink" href="#t">All of it</a></h1>', "All of it"),
    ('<h1>F<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> x</h1>', "F x"),
    ('<h1>F<sup id="fnref2:a-b">1</sup> x<a class="footnote-ref" href="#fn:1">1</a></h1>', "F x"),
    ("<h1>x<sup>2</sup></h1>", "x2"),
    ('<h1>Go <img alt="🎉" class="emojione" src="x.svg" title=":tada:"> on</h1>', "Go 🎉 on"),
    ('<h1>Go <img src="x.svg"> on</h1>', "Go on"),
    ('<h1>Go <span class="twemoji"><svg><path d="M0"/><title>t</title></svg></span> on</h1>', "Go on"),
    ('<h1>The <abbr title="HyperText">HTML</abbr></h1>', "The HTML"),
    ("<!-- <h1>no</h1> --><h1>Yes</h1>", "Yes"),
    ("<script>'<h1>no</h1>'</script><h1>Yes</h1>", "Yes"),
    ("<h1>First</h1><h1>Second</h1>", "First"),
    ("<h1>never closed", ""),
    ("<h1></h1>", ""),
    ("<h10>no</h10>", ""),
    ("<h2>no</h2>", ""),
    ("", ""),
]


@pytest.mark.parametrize(("html", "words"), HEADINGS)
def test_the_words_of_the_first_heading(html: str, words: str) -> None:
    assert shown_heading(html) == words
