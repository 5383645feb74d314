"""Entities decoded, whatever their numbers are."""

from __future__ import annotations

from html import unescape

import pytest

from mkdocs_journal.text.entities import unescaped

LONG = "1" * 5_000


@pytest.mark.parametrize("text", ["a & b", "&amp;amp; &lt &notit; &#65; &#x41; &#0; &#128; &#1114112;", "&#0000065;", ""])
def test_entities_are_those_of_the_standard_library(text: str) -> None:
    assert unescaped(text) == unescape(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"a&#{LONG};b", "a\ufffdb"),
        (f"a&#{LONG}b", "a\ufffdb"),
        (f"&#x{LONG};", "\ufffd"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#" + "0" * 5_000 + ";", "\ufffd"),
    ],
)
def test_numbers_that_the_standard_library_does_not_take(text: str, wanted: str) -> None:
    assert unescaped(text) == wanted
