"""The name that is meant by a misspelt one, among many."""

from __future__ import annotations

import random

import pytest

from mkdocs_journal import spelling
from mkdocs_journal.spelling import Spellings, distance, is_near

NAMES = sorted({"".join(random.Random(seed).choices("abcñ", k=seed % 12 + 1)) for seed in range(400)})


def test_the_nearest_of_many_names_is_the_one_that_a_comparison_with_each_finds() -> None:
    known = Spellings(NAMES)
    asked = ["".join(random.Random(-seed - 1).choices("abcñ", k=seed % 14 + 1)) for seed in range(400)]
    asked += [name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :] for name in NAMES for at in (0, 3)]

    for name in asked:
        near = [(distance(name, other), other) for other in NAMES if is_near(name, other)]
        assert known.nearest(name) == min(near, default=(0, ""))[1], name


def test_few_names_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counted(one: str, other: str) -> int:
        compared.append(other)
        return distance(one, other)

    monkeypatch.setattr(spelling, "distance", counted)
    known = Spellings(f"release {number * 7919:012}" for number in range(500))

    assert known.nearest(f"release {7919 * 3:012}x") == f"release {7919 * 3:012}"
    assert len(compared) < 20


def test_a_very_long_name_is_never_meant() -> None:
    assert Spellings(["a" * 41]).nearest("a" * 40) == ""
    assert Spellings(["a" * 40]).nearest("a" * 42) == "a" * 40
    assert Spellings(["a" * 40]).nearest("a" * 4_000) == ""
