"""The error of front matter that cannot be separated from the body, and what looks like front matter."""

from __future__ import annotations

import re
from typing import Final

MAX_CHARACTERS: Final = 65_536
"""Longest front matter in characters, six times the largest in 2,326 real posts."""
KEY_LINE: Final = re.compile(r"^[A-Za-z_][\w -]*[:=](?:[ \t]|$)", re.MULTILINE)
KNOWN_KEYS: Final = (
    "layout|title|date|tags?|categor(?:y|ies)|authors?|description|permalink|slug|draft|published|unlisted|unpublished"
    "|is_?draft|wip|dg-publish|post_status|pub(?:lish)?_?date"
)
"""Keys that make a header of a few lines, which prose does not begin with."""


class FrontMatterError(ValueError):
    """The front matter cannot be separated from the body.

    Attributes:
        code: The kind of the problem, a key of the catalogue.
        line: Where, counted from 1.
        values: The values for the wording of the kind.
    """

    def __init__(self, code: str, line: int, **values: object) -> None:
        super().__init__(f"{code} in line {line}")
        self.code = code
        self.line = line
        self.values = values


def misplaced(line: int, found: str) -> FrontMatterError:
    """Return the error of front matter that is not where it is read, or in another notation."""
    return FrontMatterError("J104", line, found=found, advice="write --- as line 1")
