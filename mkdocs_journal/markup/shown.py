"""Syntax that a page shows as text instead of reading it."""

from typing import NamedTuple


class Shown(NamedTuple):
    """A place where the page shows syntax as text."""

    kind: str
    """`liquid`: not evaluated; `filter`: ignored; `kramdown`: syntax that could not be used."""
    written: str
    line: int
    """Counted from 1, in the body."""
    column: int
