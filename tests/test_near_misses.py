"""Misspelt keys."""

from __future__ import annotations

import pytest

from mkdocs_journal.keys import KEYS
from mkdocs_journal.near_misses import THEIRS, distance, near_miss


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


@pytest.mark.parametrize(
    ("one", "other", "steps"), [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "axc", 1), ("ab", "cd", 2)]
)
def test_distance(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_keys_of_ours_are_not_theirs() -> None:
    assert not THEIRS & {name for key in KEYS for name in (key.name, *key.aliases)}
