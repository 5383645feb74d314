"""Files that a source names."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.urls.references import named_files

FILES = {"journal/img/a.png", "journal/a b.pdf", "assets/x.tar.gz"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![p](img/a.png)", {"journal/img/a.png"}),
        ('<img src="./img/a.png?v=2#x">', {"journal/img/a.png"}),
        ("image: /journal/img/a.png", {"journal/img/a.png"}),
        ("image: journal/img/a.png", {"journal/img/a.png"}),
        ("[p]: <a b.pdf> [q](a%20b.pdf)", {"journal/a b.pdf"}),
        ("srcset='img/a.png 2x, ../assets/x.tar.gz 3x'", {"journal/img/a.png", "assets/x.tar.gz"}),
        ("[x](../assets/x.tar.gz)", {"assets/x.tar.gz"}),
        ("the word a.png alone", set()),
        ("![p](img/a.png.webp) ![q](other/a.png)", set()),
        ("x" * 100_000, set()),
    ],
)
def test_a_name_counts_if_its_path_leads_to_the_file(text: str, named: set[str]) -> None:
    assert named_files(text, PurePosixPath("journal/post.md"), FILES) == named


def test_no_file_is_named_where_there_is_none() -> None:
    assert named_files("a.png", PurePosixPath("a.md"), set()) == frozenset()
