"""Archives by date and term, and their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from mkdocs_journal.archives.archive import Archives, make_archives, pages_of
from mkdocs_journal.archives.relations import neighbours
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Author, Journal, Post
from mkdocs_journal.posts.terms import taxonomy


def make_post(name: str, day: str, tags: tuple[str, ...] = (), author: str = "") -> Post:
    return Post(
        source=PurePosixPath(f"journal/{name}.md"),
        title=name,
        date=datetime.fromisoformat(day).replace(tzinfo=UTC),
        slug=name,
        body="",
        tags=tags,
        authors=(Author(name=author),) if author else (),
    )


POSTS = (
    make_post("d", "2025-01-02", ("AI",)),
    make_post("c", "2024-12-31", ("ai", "C++"), "Ada"),
    make_post("b", "2024-12-01", ("C",)),
    make_post("a", "2024-02-01"),
)


def archives(posts: tuple[Post, ...] = POSTS, folder: str = "journal") -> Archives:
    kinds = {kind: taxonomy(kind, posts) for kind in ("tags", "categories", "authors")}
    return make_archives(Journal(posts=posts, taxonomies=kinds), Options(folder=folder, per_page=3))


def test_every_archive_has_a_source_path_that_does_not_depend_on_permalinks() -> None:
    assert [str(archive.source) for archive in archives().all()] == [
        "journal/index.md",
        "journal/2025/index.md",
        "journal/2025/01/index.md",
        "journal/2024/index.md",
        "journal/2024/12/index.md",
        "journal/2024/02/index.md",
        "journal/tags/index.md",
        "journal/tags/ai.md",
        "journal/tags/c.md",
        "journal/tags/c-plus-plus.md",
        "journal/authors/index.md",
        "journal/authors/ada.md",
    ]


def test_posts_are_collected_newest_first() -> None:
    found = archives()

    assert [post.title for post in found.landing.posts] == ["d", "c", "b", "a"]
    assert [post.title for post in found.years[1].posts] == ["c", "b", "a"]
    assert [[post.title for post in part.posts] for part in found.kinds["tags"].parts] == [["d", "c"], ["b"], ["c"]]


def test_a_journal_without_posts_has_its_landing_page_only() -> None:
    assert [archive.kind for archive in archives(()).all()] == ["index"]
    (page,) = pages_of(archives(()).landing)
    assert (page.number, page.of, page.posts) == (1, 1, ())


def test_the_site_itself_may_be_the_journal() -> None:
    assert str(archives(folder=".").landing.source) == "index.md"
    assert str(archives(folder=".").years[0].source) == "2025/index.md"


def test_pages_of_a_list() -> None:
    first, second = pages_of(archives().landing)

    assert (str(first.source), [post.title for post in first.posts]) == ("journal/index.md", ["d", "c", "b"])
    assert (str(second.source), [post.title for post in second.posts]) == ("journal/page/2.md", ["a"])


def test_pinned_posts_stand_first_on_the_landing_list_only() -> None:
    pinned = (*POSTS[:3], replace(POSTS[3], pin=True))

    assert [post.title for post in archives(pinned).landing.posts] == ["a", "d", "c", "b"]
    assert [post.title for post in archives(pinned).years[1].posts] == ["c", "b", "a"]


def test_pages_of_a_term_stand_below_its_own() -> None:
    posts = tuple(make_post(f"p{number:03}", "2024-01-01", ("x",)) for number in range(101))

    tag = archives(posts).kinds["tags"].parts[0]

    assert [str(page.source) for page in pages_of(tag)] == ["journal/tags/x.md", "journal/tags/x/page/2.md"]


def test_neighbours_in_time() -> None:
    """Previous is older, next is newer, as in Jekyll."""
    around = neighbours(POSTS)

    assert around[POSTS[0].source].next is None
    assert around[POSTS[0].source].previous is POSTS[1]
    assert around[POSTS[1].source].next is POSTS[0]
    assert around[POSTS[3].source].previous is None


def test_the_page_that_lists_the_feeds_is_there_if_there_are_any() -> None:
    with_feeds = make_archives(Journal(posts=POSTS), Options(), with_feeds=True)

    assert archives().subscribe is None
    assert with_feeds.subscribe is not None
    assert with_feeds.all()[-1] is with_feeds.subscribe
    assert str(with_feeds.subscribe.source) == "journal/subscribe.md"
    assert len(pages_of(with_feeds.subscribe)) == 1
