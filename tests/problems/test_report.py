"""Problems as text, as JSON and as annotations."""

from __future__ import annotations

import json
from dataclasses import replace

from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.problems.report import as_annotation, as_json, as_sarif, as_text

FOUND = replace(
    problem("J303", Place("docs/a,b.md", 5, 7), "date", found=Quoted("100%\n"), fallback="2024-01-01"),
    snippet="date: 100%\x1b",
)
BARE = problem("J504", Place("docs/feed.xml"), "file", url="/feed.xml", other="the atom feed", advice="rename the file")


def test_a_text_shows_the_line_and_marks_the_place() -> None:
    assert as_text([FOUND, BARE]) == (
        "warning: docs/a,b.md:5:7: date: '100%\\n' is not a date, so 2024-01-01 from the file name is used; "
        "write YYYY-MM-DD (J303)\n"
        "  5 | date: 100%\\x1b\n"
        "    |       ^\n"
        "  The rest of the front matter is used.\n"
        "error: docs/feed.xml: file: /feed.xml is used by the atom feed; rename the file (J504)\n"
        "  A slug, or the day in the permalink (/:folder/:year/:month/:day/:title/), gives two posts different URLs.\n"
    )


def test_a_text_without_a_hint_ends_with_its_place() -> None:
    found = replace(problem("J404", Place("docs/a.md", 4, 9), "author"), snippet="author: {}")

    assert as_text([found]) == (
        "warning: docs/a.md:4:9: author: no name; add one, for example name: Ada Lovelace (J404)\n"
        "  4 | author: {}\n    |         ^\n"
    )


def test_a_program_reads_everything() -> None:
    data = json.loads(as_json([FOUND, BARE], {"published": 1}))

    assert data["counts"] == {"published": 1}
    assert data["problems"][0] == {
        "code": "J303",
        "severity": "warning",
        "file": "docs/a,b.md",
        "line": 5,
        "column": 7,
        "key": "date",
        "message": FOUND.message,
        "snippet": "date: 100%\x1b",
        "hint": "The rest of the front matter is used.",
    }
    assert data["problems"][1]["line"] is None


def test_an_annotation_stands_at_its_line() -> None:
    assert as_annotation(FOUND) == (
        "::warning file=docs/a%2Cb.md,line=5,col=7,title=J303::date: '100%25\\n' is not a date, so "
        "2024-01-01 from the file name is used; write YYYY-MM-DD"
    )
    assert as_annotation(BARE).startswith("::error file=docs/feed.xml,title=J504::file: /feed.xml is used by")


def test_an_annotation_has_no_control_characters() -> None:
    """Neither in the name of a file nor in a text: the runner prints them, and a line of its own would be a command."""
    odd = replace(
        FOUND, place=Place("docs/a\x1b[2J\n::error::b.md", 5), message="x\x07\r\n::warning::y\u2028z %", key="a\tb"
    )

    assert as_annotation(odd) == (
        "::warning file=docs/a\\x1b[2J\\n%3A%3Aerror%3A%3Ab.md,line=5,title=J303::"
        "a\\tb: x\\x07\\r\\n::warning::y\\u2028z %25"
    )


def test_a_problem_without_a_line_has_no_region_in_sarif() -> None:
    found = problem("J805", Place("mkdocs.yml"), "site_url")

    log = json.loads(as_sarif([found], "1.0"))

    assert log["runs"][0]["results"][0]["level"] == "note"
    assert log["runs"][0]["results"][0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "mkdocs.yml"}}}]
