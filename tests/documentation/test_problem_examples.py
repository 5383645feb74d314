"""Each problem has an example in the reference, and building the example gives the problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_journal.problems.kinds import KINDS
from tests.conftest import ROOT, Golden
from tests.documentation.problem_examples import EXAMPLES, message_of
from tests.documentation.reference_pages import problems_text
from tests.test_documentation import REFERENCE, with_written


def test_each_problem_has_an_example() -> None:
    """Write the files of a site that has the problem into `problem_examples.yml`."""
    assert sorted(EXAMPLES) == sorted(KINDS)


@pytest.mark.skipif(os.name == "nt", reason="some examples need a POSIX shell, named pipes or symbolic links")
def test_the_reference_has_the_message_of_each_example(tmp_path: Path, golden: Golden) -> None:
    """`--update-golden` writes the page."""
    page = REFERENCE / "problems.md"

    golden(page, with_written(page, problems_text(lambda code: message_of(code, tmp_path / code))))


def test_an_example_that_is_not_built_here_is_built_elsewhere() -> None:
    """It needs a plugin or a running server; a test of another file has its message."""
    for code, example in EXAMPLES.items():
        assert ("message" in example) == ("tested" in example), code
        if "tested" in example:
            assert example["message"].endswith(f"({code})")
            assert code in (ROOT / example["tested"]).read_text(encoding="utf-8")
