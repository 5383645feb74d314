"""Makes problems and messages of their kinds; `problem()` is the only way to make a `Problem`."""

from __future__ import annotations

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Place, Problem, printable, quoted


def problem(code: str, place: Place, key: str, **values: object) -> Problem:
    """Make a problem of the kind `code`.

    Args:
        code: A key of `problems.kinds.KINDS`.
        place: Where it was found.
        key: The front matter key or the part of the file that it is about.
        values: The values for the wording of the kind. Wrap a text written by the author in `Quoted`, so
            that it is quoted and shortened.

    Returns:
        The problem, its message filled in.
    """
    kind = _kind(code)
    return Problem(
        code=code,
        severity=kind.severity,
        place=place,
        key=printable(key),
        message=message(code, **values),
        hint=kind.hint,
    )


def message(code: str, **values: object) -> str:
    """Return the message of a kind with its values filled in; for messages without a place in a source."""
    filled = {name: str(value) if isinstance(value, Quoted) else printable(str(value)) for name, value in values.items()}
    return _kind(code).wording.format(**filled)


def _kind(code: str) -> Kind:
    from mkdocs_journal.problems.kinds import KINDS  # noqa: PLC0415 - most builds have nothing to report

    return KINDS[code]


class Quoted:
    """A text written by the author; messages quote and shorten it."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return quoted(self.value)
