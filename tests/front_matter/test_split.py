"""Front matter and body, case by case in tests/golden/front_matter/split."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.front_matter.front_matter_error import MAX_CHARACTERS, FrontMatterError
from mkdocs_journal.front_matter.source import decode
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from tests.conftest import Golden

CASES = sorted((Path(__file__).parent.parent / "golden/front_matter/split").glob("*.md"))
assert CASES, "no golden cases found"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_split(case: Path, golden: Golden) -> None:
    """Each file splits into what the `.txt` beside it says, or fails with its message."""
    try:
        parts = split_front_matter(decode(case.read_bytes()))
        written = f"yaml: {parts.yaml!r}\nbody: {parts.body!r}\n"
    except FrontMatterError as error:
        written = f"error: {problem(error.code, Place('post.md', error.line), 'front matter', **error.values)}\n"
    golden(case.with_suffix(".txt"), written)


def test_front_matter_of_the_longest_size_is_read() -> None:
    yaml = "x" * (MAX_CHARACTERS - 1) + "\n"

    assert split_front_matter(f"---\n{yaml}---\n").yaml == yaml


def test_longer_front_matter_is_refused() -> None:
    with pytest.raises(FrontMatterError) as error:
        split_front_matter("---\n" + "x" * MAX_CHARACTERS + "\n---\n")

    assert (error.value.code, str(error.value)) == ("J109", "J109 in line 1")


@pytest.mark.parametrize(("text", "line"), [("---\n----\ntitle: A\n", 1), ("---\ntitle: A\n----\n", 3)])
def test_a_line_that_is_nearly_a_fence_ends_only_what_has_keys(text: str, line: int) -> None:
    """A rule below the opening line closes nothing."""
    with pytest.raises(FrontMatterError) as error:
        split_front_matter(text)

    assert (error.value.code, error.value.line) == ("J103", line)


def test_looking_for_front_matter_costs_no_quadratic_time() -> None:
    """A long page without front matter, with many rules in it, is read in no time."""
    text = "word\n" * 20_000 + "---\n" * 20_000

    assert split_front_matter(text).body == text
