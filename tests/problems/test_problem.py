"""Problems: how they are printed, and that every kind can be."""

from __future__ import annotations

import string

import pytest

from mkdocs_journal.problems.catalogue import Quoted, message, problem
from mkdocs_journal.problems.kinds import KINDS
from mkdocs_journal.problems.problem import Place, Severity, printable, quoted


def test_a_problem_says_place_key_what_to_write_and_code() -> None:
    found = problem("J302", Place("docs/a.md", 4, 7), "date", found=Quoted("12th of Nov"))

    assert str(found) == (
        "docs/a.md:4:7: date: '12th of Nov' is not a date; write YYYY-MM-DD, for example 2024-11-12 (J302)"
    )
    assert found.severity is Severity.ERROR


def test_a_place_without_a_column_or_line() -> None:
    assert str(Place("a.md", 3)) == "a.md:3"
    assert str(Place("a.md")) == "a.md"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain", "plain"), ("a\nb", "a\\nb"), ("\x1b[31m", "\\x1b[31m"), ("a\u202eb", "a\\u202eb"), ("\ud800", "\\ud800")],
)
def test_what_could_garble_a_terminal_is_written_as_an_escape(text: str, shown: str) -> None:
    """In file names, keys and values."""
    assert printable(text) == shown
    assert (
        str(problem("J404", Place(text), text))
        == f"{shown}: {shown}: no name; add one, for example name: Ada Lovelace (J404)"
    )


def test_a_value_is_quoted_and_cut() -> None:
    assert quoted("x" * 60) == "'" + "x" * 60 + "'"
    assert quoted("x" * 61) == "'" + "x" * 59 + "…'"
    assert quoted(["x" * 100]) == "['" + "x" * 57 + "…"
    assert quoted(3) == "3"


def test_a_number_that_python_does_not_write_is_quoted() -> None:
    assert quoted([16**5000]) == quoted(16**5000) == "a number of too many digits"


def test_braces_in_a_value_are_text() -> None:
    """A value is never read as a pattern."""
    assert message("J302", found=Quoted("{0.__class__}")).startswith("'{0.__class__}' is not a date")


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_kind_says_what_to_write(code: str) -> None:
    """Its wording has names only, fits one line, and stands under its code."""
    kind = KINDS[code]
    names = [name for _, name, _, _ in string.Formatter().parse(kind.wording) if name is not None]

    assert kind.code == code
    assert all(name.isidentifier() for name in names)
    assert "\n" not in kind.wording
    assert kind.when
