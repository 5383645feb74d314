"""Which posts are related, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.archives.relations import related_posts
from mkdocs_journal.posts.model import Post


def posts(*given: tuple[str, str]) -> tuple[Post, ...]:
    """Return posts of a title and tags each, the newest first; a tag with `/` before it is a category."""
    return tuple(
        Post(
            source=PurePosixPath(f"journal/{number}.md"),
            title=title,
            date=datetime(2024, 6, 1, tzinfo=UTC) - timedelta(days=number),
            tags=tuple(tag for tag in tags.split() if tag[0] not in "/+"),
            categories=tuple(tag[1:] for tag in tags.split() if tag[0] == "/"),
            series=tuple(tag[1:] for tag in tags.split() if tag[0] == "+"),
            slug=str(number),
            body="",
        )
        for number, (title, tags) in enumerate(given)
    )


def of_first(most: int, *given: tuple[str, str]) -> str:
    """Return the titles of the posts that are related to the first one."""
    found = posts(*given)
    return " ".join(post.title for post in related_posts(found, most, {}).get(found[0].source, ()))


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ([("A", "x"), ("B", "y"), ("C", "x"), ("D", "")], "C"),
        ([("A", "x rare"), ("B", "x"), ("C", "x"), ("D", "rare"), ("E", "x")], "D B C E"),
        ([("A", "Open-Source"), ("B", "open_source"), ("C", "source")], "B"),
        ([("A", "/news"), ("B", "/other"), ("C", "/news"), ("D", "news")], "C"),
        ([("A", "x /news"), ("B", "/news"), ("C", "x")], "C B"),
        ([("A", "+walk"), ("B", ""), ("C", "+walk")], "C"),
        ([("A", "x y"), ("B", "x"), ("C", "x y"), ("D", "y")], "C B D"),
        ([("A", ""), ("B", "")], ""),
    ],
)
def test_what_posts_have_in_common(given: list[tuple[str, str]], titles: str) -> None:
    """Rare tags count more than others, tags more than categories; equal ones are sorted by their distance in time."""
    assert of_first(5, *given) == titles


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ([("Parser-internals", ""), ("Release", ""), ("The-PARSER-again", "")], "The-PARSER-again"),
        ([("To-it", ""), ("it-to", "")], ""),
        ([("解析器の内部", ""), ("新しい解析器", ""), ("港", "")], "新しい解析器"),
        ([("word", "")] + [("word", "")] * 9, ""),
    ],
    ids=["a word", "short words", "without blanks", "a word of all titles"],
)
def test_words_of_titles(given: list[tuple[str, str]], titles: str) -> None:
    assert of_first(3, *given) == titles


def test_how_many() -> None:
    assert of_first(2, *[(str(number), "x") for number in range(9)]) == "1 2"
    assert of_first(0, ("A", "x"), ("B", "x")) == ""


def test_posts_named_by_hand_come_first() -> None:
    """All of them; the rest is chosen, none twice, and none with `related: false`."""
    one, two, three, four = posts(("A", "x"), ("B", "x"), ("C", ""), ("D", "x"))

    named = {one.source: (three, four)}
    assert related_posts((one, two, three, four), 3, named)[one.source] == (three, four, two)
    assert related_posts((one, two, three, four), 1, named)[one.source] == (three, four)
    assert related_posts((one, two, three, four), 0, named) == named


def test_a_frequent_tag_leads_to_the_nearest_posts_only() -> None:
    """So that the time is linear; but there are always some."""
    many = posts(*[(str(number), "x") for number in range(300)])

    found = related_posts(many, 50, {})
    assert [post.title for post in found[many[100].source]][:4] == ["99", "101", "98", "102"]
    assert len(found[many[100].source]) == 20
