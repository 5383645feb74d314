"""What a `_config.yml` gives, and what the options in `mkdocs.yml` say before it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_journal.moving.jekyll_settings import jekyll_of, named_file, problems_of, settings, with_jekyll
from mkdocs_journal.publishing.jekyll_config import JekyllConfigError, read_jekyll_config

TEXT = """
timezone: Nowhere
feed: {path: a.txt, categories: [x], tags: {path: /t/}, excerpt_only: true, posts_limit: 5}
jekyll-archives: {enabled: all, permalinks: {tag: /tags/}}
collections: {posts: {permalink: /p/:title/}}
"""


def test_options_complete_each_other(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(TEXT, encoding="utf-8")
    raw = {"jekyll": "_config.yml", "per_page": 5, "feeds": {"atom": "/b.xml"}, "archives": {"tags": "/t/:name/"}}

    config = jekyll_of(raw, tmp_path / "mkdocs.yml")

    assert config is not None
    assert with_jekyll(raw, config) == {
        **raw,
        "permalink": "/p/:title/",
        "timezone": "Nowhere",
        "feeds": {
            "atom": "/b.xml",
            "ids": "jekyll-feed",
            "limit": 5,
            "content": "excerpt",
            "term_paths": {"categories": "/feed/:label.xml", "tags": "/t/:label.xml"},
        },
        "archives": {
            "tags": "/t/:name/",
            "categories": ["/category/:name/"],
            "year": ["/:year/"],
            "month": ["/:year/:month/"],
            "day": ["/:year/:month/:day/"],
            "slug_mode": "default",
        },
    }
    assert [problem.key for problem in problems_of(config, raw)] == ["timezone"]
    assert [(problem.key, problem.place.line) for problem in problems_of(config, {})] == [
        ("timezone", 2),
        ("feed.path", 3),
        ("jekyll-archives.permalinks.tag", 4),
    ]
    assert with_jekyll({"feeds": False}, config)["feeds"] is False


@pytest.mark.parametrize(
    ("text", "option", "wanted"),
    [
        ("jekyll-archives: {enabled: [tags], permalinks: {tag: /tag/:name}}", "archives.tags", ["/tag/:name/"]),
        (
            "jekyll-archives: {enabled: [month], permalinks: {month: 'a/:year-:month'}}",
            "archives.month",
            ["/a/:year-:month/"],
        ),
        ("jekyll-archives: {enabled: [tags], permalinks: {tag: 't/:name.html'}}", "archives.tags", ["/t/:name.html"]),
        ("jekyll-archives: {enabled: [tags], permalinks: {tag: 5}}", "archives.tags", [5]),
        (
            "autopages: {enabled: true, tags: {permalink: 't/:tag'}}",
            "archives.tags",
            ["/t/:name/"],
        ),
        ("feed: {tags: {path: t/}}", "feeds.term_paths", {"tags": "/t/:label.xml"}),
        ("feed: {path: f.xml}", "feeds.atom", "/f.xml"),
        ("{paginate: 5, paginate_path: 'blog/p:num'}", "pager", "/blog/p:num/"),
    ],
)
def test_addresses_are_below_the_site_and_those_of_lists_are_pages(
    tmp_path: Path, text: str, option: str, wanted: object
) -> None:
    """Jekyll's plugins read paths with a leading slash and without one alike."""
    (tmp_path / "_config.yml").write_text(f"{text}\n", encoding="utf-8")

    found = {one.option: one.value for one in settings(read_jekyll_config(tmp_path / "_config.yml"))}

    assert found[option] == wanted


def test_without_the_option_there_is_no_file() -> None:
    assert named_file({}, None) is None
    assert jekyll_of({"jekyll": 5}, None) is None
    assert named_file({"jekyll": "_config.yml"}, None) == Path("_config.yml")


@pytest.mark.parametrize("name", ["a\0.yml", "\ud800.yml", "../_config.yml", "_config.txt", 3])
def test_a_wrong_name_is_no_file(name: object) -> None:
    """The reader of the option reports it."""
    assert named_file({"jekyll": name}, "mkdocs.yml") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "_config.yml")

    with pytest.raises(JekyllConfigError, match="not a regular file"):
        read_jekyll_config(tmp_path / "_config.yml")
