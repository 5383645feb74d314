"""What of a history counts for a post, and what a shallow clone is reported."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.history.file_history import FileHistory, last_change
from mkdocs_journal.history.histories import deepening
from mkdocs_journal.posts.model import Post, State

HISTORY = FileHistory(updated=datetime.fromisoformat("2024-05-09T10:00+02:00"))


def post(date: str | None = "2024-05-06T00:00+00:00", updated: str = "") -> Post:
    return Post(
        source=PurePosixPath("journal/a.md"),
        title="A",
        slug="a",
        body="",
        date=datetime.fromisoformat(date) if date else None,
        state=State.PUBLISHED if date else State.DRAFT,
        last_updated=datetime.fromisoformat(updated) if updated else None,
    )


@pytest.mark.parametrize(
    ("sources", "updated", "day"),
    [
        (("front_matter",), "2024-05-07T00:00Z", "2024-05-07"),
        (("front_matter",), "", ""),
        (("front_matter", "git"), "2024-05-07T00:00Z", "2024-05-07"),
        (("front_matter", "git"), "", "2024-05-09"),
        (("git", "front_matter"), "2024-05-07T00:00Z", "2024-05-09"),
        (("git",), "2024-05-07T00:00Z", "2024-05-09"),
        ((), "2024-05-07T00:00Z", ""),
    ],
)
def test_the_first_source_that_says_something_counts(sources: tuple[str, ...], updated: str, day: str) -> None:
    found = last_change(post(updated=updated), sources, HISTORY)

    assert (found.date().isoformat() if found else "") == day


def test_git_says_nothing_of_changes_that_are_part_of_writing_or_have_no_day() -> None:
    """Before or on the day of the post, or not committed; a draft has no day yet."""
    uncommitted = FileHistory(updated=HISTORY.updated, uncommitted=True)

    assert last_change(post("2024-05-09T23:00+00:00"), ["git"], HISTORY) is None
    assert last_change(post("2024-05-10T00:00+00:00"), ["git"], HISTORY) is None
    assert last_change(post(), ["git"], uncommitted) is None
    assert last_change(post(None), ["git"], HISTORY) == HISTORY.updated


def test_a_change_is_never_before_the_post() -> None:
    """Though its day is a later one where its author was."""
    late = FileHistory(updated=datetime.fromisoformat("2024-05-07T00:30+12:00"))

    assert last_change(post("2024-05-06T23:00-05:00"), ["git"], late) == datetime.fromisoformat("2024-05-06T23:00-05:00")


@pytest.mark.parametrize(
    ("variable", "line"),
    [
        ("GITHUB_ACTIONS", "add `fetch-depth: 0` below `with:` of actions/checkout"),
        ("GITLAB_CI", "add `GIT_DEPTH: 0` below `variables:`"),
        ("READTHEDOCS", "add `- git fetch --unshallow --filter=blob:none || true` below `build: jobs: post_checkout:`"),
        ("TF_BUILD", "add `fetchDepth: 0` below `- checkout: self`"),
        ("BITBUCKET_BUILD_NUMBER", "add `clone: {depth: full}`"),
        ("TRAVIS", "add `git: {depth: false}`"),
        ("HOME", "run `git fetch --unshallow --filter=blob:none`"),
    ],
)
def test_a_shallow_clone_is_reported_with_the_line_to_add(variable: str, line: str) -> None:
    assert deepening({variable: "true"}) == line
