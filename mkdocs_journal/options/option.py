"""What an option is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option."""

    name: str
    """As written below `journal:`; a dot stands for nesting."""
    read: Callable[[object], object]
    """Returns the checked value; raises ValueError with what to write."""
    default: str
    """As it would be written in YAML."""
    description: str
    """For the documentation, one or two sentences."""
    example: str
    """A value worth showing, as written in YAML."""
    of_site: bool = False
    """Whether it concerns all journals, so that it has no place inside `journals`."""
