"""Plain data of YAML in which every value has its line and column."""

from __future__ import annotations

from typing import Final, NamedTuple

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A text, number, date or null, always as written."""

    text: str
    line: int
    """Counted from 1, in the file."""
    column: int
    """Counted from 1, in characters."""
    quoted: bool = False
    """Whether it was in quotes or a block."""

    @property
    def null(self) -> bool:
        """Whether YAML reads it as null."""
        return not self.quoted and self.text in _NULL


class ListValue(NamedTuple):
    """A list."""

    items: tuple[Value, ...]
    line: int
    column: int


class MapValue(NamedTuple):
    """Keys and values in the order they were written, duplicates included."""

    entries: tuple[tuple[Scalar, Value], ...]
    line: int
    column: int


Value = Scalar | ListValue | MapValue
