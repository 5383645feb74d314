"""Names as parts of URLs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.urls.slugs import MAX_SLUG_BYTES, distinct_slugs, shortened, slugify, term_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Plain Title", "Plain-Title"),
        ("dots.in.name", "dots.in.name"),
        ('C++ & C# "tips" (100%) [x] ?', "C++-&-C-tips-(100-)-x"),
        ("ünïcödé-日本語", "ünïcödé-日本語"),
        ("cafe\u0301", "café"),
        ("a--b---c", "a-b-c"),
        ("Mixed_CASE and spaces", "Mixed_CASE-and-spaces"),
        ("🚀", ""),
    ],
)
def test_slugify_keeps_what_jekyll_keeps(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("mode", "slug"),
    [
        ("default", "Ünï-Łódź-ßeta-日本-x-y"),
        ("ascii", "n-d-eta-x-y"),
        ("latin", "Uni-Lodz-sseta-日本-x-y"),
        ("raw", "Ünï-Łódź-ßeta-日本-x_&_y"),
        ("none", "Ünï Łódź ßeta 日本 x_&_y"),
    ],
)
def test_slugify_has_the_modes_of_jekyll(mode: str, slug: str) -> None:
    assert slugify("Ünï Łódź ßeta 日本 x_&_y", mode) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Open Source", "open-source"),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "dotnet"),
        ("rel/v1.22.0", "rel-v1-22-0"),
        ("日本語", "日本語"),
        ("Straße", "strasse"),
        ("Felix/Kideya", "felix-kideya"),
        ("..", "u-2e-2e"),
        ("!!!", "u-21-21-21"),
        ("🎉", "u-1f389"),
    ],
)
def test_a_term_has_a_slug_in_lower_case(name: str, slug: str) -> None:
    assert term_slug(name) == slug


def test_two_terms_never_share_a_slug_or_a_reserved_name() -> None:
    slugs = distinct_slugs(["a b", "a/b", "index", "CON"])

    assert slugs == {"a b": "a-b", "a/b": "a-b-2", "index": "index-2", "CON": "con-2"}


@pytest.mark.parametrize(
    "slugs",
    [
        {"page": "page", "page-2": "page-2"},
        {"page-2": "page-2", "Page": "page", "page 3": "page-3"},
        {"a b": "a-b", "a/b": "a-b-3", "a-b-2": "a-b-2"},
        {"index": "index-3", "index 2": "index-2"},
    ],
)
def test_a_name_keeps_the_slug_that_it_makes_by_itself(slugs: dict[str, str]) -> None:
    """A number that another name needs to be distinct is never the own slug of a third."""
    assert distinct_slugs(slugs) == slugs


@pytest.mark.parametrize("name", ["❤️", "❤", "\u200b❤", "❤\ufe0e"])
def test_a_sign_has_one_slug_however_it_is_drawn(name: str) -> None:
    assert term_slug(name) == "u-2764"


def test_a_name_of_invisible_characters_still_has_a_slug() -> None:
    assert term_slug("\u200b") == "u-200b"


def test_a_long_slug_is_cut_at_a_character_and_stays_distinct() -> None:
    first, second = shortened("漢" * 120 + "a"), shortened("漢" * 120 + "b")

    assert first != second
    assert all(len(slug.encode()) <= MAX_SLUG_BYTES for slug in (first, second))
    assert first.startswith("漢" * 60)


@given(st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=12))
def test_slugs_are_injective_and_safe(names: list[str]) -> None:
    """Whatever the names: as many slugs as names, none empty, none with a path in it."""
    slugs = distinct_slugs(names)

    assert len(set(slugs.values())) == len(names)
    for slug in slugs.values():
        assert slug
        assert not set(slug) & set("/\\.?#%:")
