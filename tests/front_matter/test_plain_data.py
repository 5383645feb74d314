"""Values as plain data."""

from __future__ import annotations

import gc

import pytest
import yaml

from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.yaml_values import Scalar


def _nodes() -> int:
    gc.collect()
    return sum(isinstance(thing, yaml.Node) for thing in gc.get_objects())


@pytest.mark.parametrize("text", ["/old/0/", "12", "2024-13-45T99:00:00", "1_000"])
def test_nothing_of_a_value_is_kept(text: str) -> None:
    """`mkdocs serve` reads the same posts again and again, and must not grow."""
    before = _nodes()
    for _ in range(100):
        plain(Scalar(text, 1, 1))
    assert _nodes() == before
