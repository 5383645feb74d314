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
    """The message after the key; `{names}` are replaced by the values given to `problem()`."""
    when: str
    """When it is reported, for the documentation."""
    hint: str = ""
    """Additional advice, or empty."""
