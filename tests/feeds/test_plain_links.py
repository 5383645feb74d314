"""Links of plain names become absolute without taking them apart, and become the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journal.feeds.content import _absolute_name, _absolute_of_any
from tests.conftest import CI

PIECES = st.sampled_from(
    [
        "a",
        "b.html",
        "2024",
        "-",
        "_x~",
        "..",
        "../",
        "./",
        "/",
        "//",
        ".",
        ":",
        "#",
        "#s.1",
        "?q",
        "%20",
        "é",
        "index",
        "..a",
        ";",
        "A",
        "https://example.org/",
        "http://e.org",
        "HTTPS://E.org/",
        "https://e.org:80/",
        "//e.org/",
    ]
)
BASES = st.sampled_from(
    ["https://example.org/", "https://example.org/a/", "http://e.org/a/b.c/2024/", "https://example.org/a", "https://E.org/a//b/",
     "https://e.org:80/a/", "https://e.org/é/", "https://e.org./", "https://1.2.3.4/x/", "a/", "", "https://-/"]
)  # fmt: skip


@settings(max_examples=600, deadline=None, derandomize=CI, database=None)
@given(st.lists(PIECES, max_size=6).map("".join), BASES)
@example("", "https://example.org/a/")
@example("../../../a/", "https://example.org/a/b/")
@example("https://a.xn--0.org/", "")
@example("b/", "https://a.xn--0.org/")
def test_both_ways_make_the_same(link: str, base: str) -> None:
    assert _absolute_name(link, base) in {"", _absolute_of_any(link, base)}


@pytest.mark.parametrize("base", ["https://example.org/x/", ""])
@pytest.mark.parametrize("link", ["https://example.org/", "http://e-x.org/a/b.html#s", "https://1.2.3.example/a..b/~b/"])
def test_whole_addresses_are_not_taken_apart(link: str, base: str) -> None:
    assert _absolute_name(link, base) == _absolute_of_any(link, base)


@pytest.mark.parametrize("link", ["../b/", "c.html#s", "#s", "", "../../", "d/e/"])
def test_what_mkdocs_writes_is_not_taken_apart(link: str) -> None:
    assert _absolute_name(link, "https://example.org/x/a/") == _absolute_of_any(link, "https://example.org/x/a/")
