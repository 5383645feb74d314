"""What is in the folder of a withheld page bundle is withheld with it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

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
