"""Dated updates inside posts as entries of feeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from mkdocs_journal.feeds.entry import Entry, Image
from mkdocs_journal.feeds.update_entries import update_entries, with_updates
from mkdocs_journal.posts.model import Post, Update

DAYS = [datetime(2024, 5, day, tzinfo=UTC) for day in range(1, 7)]
POST = Post(
    source=PurePosixPath("a.md"),
    title="A",
    slug="a",
    body="",
    date=DAYS[0],
    updates=(Update(DAYS[4], "More", "update-2024-05-05"), Update(DAYS[2], "", "update-2024-05-03")),
)
ENTRY = Entry(
    id="https://e.org/a/",
    url="https://e.org/a/",
    title="A",
    published=DAYS[0],
    updated=DAYS[4],
    summary="S",
    content="<p>S</p>",
    image=Image("https://e.org/a.png", "image/png", None),
)


def test_each_update_is_an_entry_with_its_place() -> None:
    more, other = update_entries(POST, ENTRY)

    assert more == replace(
        ENTRY,
        id="https://e.org/a/#update-2024-05-05",
        url="https://e.org/a/#update-2024-05-05",
        title="A: More",
        published=DAYS[4],
        updated=DAYS[4],
        summary="More",
        content="",
        excerpt_only=True,
        image=None,
    )
    assert (other.title, other.summary) == ("A: 2024-05-03", "S")


def test_an_address_with_a_place_keeps_it() -> None:
    entry = replace(ENTRY, id="urn:x#1", url="https://other.net/#a")

    assert [(one.id, one.url) for one in update_entries(POST, entry)] == [
        ("urn:x#1-update-2024-05-05", "https://other.net/#a"),
        ("urn:x#1-update-2024-05-03", "https://other.net/#a"),
    ]


def test_a_feed_holds_the_newest_of_posts_and_updates() -> None:
    other = replace(ENTRY, id="https://e.org/b/", published=DAYS[3])

    found = with_updates([other, ENTRY], update_entries(POST, ENTRY), 3)

    assert [entry.published for entry in found] == [DAYS[4], DAYS[3], DAYS[2]]
