"""HTML read as tokens: what html5lib does not decide for us, and each kind once."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.html import balanced, plain_text
from mkdocs_journal.text.tags import without_attributes
from mkdocs_journal.text.tokens import tokens

KINDS = {
    "<!-->a": ["comment <!-->", "text a"],
    "<!--->a": ["comment <!--->", "text a"],
    "<!-- a --!>b": ["comment <!-- a --!>", "text b"],
    "a <ä b": ["text a <ä b"],
    "</3>a": ["other </3>", "text a"],
    "</": ["text </"],
    "</a": ["text </a"],
    "<p don't>a": ["start <p don't>", "text a"],
    "<svg><style/>a</svg>": ["start <svg>", "start <style/>", "text a", "end </svg>"],
    "<svg><a x=y/>": ["start <svg>", "start <a x=y/>"],
    "<svg><![CDATA[<b>]]></svg>": ["start <svg>", "cdata <![CDATA[<b>]]>", "end </svg>"],
    "<svg><![CDATA[<b>": ["start <svg>", "cdata <![CDATA[<b>"],
    "<svg><g><p>a": ["start <svg>", "start <g>", "end ", "end ", "start <p>", "text a"],
    "<svg/><style>a</style>": ["start <svg/>", "start <style>", "raw a", "end </style>"],
    "<div><svg></div><style>a": ["start <div>", "start <svg>", "end ", "end </div>", "start <style>", "raw a"],
    "<svg><desc><br><style>a</style></i></desc></svg>": [
        "start <svg>", "start <desc>", "start <br>", "start <style>", "raw a", "end </style>", "end </i>", "end </desc>",
        "end </svg>",
    ],
    "<math><annotation-xml><svg><style/>": ["start <math>", "start <annotation-xml>", "start <svg>", "start <style/>"],
    "<math><mi><mglyph/><style>a": ["start <math>", "start <mi>", "start <mglyph/>", "start <style>", "raw a"],
    "<script><!-- <script>a</script> --></script>b": [
        "start <script>", "raw <!-- <script>a</script> -->", "end </script>", "text b",
    ],
    "<script><!--><script>a</script>b": ["start <script>", "raw <!--><script>a", "end </script>", "text b"],
    "<iframe><p></iframe>": ["start <iframe>", "raw <p>", "end </iframe>"],
}  # fmt: skip


@pytest.mark.parametrize(("html", "found"), KINDS.items())
def test_tokens(html: str, found: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in tokens(html)] == found


def test_a_drawing_that_an_element_of_html_ends_is_closed_before_it() -> None:
    assert balanced("<svg><g><p>a") == "<svg><g></g></svg><p>a</p>"


def test_character_data_of_a_drawing_is_text() -> None:
    assert plain_text("<svg><![CDATA[a < b &amp;]]></svg>") == "a < b &amp;"


PLAIN = {
    "<a class='x headerlink' href=/a>¶</a>b": "b",
    "<a href=/headerlink>a</a><a class=headerlinks>b</a>": "ab",
    "<p>a<span hidden>b</span><i style='color: red;DISPLAY :none'>c</i><b class=hidden>d</b>": "ad",
    "<div><template><template>a</template>b</template>c</div>d": "c d",
}


@pytest.mark.parametrize(("html", "words"), PLAIN.items())
def test_plain_text_is_what_the_page_shows(html: str, words: str) -> None:
    assert plain_text(html) == words


REMOVED = {
    "<p id=>": "<p>",
    "<p id= class=x>": "<p>",
    "<p id= >": "<p>",
    "<p id=a'b>": "<p>",
    '<p id="a"b=c>': "<p b=c>",
    '<p class="a"ID="b">': '<p class="a">',
    '<p title="a id=b" id>': '<p title="a id=b">',
    '<svg id="a"/>': "<svg/>",
}


@pytest.mark.parametrize(("tag", "left"), REMOVED.items())
def test_attributes_are_removed_as_a_browser_reads_them(tag: str, left: str) -> None:
    assert without_attributes(tag, {"id"}) == left
