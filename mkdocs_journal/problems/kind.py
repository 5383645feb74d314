"""A kind of problem."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journal.problems.problem import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem."""

    code: str
    severity: Severity
    wording: str
    """What is said behind the key; `{names}` are filled with the values given to `problem()`."""
    when: str
    """When it is told, for the documentation."""
    hint: str = ""
    """What helps beyond the message, or empty."""
