"""Where a post may have been."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import State
from mkdocs_journal.publishing.old_urls import address_key, old_urls, path_below_site
from tests.publishing.test_permalinks import make_post


@pytest.mark.parametrize("path", ["/a/b/", "a/b", "/a/b.html", "a/b/index.html", "/a/b/index.html", "/%61/b/"])
def test_spellings_of_one_address(path: str) -> None:
    assert address_key(path) == "a/b"


@pytest.mark.parametrize(
    ("path", "site_url", "below"),
    [
        ("/docs/a/", "https://example.org/docs/", "a/"),
        ("/a/", "https://example.org/docs/", "a/"),
        ("/a/", "", "a/"),
        ("/docs/", "https://example.org/docs", ""),
        ("/docs", "https://example.org/docs/", "docs"),
        ("/my docs/a b/", "https://example.org/my%20docs/", "a b/"),
        ("/my%20docs/a%20b/", "https://example.org/my docs/", "a%20b/"),
        ("/%6Dy%20docs/a/", "https://example.org/my%20docs/", "a/"),
        ("/my%20doc/a/", "https://example.org/my%20docs/", "my%20doc/a/"),
    ],
)
def test_the_path_of_the_site_is_no_part_of_an_address(path: str, site_url: str, below: str) -> None:
    assert path_below_site(path, site_url) == below


def test_every_style_of_jekyll_and_every_redirect_is_an_old_address() -> None:
    post = make_post(categories=("News",), redirect_from=("/old/a.html", "/?p=3", "b"), permalink="/now/here/")

    assert old_urls(post, Options()) == (
        "news/2024/11/05/a-title", "2024/11/05/a-title", "news/2024/310/a-title", "2024/310/a-title",
        "news/2024/W45/Tue/a-title", "2024/W45/Tue/a-title", "news/a-title", "a-title", "old/a", "b",
    )  # fmt: skip


def test_a_draft_without_a_date_or_with_a_broken_slug_was_nowhere() -> None:
    draft = replace(make_post(categories=()), slug="../x", places={"slug": (2, 7)})
    undated = make_post(redirect_from=("/:year/:title/",), date=None, state=State.DRAFT)

    assert old_urls(draft, Options()) == ()
    assert old_urls(undated, Options()) == (":year/:title",)
