"""Titles and names with signs of HTML."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.title_texts import decoded, described, looks_like_markup, one_line, without_markup
from tests.growth import grows


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&T & R&D &copy &nope;", "AT&T & R&D &copy &nope;"),
        ("&amp;lt; &lt;3 &#128512; &#x41;", "&lt; <3 😀 A"),
        ("a&nbsp;b&#10;c", "a b c"),
    ],
)
def test_entities_are_decoded_once(written: str, text: str) -> None:
    assert decoded(written) == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Plain & < 3", "Plain & < 3"),
        ("Use <em>less</em> & <b class='x'>more</b>", "Use less & more"),
        ("A <script>alert(1)</script> B<style>x</style>", "A B"),
        ("The <video> element and Vec<T>", "The <video> element and Vec<T>"),
        ("<T>x</T> in <b>C</b>", "<T>x</T> in C"),
        ("An end </b> alone<br>", "An end </b> alone<br>"),
        ("<p></p>", "<p></p>"),
    ],
)
def test_markup_in_a_title_leaves_its_words(title: str, text: str) -> None:
    assert without_markup(title) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (" AT&amp;T \n and more", "AT&T and more"),
        ("Why Vec<T> and Map<K, V> grow", "Why Vec<T> and Map<K, V> grow"),
        ("The <video> element", "The <video> element"),
        ("One<br>two <em>and</em> <img src='x'> &lt;b&gt;<script>x</script>", "One two and <b>"),
        ("see <https://example.org/>, a < b", "see <https://example.org/>, a < b"),
        ("&nbsp;\u200b<br>", ""),
        ("\u200b", ""),
    ],
)
def test_a_description_is_plain_text(written: str, text: str) -> None:
    assert described(written) == text


@pytest.mark.parametrize(
    ("written", "text"), [(" R&amp;D\nlab ", "R&D lab"), ("\u200b &#8203;", ""), ("❤\ufe0f", "❤\ufe0f")]
)
def test_a_name_is_on_one_line(written: str, text: str) -> None:
    assert one_line(written) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("R&D", False),
        ("a < b & c", False),
        ("Vec<T>", False),
        ("</b>", True),
        ("&amp;", True),
        ("&#1", True),
        ("&copy", True),
    ],
)
def test_what_a_program_may_take_for_html(text: str, found: bool) -> None:
    assert looks_like_markup(text) is found


def test_silent_elements_inside_each_other_are_read_once() -> None:
    """In a drawing `<style>` is an element like others."""

    def text(size: int) -> str:
        return "<svg>" + "<style>a" * (size // 16) + "</style>" * (size // 16) + "words</svg>"

    assert described("<svg><style>a</style>words</svg>") == "<svg>words</svg>"
    assert not grows(described, text)
