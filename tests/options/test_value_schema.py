"""What is found out about a reader by trying values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_journal.options.value_schema import Trial, schema_of


def only(*kinds: type) -> Callable[[object], object]:
    """Return a reader of values of some types, true and false aside."""

    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise ValueError(kinds)
        return value

    return read


def empty_map(value: object) -> object:
    if value != {} or not isinstance(value, dict):
        raise ValueError(value)
    return value


@pytest.mark.parametrize(
    ("read", "written", "schema"),
    [
        (only(int), [1], {"type": ["integer"]}),
        (only(int, float), [1], {"type": ["number"]}),
        (only(str), ["a"], {"type": ["string"]}),
        (empty_map, [{}], {"type": ["object"]}),
        (lambda value: value, [], {}),
    ],
    ids=["any whole number", "any number", "any text", "a map without names", "anything"],
)
def test_schemas(read: Callable[[object], object], written: list[object], schema: dict[str, Any]) -> None:
    assert schema_of(Trial(read, written, ("a", "b"))) == schema


def test_lists_and_maps_are_described_as_deep_as_wanted() -> None:
    assert schema_of(Trial(only(dict), [{"a": 1}], ("a",), depth=0)) == {"type": ["object"]}
    assert schema_of(Trial(only(list), [[1]], (), depth=0)) == {"type": ["array"]}
