"""`KeptPosts`: a source is read again only if it, or what it is read with, has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts import kept_posts
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.kept_posts import KeptPosts
from mkdocs_journal.posts.model import Author, State
from mkdocs_journal.posts.post import Read, read_post

NOW = datetime(2024, 6, 1, tzinfo=UTC)
NONE = DataFiles()


def source(text: str, name: str = "journal/2024-01-02-a.md") -> Source:
    return Source(path=PurePosixPath(name), shown=f"docs/{name}", data=text.encode())


class Reading:
    """Builds that read sources, and how many are really read at the time of the build."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept, self.read = KeptPosts(active=True), 0
        monkeypatch.setattr(kept_posts, "read_post", self._count)

    def _count(self, given: Source, options: Options, now: datetime, data: DataFiles) -> Read:
        self.read += now.year < 9000
        return read_post(given, options, now, data)

    def build(self, *sources: Source, now: datetime = NOW, options: Options | None = None, data: DataFiles = NONE) -> int:
        """Read sources as a build does, each with the right result; return how many were read."""
        self.read = 0
        options = options or Options()
        self.kept.begin()
        reader = self.kept.reader(options, data)
        for one in sources:
            assert reader(one, options, now, data) == read_post(one, options, now, data)
        return self.read


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    return Reading(monkeypatch)


def test_unchanged_sources_are_not_read_again(reading: Reading) -> None:
    one, other = source("---\ntags: [a]\n---\nText\n"), source("---\n[x\n", "journal/2024-01-03-b.md")

    assert [reading.build(one, other) for _ in range(3)] == [2, 0, 0]
    assert reading.build(source("Other text\n"), other) == 1
    assert reading.build(other) == 0
    assert reading.build(one, other) == 1, "one that was gone"


def test_sources_beyond_the_limit_are_read_each_time(reading: Reading) -> None:
    one, other = source("A\n"), source("Text\n", "journal/2024-01-03-b.md")
    reading.kept.limit = 6

    assert [reading.build(one, one, other) for _ in range(3)] == [3, 1, 1], "a source that is read twice counts once"
    assert reading.build(other, one) == 1, "one that had no place"
    assert reading.build(other, one) == 1, "now the other has none"

    big = source("Long text\n", "journal/2024-01-04-c.md")
    assert [reading.build(big, other) for _ in range(3)] == [1, 1, 1], "what is too big takes no place of another"


def test_a_clock_that_is_set_back_makes_a_post_scheduled_again(reading: Reading) -> None:
    """What time changes nothing about was read when it was published."""
    later = source("---\ndate: 2024-07-01\n---\n")

    assert reading.build(later, now=NOW + timedelta(days=60)) == 1
    assert reading.build(later, now=NOW + timedelta(days=60)) == 0
    assert reading.build(later, now=NOW) == 1


def test_other_options_and_data_files(reading: Reading) -> None:
    one = source("---\nauthor: ann\ntags: [a]\n---\nText\n")
    ann = DataFiles(authors={"ann": Author(name="Ann B")})
    reading.build(one)

    assert reading.build(one, options=Options(timezone="+05:00")) == 1
    assert reading.build(one, options=Options(timezone="+05:00"), data=ann) == 1
    assert reading.build(one, options=Options(timezone="+05:00"), data=ann) == 0
    assert reading.build(one, options=Options(folder="log"), data=ann) == 1, "another journal"


@pytest.mark.parametrize("front", ["date: 2024-06-03", "date: 2024-01-02\nexpiryDate: 2024-06-03"])
def test_what_time_changes_is_read_each_time_until_it_has_come(reading: Reading, front: str) -> None:
    one = source(f"---\n{front}\n---\nText\n")

    assert [reading.build(one, now=NOW + timedelta(days=days)) for days in (0, 1, 4, 5)] == [1, 1, 1, 0]


def test_a_draft_is_one_at_any_time(reading: Reading) -> None:
    one = source("---\ndraft: true\n---\nText\n")

    assert [reading.build(one) for _ in range(2)] == [1, 0]


def test_without_it_each_source_is_read() -> None:
    reader = KeptPosts().reader(Options(), NONE)
    read = reader(source("Text\n"), Options(), NOW, NONE)

    assert reader is read_post
    assert read.post is not None
    assert read.post.state is State.PUBLISHED
