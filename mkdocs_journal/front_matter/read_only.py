"""Plain data that cannot be changed in place: a build reads the front matter of a post in many places."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


def read_only(value: object) -> Any:
    """Return plain data with every map read-only and every list a tuple; what is read-only stays as it is."""
    if isinstance(value, (str, MappingProxyType)):
        return value
    if isinstance(value, (list, tuple)):
        return tuple(read_only(item) for item in value)
    return MappingProxyType({key: read_only(item) for key, item in value.items()}) if isinstance(value, Mapping) else value


def copied(value: object) -> Any:
    """Return a copy of read-only data, of maps and lists that may be changed."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [copied(item) for item in value]
    return {key: copied(item) for key, item in value.items()} if isinstance(value, Mapping) else value
