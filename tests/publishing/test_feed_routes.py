"""Which feeds a journal has, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.archives.archive import Archives, make_archives
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Author, Journal, Post
from mkdocs_journal.posts.terms import taxonomy
from mkdocs_journal.publishing.archive_addresses import ArchiveAddresses
from mkdocs_journal.publishing.feed_routes import FeedRoute, journal_feeds, older_feeds, term_feeds

POST = Post(
    source=PurePosixPath("journal/a.md"),
    title="A",
    date=datetime(2024, 1, 1, tzinfo=UTC),
    tags=("日本", "C++"),
    categories=("News",),
    authors=(Author(name="Ada"),),
    series=("Part one",),
    slug="a",
    body="",
)


def archives(folder: str = "journal") -> Archives:
    kinds = {kind: taxonomy(kind, (POST,)) for kind in ("tags", "categories", "authors", "series")}
    return make_archives(Journal(posts=(POST,), taxonomies=kinds), Options(folder=folder))


def written(routes: tuple[FeedRoute, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(route.format, route.files) for route in routes]


@pytest.mark.parametrize(
    ("folder", "feeds", "files"),
    [
        (
            "journal",
            FeedOptions(),
            [("atom", ("journal/feed.xml",)), ("rss", ("journal/rss.xml",)), ("json", ("journal/feed.json",))],
        ),
        (".", FeedOptions(rss=None, json=None), [("atom", ("feed.xml",))]),
        (
            "a/b",
            FeedOptions(atom="/feed.xml", rss=None, json="x/y.json"),
            [("atom", ("feed.xml",)), ("json", ("a/b/x/y.json",))],
        ),
        (
            "journal",
            FeedOptions(atom=None, json=None, also={"/feed_rss_created.xml": "rss", "rss.xml": "rss", "/atom.xml": "atom"}),
            [("atom", ("atom.xml",)), ("rss", ("journal/rss.xml", "feed_rss_created.xml"))],
        ),
        ("journal", FeedOptions(atom=None, rss=None, json=None), []),
    ],
)
def test_a_feed_of_all_posts_in_each_format(
    folder: str, feeds: FeedOptions, files: list[tuple[str, tuple[str, ...]]]
) -> None:
    """A format that is switched off stands at its old addresses only, the first of which is its own."""
    assert written(journal_feeds(archives(folder), Options(folder=folder, feeds=feeds))) == files
    assert FeedOptions(atom=None, rss=None, json=None).wanted is False
    assert feeds.wanted is bool(files)


def feeds_of_terms(options: FeedOptions) -> Iterator[FeedRoute]:
    lists = archives()
    return term_feeds(lists, options, ArchiveAddresses(lists, Options(feeds=options)))


def test_every_term_has_a_feed_in_the_folder_of_its_list() -> None:
    """Whatever its script; the address is encoded, the file is not."""
    routes = list(feeds_of_terms(FeedOptions(terms=("atom", "json"))))

    assert [route.file for route in routes if route.format == "atom"] == [
        "journal/tags/c-plus-plus/feed.xml",
        "journal/tags/日本/feed.xml",
        "journal/categories/news/feed.xml",
        "journal/authors/ada/feed.xml",
        "journal/series/part-one/feed.xml",
    ]
    assert routes[1].file == "journal/tags/c-plus-plus/feed.json"
    assert (routes[2].url, routes[2].name, routes[2].mime_type) == (
        "journal/tags/%E6%97%A5%E6%9C%AC/feed.xml",
        "Atom",
        "application/atom+xml",
    )
    assert routes[2].archive.name == "日本"
    assert list(feeds_of_terms(FeedOptions(terms=()))) == []


@pytest.mark.parametrize(
    ("posts", "numbers"), [(0, []), (2, []), (3, [1]), (4, [1]), (5, [1, 2]), (6, [1, 2]), (7, [1, 2, 3])]
)
def test_feeds_of_older_posts_hold_what_the_feed_does_not(posts: int, numbers: list[int]) -> None:
    """Each is full, so that the next post changes none of them."""
    (feed,) = journal_feeds(archives(), Options(feeds=FeedOptions(rss=None, json=None, also={"old.xml": "atom"})))

    older = list(older_feeds(feed, posts, FeedOptions(limit=2, archive=True)))

    assert [(route.file, route.page, route.copies) for route in older] == [
        (f"journal/feed-{number}.xml", number, ()) for number in numbers
    ]
    assert all(number * 2 <= posts for number in numbers)
    assert posts - 2 <= len(numbers) * 2
    assert list(older_feeds(feed, posts, FeedOptions(limit=2))) == []
