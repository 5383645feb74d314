"""The line that says what became of every source, and the line with which a build ends."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.summary import incomplete, leaking, stopped, summary

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def journal(files: dict[str, str]) -> Journal:
    sources = [Source(path=PurePosixPath(name), shown=name, data=text.encode()) for name, text in files.items()]
    return read_journal(sources, Options(), now=NOW)


def test_a_healthy_journal() -> None:
    read = journal({"2024-01-01-a.md": "---\ntags: [x, y]\n---\n", "2024-01-02-b.md": "---\ntags: [x]\n---\n"})

    assert summary([read], 3) == "2 posts, 2 tags, 3 feeds, 0 problems"


def test_one_of_each_is_singular() -> None:
    read = journal(
        {
            "2024-01-01-a.md": "---\ntags: x\n---\n",
            "2024-01-02-b.md": "---\nhidden: true\n---\n",
            "2024-01-03-c.md": "---\ndraft: true\n---\n",
            "2024-12-01-d.md": "",
            "2024-01-04-e.md": "---\npublished: false\n---\n",
            "2024-01-05-f.md": "---\ntitle: [\n---\n",
            "about.md": "",
        }
    )

    assert summary([read], 1) == (
        "1 post (and 1 unlisted, 1 draft, 1 scheduled for 2024-12-01, 1 unpublished, 1 refused, 1 ordinary page), "
        "1 tag, 1 feed, 1 problem"
    )
    assert read.stopping
    assert stopped([read]) == (
        "journal: 1 post could not be published (see above). To build without it, set `on_error: skip`."
    )


def test_of_several_scheduled_posts_the_next_is_named() -> None:
    read = journal({"2024-12-09-a.md": "", "2024-12-01-b.md": ""})

    assert summary([read], 0) == "0 posts (and 2 scheduled, next 2024-12-01), 0 tags, 0 feeds, 0 problems"


def test_what_was_found_in_outputs_counts_as_well() -> None:
    found = problem("J902", Place("site/x.html"), "leak", what="the title", post="a.md", owner="")

    assert summary([Journal(posts=())], 0, [found]) == "0 posts, 0 tags, 0 feeds, 1 problem"
    assert leaking(1) == "journal: 1 output file contains content from unpublished posts (see errors above)."


def test_what_is_missing_ends_the_build() -> None:
    assert incomplete(2) == "journal: 2 outputs missing or in the wrong place (see errors above)."


def test_liquid_that_is_shown_as_written_is_counted() -> None:
    shown = [problem("J701", Place("a.md", line, 1), "liquid", found="x") for line in (1, 2)]

    assert summary([journal({})], 0, shown[:1]) == "0 posts, 0 tags, 0 feeds, 1 problem, 1 piece of Liquid as written"
    assert summary([journal({})], 0, shown) == "0 posts, 0 tags, 0 feeds, 2 problems, 2 pieces of Liquid as written"


def test_an_empty_journal() -> None:
    assert summary([Journal(posts=())], 3) == "0 posts, 0 tags, 3 feeds, 0 problems"


def test_a_build_that_only_an_output_stopped() -> None:
    read = journal({"2024-01-01-a.md": "---\nupdated: x\n---\n"})
    clash = problem("J531", Place("docs/a/feed.xml"), "file", url="/a/feed.xml", other="the atom feed")

    assert stopped([without(read, (), [clash])]) == (
        "journal: 1 output could not be published, 1 warning (see above). To build without it, set `on_error: skip`."
    )


def test_posts_and_outputs_are_counted_each() -> None:
    read = journal({"2024-01-01-a.md": "---\ntitle: [\n---\n"})
    clash = problem("J530", Place("mkdocs.yml"), "export", url="/a.json", other="docs/a.json", advice="write another path")

    assert stopped([without(read, (), [clash])]) == (
        "journal: 1 post and 1 output could not be published (see above). To build without them, set `on_error: skip`."
    )
