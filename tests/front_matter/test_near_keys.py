"""Misspelt keys."""

from __future__ import annotations

import pytest

from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.front_matter.near_keys import OTHER_KEYS, near_miss
from mkdocs_journal.spelling import distance


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("tilte", "title"),
        ("last_updatd", "last_updated"),
        ("lst_updatd", "last_updated"),
        ("descripton", "description"),
        ("catagories", "categories"),
        ("tgas", "tags"),
        ("authr", "author"),
        ("dat", "date"),
        ("math", ""),
        ("data", ""),
        ("status", ""),
        ("by", ""),
        ("x", ""),
        ("title", ""),
        ("something_else", ""),
    ],
)
def test_near_miss(name: str, meant: str) -> None:
    assert near_miss(name) == meant


WORDPRESS = (
    "id author date date_gmt title excerpt status comment_status ping_status password name to_ping pinged modified_date "
    "modified_gmt post_parent guid menu_order post_mime_type comment_count category post_tag post_format permalink tags "
    "categories dsq_thread_id published type layout wordpress_id wordpress_url meta login display_name email url"
)


@pytest.mark.parametrize("name", WORDPRESS.split())
def test_keys_of_a_moved_blog_are_no_misspellings(name: str) -> None:
    """What the exporters of WordPress and Jekyll's importers write."""
    assert near_miss(name) == ""


@pytest.mark.parametrize(
    ("one", "other", "steps"), [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "axc", 1), ("ab", "cd", 2)]
)
def test_distance(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_keys_of_the_journal_are_not_keys_of_other_programs() -> None:
    assert not OTHER_KEYS & {name for key in KEYS for name in (key.name, *key.aliases)}
