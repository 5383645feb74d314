"""What `serve` keeps of the pages of the journal."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_journal.hosts.mkdocs.output_cache import OutputCache, _Whole


@pytest.mark.parametrize(
    ("themed", "whole"),
    [("<p>a</p>", "<p>a</p>"), ("<p>a</p>", "<p>a <b>c</b></p>"), ("aa", "aaa"), ("ab", "b"), ("", "a"), ("a", "")],
)
def test_a_page_is_what_it_was(themed: str, whole: str) -> None:
    assert _Whole.of(themed, whole).whole(themed) == whole


def test_a_page_that_the_theme_has_made_in_another_way_is_finished_again() -> None:
    """Whatever the reason."""
    cache, page = OutputCache(), SimpleNamespace(file=SimpleNamespace(src_uri="a.md"))
    finished: list[str] = []

    def finish(themed: str) -> str:
        finished.append(themed)
        return f"{themed}!"

    def made(page: Any, themed: str) -> str:
        cache._page = "a.md", b"key", _Whole.of("<p>", "<p>!")
        return cache.finished(page, themed, finish)

    assert [made(page, "<p>"), made(page, "<q>")] == ["<p>!", "<q>!"]
    assert made(SimpleNamespace(file=SimpleNamespace(src_uri="b.md")), "<p>") == "<p>!"
    assert finished == ["<q>", "<p>"]
