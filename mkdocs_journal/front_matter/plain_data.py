"""YAML values as plain data."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import yaml

from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Value


def plain(value: Value) -> object:
    """Return a value as plain data as YAML reads it: text, numbers, dates, lists, maps.

    A scalar that looks like a number or a date but is invalid (thousands of digits, `2024-13-45`) stays text.
    """
    if isinstance(value, ListValue):
        return [plain(item) for item in value.items]
    if isinstance(value, MapValue):
        return {key.text: plain(item) for key, item in value.entries}
    if value.quoted or (value.text[:1].isalpha() and value.text.lower() not in _WORDS):
        return value.text
    if _DAY.fullmatch(value.text):
        return _day(value.text)
    tag = _RESOLVER.resolve(yaml.ScalarNode, value.text, (True, False))  # type: ignore[no-untyped-call]
    node = yaml.ScalarNode(tag, value.text)
    try:
        found: object = yaml.constructor.SafeConstructor().construct_object(node)  # one that is used again keeps all nodes
        return value.text if isinstance(found, int) and found.bit_length() > _MOST_BITS else found
    except (ValueError, OverflowError, yaml.YAMLError):
        return value.text


def _day(text: str) -> object:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


_MOST_BITS: Final = 10_000
"""Of a whole number; Python writes none of more than 4,300 digits."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""The usual form of a date; YAML's loader takes ten times as long for it."""
_WORDS: Final = frozenset({"yes", "no", "true", "false", "on", "off", "null"})
_RESOLVER: Final = yaml.resolver.Resolver()
