"""The table of neighbours is what the last run of `tests/neighbours/run.py` has found."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.neighbours.results import Outcome, read_outcomes, table, written_page


def test_the_page_has_the_results() -> None:
    page = (ROOT / "docs/reference/compatibility.md").read_text(encoding="utf-8")

    assert page == written_page(page, read_outcomes())


@pytest.mark.parametrize(
    ("outcomes", "row"),
    [
        ([("mkdocs", True, "", ""), ("properdocs", True, "", "")], "works | works | "),
        ([("mkdocs", True, "set a", ""), ("properdocs", False, "", "")], "works with a setting | fails | set a"),
        ([("mkdocs", False, "", "no file")], "does not work | not tested | no file"),
        ([("mkdocs", True, "", ""), ("mkdocs", False, "", "no file")], "in part | not tested | no file"),
    ],
)
def test_a_row(outcomes: list[tuple[str, bool, str, str]], row: str) -> None:
    found = [
        Outcome(package="a", version="1", host=host, test=str(number), passed=passed, setting=setting, why=why)
        for number, (host, passed, setting, why) in enumerate(outcomes)
    ]

    assert table(found).splitlines()[2:] == [f"| a | 1 | {row} |"]
