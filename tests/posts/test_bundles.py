"""What is in the folder of a withheld page bundle is withheld with it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def test_pages_and_posts_in_the_folder_of_a_withheld_bundle() -> None:
    """Whatever they say; beside a refused bundle pages only. What cannot be read as front matter is text."""
    files = {
        "2024-01-01-hush/index.md": "---\ndraft: true\n---\n",
        "2024-01-01-hush/a.md": "# A\n",
        "2024-01-01-hush/b.md": "---\nlayout: page\njournal: false\n---\n",
        "2024-01-01-hush/c.md": "---\nNever closed.\n",
        "2024-01-01-hush/2024-01-02-d.md": "---\ntitle: D\n---\n",
        "2024-01-01-hush/e.md": "---\npublished: false\n---\n",
        "2024-01-03-open/index.md": "---\ntitle: Open\n---\n",
        "2024-01-03-open/page.md": "# Page\n",
        "2024-01-04-bad/index.md": "---\ntitle: [\n---\n",
        "2024-01-04-bad/page.md": "# Page\n",
        "2024-01-04-bad/2024-01-05-fine.md": "---\ntitle: Fine\n---\n",
    }
    sources = [Source(path=PurePosixPath("journal", name), shown=name, data=text.encode()) for name, text in files.items()]

    read = read_journal(sources, Options(), now=NOW)

    assert [post.source.name for post in read.posts] == ["2024-01-05-fine.md", "index.md"]
    assert [str(path) for path in read.pages] == ["journal/2024-01-03-open/page.md"]
    assert [str(path) for path in read.refused] == ["journal/2024-01-04-bad/index.md"]
    assert {post.source.as_posix().removeprefix("journal/"): post.state.value for post in read.withheld} == {
        "2024-01-01-hush/index.md": "draft",
        "2024-01-01-hush/a.md": "draft",
        "2024-01-01-hush/b.md": "draft",
        "2024-01-01-hush/c.md": "draft",
        "2024-01-01-hush/2024-01-02-d.md": "draft",
        "2024-01-01-hush/e.md": "unpublished",
        "2024-01-04-bad/page.md": "draft",
    }
    assert [found.code for found in read.problems] == ["J106"]


def test_a_page_below_drafts_is_withheld_regardless_of_its_keys() -> None:
    text = b"---\nlayout: page\njournal: false\n---\n"
    source = Source(path=PurePosixPath("journal/_drafts/a.md"), shown="a.md", data=text)

    assert [post.state.value for post in read_journal([source], Options(), now=NOW).withheld] == ["draft"]


@pytest.mark.parametrize(
    ("page", "withheld"),
    [
        ("2024-01-02-trip/day.md", True),
        ("2024-01-02-trip/photos/all.md", True),
        ("2024-01-02-trip.assets/list.md", True),
        ("2024-01-02-trip/2024-01-03-post.md", False),
        ("2024-01-02-trips/day.md", False),
        ("plan/page.md", False),
        ("2024-01-05-open/page.md", False),
        ("2024-01-02-trip.1/page.md", False),
        ("2024-01-06-town/page.md", False),
        ("2024-01-07-gro\u0308sse/page.md", True),
    ],
)
def test_a_page_in_the_folder_with_the_name_of_a_draft_is_withheld(page: str, *, withheld: bool) -> None:
    """The name begins with a date; others are the same by chance. A post has its own state, a public bundle its pages."""
    drafts = ("2024-01-02-trip.md", "plan.md", "2024-01-05-open.md", "2024-01-06-town.md", "2024-01-07-gr\u00f6sse.md")
    texts = dict.fromkeys(drafts, b"---\ntitle: A\ndraft: true\n---\n")
    public = ("2024-01-05-open/index.md", "2024-01-02-trip.1.md", "2024-01-06-town.de.md", page)
    texts |= dict.fromkeys(public, b"---\ntitle: B\n---\n")
    sources = [Source(path=PurePosixPath("journal", name), shown=name, data=text) for name, text in texts.items()]

    found = {post.source for post in read_journal(sources, Options(), now=NOW).withheld}

    assert (PurePosixPath("journal", page) in found) is withheld
