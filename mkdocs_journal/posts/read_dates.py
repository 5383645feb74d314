"""Dates that were read."""

from datetime import datetime
from typing import Final, NamedTuple

MAX_CHARACTERS: Final = 100
"""Longest text that can be a date."""


class ReadDate(NamedTuple):
    """A date that was read."""

    instant: datetime
    """With its UTC offset; midnight if only a day was given."""
    day_only: bool
    """Whether only a day was given."""
    doubt: str = ""
    """A possible mistake in it, or empty."""
    doubt_code: str = ""
    """The problem code of `doubt`, or empty."""


class UnreadableDate(ValueError):
    """A text is not a date."""


def full_year(year: str) -> int:
    """Return a year of two digits as Ruby reads it: 69 to 99 are of the last century."""
    number = int(year)
    return number if len(year) > 2 else number + (1900 if number >= 69 else 2000)
