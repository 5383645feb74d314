"""Every kind of problem: its code, severity and wording, described once.

The documentation lists this table, and `problem()` is the only way to make a `Problem`.
"""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kinds_of_markup import KINDS_OF_MARKUP
from mkdocs_journal.problems.kinds_of_moving import KINDS_OF_MOVING
from mkdocs_journal.problems.kinds_of_neighbours import KINDS_OF_NEIGHBOURS
from mkdocs_journal.problems.kinds_of_outputs import KINDS_OF_OUTPUTS
from mkdocs_journal.problems.kinds_of_pages import KINDS_OF_PAGES
from mkdocs_journal.problems.kinds_of_sources import KINDS_OF_SOURCES
from mkdocs_journal.problems.problem import Place, Problem, printable, quoted

KINDS: Final = {
    kind.code: kind
    for kinds in (KINDS_OF_SOURCES, KINDS_OF_MARKUP, KINDS_OF_NEIGHBOURS, KINDS_OF_OUTPUTS, KINDS_OF_PAGES, KINDS_OF_MOVING)
    for kind in kinds
}


def problem(code: str, place: Place, key: str, **values: object) -> Problem:
    """Make a problem of the kind `code`.

    Args:
        code: A key of `KINDS`.
        place: Where it was found.
        key: The front matter key or the part of the file that it is about.
        values: The values for the wording of the kind. Wrap a text written by the author in `Quoted`, so
            that it is quoted and shortened.

    Returns:
        The problem, its message filled in.
    """
    return Problem(
        code=code,
        severity=KINDS[code].severity,
        place=place,
        key=printable(key),
        message=message(code, **values),
        hint=KINDS[code].hint,
    )


def message(code: str, **values: object) -> str:
    """Return the message of a kind with its values filled in; for messages without a place in a source."""
    filled = {name: str(value) if isinstance(value, Quoted) else printable(str(value)) for name, value in values.items()}
    return KINDS[code].wording.format(**filled)


class Quoted:
    """A text written by the author; messages quote and shorten it."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return quoted(self.value)
