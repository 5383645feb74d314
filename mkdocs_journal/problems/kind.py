"""A kind of problem."""

from typing import NamedTuple

from mkdocs_journal.problems.problem import Severity


class Kind(NamedTuple):
    """A kind of problem."""

    code: str
    severity: Severity
    wording: str
    """The message after the key; `{names}` are replaced by the values given to `problem()`."""
    when: str
    """When it is reported, for the documentation."""
    hint: str = ""
    """Additional advice, or empty."""
