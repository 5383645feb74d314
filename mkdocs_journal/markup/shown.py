"""What a page shows though it was meant to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A place where the page shows what the author meant to be read."""

    kind: str
    """`liquid`: it could not be evaluated. `filter`: one that did nothing. `kramdown`: syntax that could not be used."""
    written: str
    line: int
    """Counted from 1, in the body."""
    column: int
