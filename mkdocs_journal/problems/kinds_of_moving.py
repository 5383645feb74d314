"""Kinds of problems when a site moves in from another program."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_CONFIGURATION, _WARNING = Severity.CONFIGURATION, Severity.WARNING

KINDS_OF_MOVING: Final = (
    Kind(
        "J940",
        _CONFIGURATION,
        "{reason}; correct the file, or write the options that it gives and remove `jekyll`",
        "the option `jekyll` names a file that cannot be read",
    ),
    Kind(
        "J941",
        _CONFIGURATION,
        "found {found}; write {wanted}; or set the option {option} in mkdocs.yml",
        "a value of the file of the option `jekyll` cannot be used",
    ),
    Kind(
        "J942",
        _WARNING,
        "{url} is used by {other}, so it does not redirect to {page}; remove the second pattern, or rename the other",
        "a further address of a list is the URL of another output",
    ),
)
