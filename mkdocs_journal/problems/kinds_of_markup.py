"""What can be doubtful in the body of a post: Liquid, kramdown, and what only MkDocs reads."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
_EVALUATED = "Only values that are known without running anything are put in: no loops, no includes, no assignments."

KINDS_OF_MARKUP: Final = (
    Kind(
        "J701",
        _WARNING,
        "{found} is not evaluated and shown as it is written; write what it stands for",
        "a post read with `markup: kramdown` has Liquid outside code whose value is not known",
        hint=_EVALUATED,
    ),
    Kind(
        "J702",
        _ERROR,
        "{found} is not evaluated; write what it stands for, or set `liquid: report`",
        "the same with the option `liquid: refuse`",
        hint=_EVALUATED,
    ),
    Kind(
        "J703",
        _WARNING,
        "filter {found} is unknown, the value is shown without it; remove it",
        "a filter is one of neither Liquid nor Jekyll, which ignores it, too",
    ),
    Kind(
        "J704",
        _INFO,
        "{found} belongs to nothing and is shown as text, as Jekyll shows it",
        "an attribute list of kramdown stands behind plain text, an extension has no end, a note has no text",
    ),
    Kind(
        "J705",
        _WARNING,
        "{found} would be shown as text; set `markup: kramdown`",
        "a post read by MkDocs has kramdown or Liquid outside code that none of its extensions and plugins reads",
    ),
    Kind(
        "J706",
        _WARNING,
        "{found} is shown as text, for `markup: kramdown` runs no extension of MkDocs; set `markup: host` for this post",
        "a post read with `markup: kramdown` has admonitions, tabs or snippets; told once for a post",
    ),
)
