"""Pages that other programs make of files of the journal: notebooks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.post import read_post


@pytest.mark.parametrize(
    ("path", "withheld", "is_post"),
    [
        ("journal/2024-01-02-a.ipynb", False, False),
        ("journal/2024-01-02-a.ipynb", True, True),
        ("journal/_drafts/a.ipynb", False, True),
    ],
)
def test_a_notebook_is_an_ordinary_page_unless_it_is_withheld(path: str, withheld: bool, is_post: bool) -> None:
    source = Source(path=PurePosixPath(path), shown=path, data=b"{}", withheld=withheld, foreign_page=True)

    read = read_post(source, Options(), datetime(2024, 6, 1, tzinfo=UTC))

    assert (read.post is not None and read.post.state.withheld) is is_post
    assert not read.problems


def test_a_notebook_with_the_name_of_a_draft_is_withheld() -> None:
    """As programs have it that keep a text and a notebook alike; one that is with a published text stays."""
    texts = {"plan.md": b"---\ntitle: A\ndraft: true\n---\n", "2024-01-02-a.md": b"---\ntitle: B\n---\n"}
    sources = [Source(path=PurePosixPath("journal", name), shown=name, data=text) for name, text in texts.items()]
    sources += [
        Source(path=PurePosixPath("journal", name), shown=name, data=b"{}", foreign_page=True)
        for name in ("plan.ipynb", "2024-01-02-a.ipynb", "planning.ipynb")
    ]

    read = read_journal(sources, Options(), now=datetime(2024, 6, 1, tzinfo=UTC))

    assert [post.source.name for post in read.withheld] == ["plan.ipynb", "plan.md"]
    assert [page.name for page in read.pages] == ["2024-01-02-a.ipynb", "planning.ipynb"]
