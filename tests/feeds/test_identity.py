"""What feeds and entries are known by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.feeds.identity import entry_id, entry_ids, proposed_base, stable_id
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.posts.model import Post, State

SITE = "https://example.org/docs/"
POST = Post(source=PurePosixPath("a.md"), title="A", date=None, state=State.DRAFT, slug="grün & so", body="")
TAG = FeedOptions(id_base="tag:example.org,2024:docs")


@pytest.mark.parametrize(
    ("path", "options", "known"),
    [
        ("journal/2024/11/x/", Options(), "https://example.org/docs/journal/2024/11/x/"),
        ("a%20b.html", Options(), "https://example.org/docs/a%20b.html"),
        ("journal/x/", Options(feeds=TAG), "tag:example.org,2024:docs/journal/x/"),
        ("journal/x/", Options(feeds=FeedOptions(id_base="tag:example.org,2024:")), "tag:example.org,2024:journal/x/"),
        ("journal/x/", Options(feeds=FeedOptions(id_base="https://a.org/b/")), "https://a.org/b/journal/x/"),
        ("2024/11/12/x.html", Options(compat="jekyll"), "https://example.org/docs/2024/11/12/gr%C3%BCn%20&%20so"),
        ("2024/11/12/x/", Options(compat="jekyll"), "https://example.org/docs/2024/11/12/gr%C3%BCn%20&%20so"),
        ("2024/11/12/x/index.html", Options(compat="jekyll"), "https://example.org/docs/2024/11/12/gr%C3%BCn%20&%20so"),
        ("x.html", Options(compat="jekyll"), "https://example.org/docs/gr%C3%BCn%20&%20so"),
        ("x/", Options(compat="jekyll", feeds=TAG), "tag:example.org,2024:docs/x/"),
    ],
)
def test_an_entry_is_known_by_its_url_or_what_options_make_of_it(path: str, options: Options, known: str) -> None:
    assert entry_id(POST, path, SITE, options) == known


@pytest.mark.parametrize(
    ("ids", "options", "known"),
    [
        ("url", Options(compat="jekyll"), "https://example.org/docs/2024/x.html"),
        ("url", Options(feeds=TAG), "https://example.org/docs/2024/x.html"),
        ("jekyll-feed", Options(), "https://example.org/docs/2024/gr%C3%BCn%20&%20so"),
        ("jekyll-feed", Options(feeds=TAG), "https://example.org/docs/2024/gr%C3%BCn%20&%20so"),
        ("uuid", Options(), "https://example.org/docs/2024/x.html"),
        ("uuid", Options(compat="jekyll"), "https://example.org/docs/2024/gr%C3%BCn%20&%20so"),
        ("uuid", Options(feeds=TAG), "tag:example.org,2024:docs/2024/x.html"),
    ],
)
def test_the_option_ids_comes_before_id_base_and_the_default(ids: str, options: Options, known: str) -> None:
    """A key that a post does not have says nothing."""
    options = replace(options, feeds=replace(options.feeds, ids=ids))

    assert entry_id(POST, "2024/x.html", SITE, options) == known


@pytest.mark.parametrize(
    "options", [Options(), Options(compat="jekyll"), Options(feeds=TAG), Options(feeds=FeedOptions(ids="url"))]
)
def test_a_guid_is_what_it_is(options: Options) -> None:
    assert entry_id(replace(POST, guid="urn:x:1"), "journal/x/", SITE, options) == "urn:x:1"


def test_no_two_entries_are_known_by_the_same() -> None:
    """Jekyll leaves the date out of the identity; a reader would show one of two posts with one."""
    paths = ("news/2024-01-01.html", "news/2024-01-08.html", "other/x.html")
    posts = [
        (replace(POST, slug="week", source=PurePosixPath(f"{n}.md")), path, Options(compat="jekyll"))
        for n, path in enumerate(paths)
    ]

    assert list(entry_ids(posts, SITE).values()) == [
        "https://example.org/docs/news/week",
        "https://example.org/docs/news/2024-01-08.html",
        "https://example.org/docs/other/week",
    ]


def test_a_post_at_an_address_that_another_is_known_by_is_known_by_its_source() -> None:
    old = replace(POST, guid=f"{SITE}journal/x/")
    new = replace(POST, source=PurePosixPath("b ü.md"))

    assert entry_ids([(old, "journal/y/", Options()), (new, "journal/x/", Options())], SITE) == {
        old.source: f"{SITE}journal/x/",
        new.source: f"{SITE}journal/x/#b%20%C3%BC.md",
    }


def test_a_feed_is_known_by_its_address_with_compat_jekyll_too() -> None:
    assert stable_id("feed.xml", SITE, Options(compat="jekyll")) == "https://example.org/docs/feed.xml"


def test_every_entry_has_an_id_whatever_others_claim() -> None:
    """Posts before it may have its ID, its URL and its source as their `guid`."""
    taken = f"{SITE}b/"
    guids = ("tag:x", taken, f"{taken}#b.md", f"{taken}#b.md-2")
    others = [
        (replace(POST, source=PurePosixPath(f"{n}.md"), guid=guid), f"{n}/", Options()) for n, guid in enumerate(guids)
    ]
    last = replace(POST, source=PurePosixPath("b.md"), guid="tag:x")

    ids = entry_ids([*others, (last, "b/", Options())], SITE)

    assert ids[last.source] == f"{taken}#b.md-3"
    assert len(set(ids.values())) == 5


def test_an_id_base_is_proposed_that_does_not_change_with_the_version() -> None:
    assert proposed_base("https://x.readthedocs.io/en/latest/", 2019) == "tag:x.readthedocs.io,2019:en"
    assert proposed_base("https://example.org", 2024) == "tag:example.org,2024:journal"
    assert proposed_base("//", 2024) == "tag:example.org,2024:journal"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://example.org/latest/", "example.org,2024:journal"),
        ("https://example.org/docs/v1.2/", "example.org,2024:docs"),
        ("https://example.org/1.2.3/", "example.org,2024:journal"),
        ("https://example.org/2.0rc1/guide/", "example.org,2024:guide"),
        ("https://example.org/tool/dev/", "example.org,2024:tool"),
        ("https://example.org/tool/pr-17/", "example.org,2024:tool"),
        ("https://example.org/a/b/", "example.org,2024:a/b"),
        ("https://example.org/feature-x/", "example.org,2024:journal"),
        ("https://x--17.org.readthedocs.build/en/17/", "x.org.readthedocs.build,2024:en"),
        ("https://deploy-preview-5--site.netlify.app/", "site.netlify.app,2024:journal"),
        ("https://site.netlify.app/", "site.netlify.app,2024:journal"),
        ("https://ab12cd34.site.pages.dev/", "site.pages.dev,2024:journal"),
        ("https://site.pages.dev/", "site.pages.dev,2024:journal"),
        ("https://bücher.example/ü/latest/", "xn--bcher-kva.example,2024:%C3%BC"),
        ("https://example.org/a b/v2/", "example.org,2024:a%20b"),
        ("http://[::1]/v1/", "example.org,2024:journal"),
    ],
)
def test_the_proposed_base_has_no_version_and_can_be_set(url: str, base: str) -> None:
    assert proposed_base(url, 2024, versions=["feature-x"]) == f"tag:{base}"
    assert read_options({"feeds": {"id_base": f"tag:{base}"}}).feeds.id_base == f"tag:{base}"
