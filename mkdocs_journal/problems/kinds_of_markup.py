"""Kinds of problems in the body of a post: Liquid, kramdown, and syntax that only MkDocs reads."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
_EVALUATED = "Only values that are known without running code are filled in: no loops, includes or assignments."

KINDS_OF_MARKUP: Final = (
    Kind(
        "J701",
        _WARNING,
        "{found} is not evaluated and appears as written; write its value instead",
        "a post read with `markup: kramdown` has Liquid outside code whose value is not known",
        hint=_EVALUATED,
    ),
    Kind(
        "J702",
        _ERROR,
        "{found} is not evaluated; write its value instead, or set `liquid: report`",
        "the same with the option `liquid: refuse`",
        hint=_EVALUATED,
    ),
    Kind(
        "J703",
        _WARNING,
        "filter {found} is unknown and ignored; remove it",
        "a filter that neither Liquid nor Jekyll has; Jekyll ignores it as well",
    ),
    Kind(
        "J704",
        _INFO,
        "{found} applies to nothing and is shown as text, as in Jekyll",
        "a kramdown attribute list after plain text, an extension without an end, or a reference to a missing footnote",
    ),
    Kind(
        "J705",
        _WARNING,
        "{found} would be shown as text; set `markup: kramdown`",
        "a post read by MkDocs contains kramdown or Liquid outside code that no extension or plugin reads",
    ),
    Kind(
        "J706",
        _WARNING,
        "{found} is shown as text because `markup: kramdown` runs no MkDocs extensions; set `markup: host` for this post",
        "a post read with `markup: kramdown` contains admonitions, tabs or snippets; reported once per post",
    ),
)
