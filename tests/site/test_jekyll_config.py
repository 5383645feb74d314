"""The option `jekyll`: the addresses of a Jekyll site, taken from its `_config.yml`, compared with Jekyll's own build."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journal.moving.jekyll_settings import jekyll_options, problems_of
from mkdocs_journal.publishing.jekyll_config import read_jekyll_config
from tests.conftest import Result, Site, post

BLOG = Path(__file__).parent.parent / "moving" / "jekyll_blog"
ANSWERS = json.loads(BLOG.with_suffix(".json").read_text(encoding="utf-8"))
"""What Debian's Jekyll 4.3.1 writes for the folder, with jekyll-archives 2.2.1, jekyll-feed 0.17.0, jekyll-paginate 1.1.0,
jekyll-redirect-from 0.16.0 and jekyll-sitemap 1.4.0."""
NOT_OF_THE_JOURNAL = re.compile(r"CNAME|\.well-known/.*|about-us/.*|notes/.*|staff\.html|team/.*|robots\.txt")


def moved(site: Site, **options: object) -> None:
    """Lay out the posts of the Jekyll blog as an MkDocs site."""
    shutil.copytree(BLOG / "_posts", site.folder / "docs/blog/_posts")
    shutil.copytree(BLOG / "assets", site.folder / "docs/assets")
    shutil.copy(BLOG / "_config.yml", site.folder)
    site.config["site_url"] = "https://harbour.example/log/"
    site.config["plugins"] = [
        {
            "journal": {
                "folder": "blog",
                "markup": "kramdown",
                "jekyll": "_config.yml",
                "redirects": ["redirects.json"],
                **options,
            }
        }
    ]


def journal_feed(result: Result) -> Any:
    return json.loads(result.page("blog/feed.json"))


def test_every_address_of_lists_feeds_and_posts_is_that_of_jekyll(site: Site) -> None:
    """With jekyll-archives, -feed, -paginate and -redirect-from; entries of the feed keep their IDs and dates."""
    moved(site)

    result = site.build("--strict")

    assert (result.returncode, result.messages) == (0, []), result.log
    wanted = {file for file in ANSWERS["files"] if not NOT_OF_THE_JOURNAL.fullmatch(file)}
    assert wanted - set(result.files) == set()
    feed = result.page("atom.xml")
    assert f"<id>{ANSWERS['feed']['id']}</id>" in feed
    for entry, published in ANSWERS["feed"]["entries"].values():
        assert f"<id>{entry}</id>" in feed
        assert f"<published>{published}</published>" in feed
    assert "Calm" in result.page("archive/2022/12/01/index.html")
    day = result.page("archive/2021/03/04/index.html")
    assert [link for link in ("../", "../../", "../../../../blog/") if f'href="{link}"' not in day] == []
    assert "Posts of March 4, 2021" in day


def test_options_count_before_the_configuration_of_jekyll(site: Site) -> None:
    """Each by itself: what `mkdocs.yml` does not set stays that of the file, inside `feeds` and `archives` as well."""
    moved(
        site, permalink="/:title/", feeds={"atom": "/new.xml"}, archives={"tags": ["/t/:name/", "/tag/:name/"]}, per_page=50
    )

    result = site.build("--strict")

    assert result.messages == []
    assert "first-boat/index.html" in result.files
    assert "https://harbour.example/log/first-boat" in result.page("new.xml")
    assert "<id>https://harbour.example/log/first-boat</id>" in result.page("new.xml"), "the IDs are those of jekyll-feed"
    assert "blog/page2/index.html" not in result.files
    assert "topic/news/index.html" in result.files
    assert 'href="../../t/storm/"' in result.page("tag/storm/index.html"), "the second address redirects to the first"
    assert json.loads(result.page("redirects.json"))["/tag/storm/"] == "https://harbour.example/log/t/storm/"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "timezone: Europe/Atlantis\n",
            "_config.yml:1:1: timezone: found 'Europe/Atlantis'; write the name of a time zone",
        ),
        ("a: 1\npermalink: /news/\n", "_config.yml:2:1: permalink: found '/news/'; write a pattern with :title"),
        (
            "jekyll-archives:\n  enabled: all\n  permalinks:\n    tag: /tag/\n",
            "_config.yml:4:5: jekyll-archives.permalinks.tag: found ['/tag/']; write a path with :name",
        ),
        ("a: [b\n", "jekyll: _config.yml:"),
        ("- a\n", "jekyll: _config.yml: contains no keys with values"),
        (None, "jekyll: _config.yml: cannot be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_used_is_reported_at_its_place(site: Site, text: str | None, message: str) -> None:
    site.write({"docs/journal/2024-01-02-a.md": post("title: A"), **({"_config.yml": text} if text else {})})
    site.config["plugins"] = [{"journal": {"jekyll": "_config.yml"}}]

    result = site.build()

    assert result.returncode == 1
    assert message in result.log
    assert "Traceback" not in result.log


def test_a_value_that_an_option_replaces_is_not_reported(site: Site) -> None:
    site.write(
        {"docs/journal/2024-01-02-a.md": post("title: A"), "_config.yml": "timezone: Europe/Atlantis\nfeed: {path: 1}\n"}
    )
    site.config["plugins"] = [{"journal": {"jekyll": "_config.yml", "timezone": "UTC", "feeds": {"atom": "a.xml"}}}]

    assert site.build("--strict").messages == []


WATCHED = """
import pathlib

