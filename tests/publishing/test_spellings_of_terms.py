"""A term that posts spell in several ways keeps the address that another program gave each spelling."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.archives.archive import make_archives, pages_of
from mkdocs_journal.publishing.archive_addresses import ArchiveAddresses
from mkdocs_journal.publishing.feed_routes import term_feeds
from tests.test_publish import NOW

TAGS = ["[Ferry, a b]", "[ferry, a-b]", "[ferry, X?Y, C]", "[x?y, x-y]", "[C++, c_]"]
SOURCES = [
    Source(
        path=PurePosixPath(f"journal/2024-01-0{day}-a.md"), shown="a.md", data=f"---\ntags: {tags}\n---\nText\n".encode()
    )
    for day, tags in enumerate(TAGS, 1)
]


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("/f/:label.xml", [("f/ferry.xml", "f/Ferry.xml"), ("f/a b.xml", "f/a-b.xml")]),
        ("/f/:name.xml", [("f/ferry.xml",), ("f/a-b.xml",)]),
        ("g/:label/:name.xml", [("journal/g/ferry/ferry.xml", "journal/g/Ferry/ferry.xml")]),
    ],
)
def test_a_feed_stands_at_the_address_of_each_spelling(pattern: str, files: list[tuple[str, ...]]) -> None:
    """jekyll-feed writes `Ferry.xml` and `ferry.xml`; feed readers follow no page that redirects."""
    options = read_options({"feeds": {"term_paths": {"tags": pattern}, "terms": ["atom", "rss"]}})
    archives = make_archives(read_journal(SOURCES, options, now=NOW), options)

    routes = [*term_feeds(archives, options.feeds, ArchiveAddresses(archives, options))]

    assert set(files) <= {route.files for route in routes if route.format == "atom"}
    assert all(route.copies == () and route.file.endswith("rss.xml") for route in routes if route.format == "rss")


@pytest.mark.parametrize(
    ("mode", "addresses"),
    [
        ("none", {"ferry": ["t/ferry/", "s/ferry/"], "a b": ["t/a b/", "s/a b/", "t/a-b/", "s/a-b/"]}),
        ("raw", {"a b": ["t/a-b/", "s/a-b/"], "c": ["t/c/", "s/c/", "t/c_/", "s/c_/"]}),
        ("default", {"a b": ["t/a-b/", "s/a-b/"], "c": ["t/c/", "s/c/"], "c++": ["t/c-2/", "s/c-2/"]}),
        (None, {"a b": ["t/a-b/", "s/a-b/"]}),
    ],
)
def test_the_list_of_a_term_is_found_at_the_slug_of_each_spelling(
    mode: str | None, addresses: dict[str, list[str]]
) -> None:
    """The first is its own, the others redirect; none is that of another term."""
    options = read_options({"archives": {"tags": ["/t/:name/", "/s/:name/"], "slug_mode": mode}})
    archives = make_archives(read_journal(SOURCES, options, now=NOW), options)
    found = {
        part.term.key: [address.url for address in ArchiveAddresses(archives, options).of(pages_of(part)[0])]
        for part in archives.kinds["tags"].parts
        if part.term
    }

    assert {key: found[key] for key in addresses} == addresses
    assert len({url for urls in found.values() for url in urls}) == sum(map(len, found.values()))
