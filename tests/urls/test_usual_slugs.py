"""A text in ASCII becomes the slug that any text becomes, in one step."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journal.urls.slugs import _slug_of_any, slugify
from tests.conftest import CI


@settings(max_examples=300, deadline=None, derandomize=CI, database=None)
@given(st.text(st.characters(max_codepoint=127), max_size=20), st.sampled_from(["pretty", "default", "ascii", "latin"]))
def test_both_ways_make_the_same(text: str, mode: str) -> None:
    assert slugify(text, mode) == _slug_of_any(text, mode)