def on_post_build(config):
    pathlib.Path(config.site_dir, "watched.txt").write_text("\\n".join(config.watch))
"""


def test_the_file_may_lie_elsewhere_and_is_watched(site: Site) -> None:
    """Liquid reads `site.…` from it, and the option `compat` is as it was: `draft` withholds a post."""
    site.write(
        {
            "docs/journal/2024-01-02-a.md": post(
                "title: A\ntags: [boats]", "The motto: {{ site.motto }}.\n\n<!--more-->\n\nLate.\n"
            ),
            "docs/journal/2024-01-03-b.md": post("title: B\ndraft: true"),
            "old/_config.yml": "motto: row on\npermalink: pretty\nfeed: {excerpt_only: true, tags: {path: /t/}}\n",
            "hook.py": WATCHED,
        }
    )
    site.config["hooks"] = ["hook.py"]
    site.config["plugins"] = [{"journal": {"jekyll": "old/_config.yml", "markup": "kramdown"}}]

    result = site.build("--strict")

    assert "The motto: row on." in result.page("2024/01/02/a/index.html")
    assert "1 draft" in result.log
    assert "old/_config.yml" in result.page("watched.txt").splitlines()
    assert {"feed.xml", "t/boats.xml"} <= set(result.files)
    assert "row on" in result.page("feed.xml")
    assert "Late" not in result.page("feed.xml")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", {"permalink": "date"}),
        (
            "pagination: {enabled: 1, permalink: '/page/:num/'}\nautopages: {enabled: 1, categories: {enabled: no}}\n",
            {
                "permalink": "date",
                "per_page": 10,
                "pager": "page/:num/",
                "archives": {"tags": ["/tag/:name/"], "slug_mode": "none", "per_page": 10},
            },
        ),
        (
            "gems: jekyll-feed\ncollections: {posts: {permalink: /n/:title/}}\nfeed: {collections: {posts: {path: n.xml}}}",
            {"permalink": "/n/:title/", "feeds": {"atom": "/n.xml", "ids": "jekyll-feed", "limit": 10}},
        ),
        (
            "jekyll-archives: {enabled: [tags, year], slug_mode: raw}\nautopages: {enabled: 1, tags: {permalink: t/:tag}}",
            {
                "permalink": "date",
                "archives": {
                    "tags": ["/tag/:name/", "/t/:name/"],
                    "categories": ["/category/:name/"],
                    "year": ["/:year/"],
                    "slug_mode": "raw",
                },
            },
        ),
        (
            "plugins: 5\npaginate: 5\njekyll-archives: all\nfeed: x\n",
            {"permalink": "date", "per_page": 5, "pager": "/page:num/"},
        ),
    ],
)
def test_the_settings_of_plugins(tmp_path: Path, text: str, options: dict[str, object]) -> None:
    """Defaults and older names of each; what has another type than it should is as if it were not there."""
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    config = read_jekyll_config(tmp_path / "_config.yml")

    assert jekyll_options(config) == options
    assert problems_of(config, {}) == ()
