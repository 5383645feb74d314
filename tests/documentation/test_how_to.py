"""What the how-to pages promise, in sites that have their files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, Result, Site
from tests.documentation.fences import fences_of
from tests.documentation.test_tutorial import PICTURE
from tests.host_process import run_check

HOW_TO = ROOT / "docs/how-to"
POSTS: dict[str, str | bytes] = {
    "docs/index.md": "# Tidewatch\n",
    "docs/journal/2026-03-10-first-release.md": "---\ntitle: The first release\ntags: [release]\n---\n\nText.\n",
    "docs/journal/2026-04-02-second.md": "---\ntitle: Second\ntags: [gauges]\ncategories: [News]\n---\n\nText.\n",
    "docs/journal/images/harbour.png": PICTURE,
}
BASE: dict[str, object] = {
    "site_name": "Tidewatch",
    "site_url": "https://example.org/",
    "theme": {"name": "mkdocs"},
    "plugins": ["search", "journal"],
}


def site_of(page: str, folder: Path, files: Mapping[str, str | bytes] = POSTS, *, block: int = 0) -> Site:
    """Return a site with the files of a how-to page, and one of its blocks for `mkdocs.yml`."""
    fences = list(fences_of(HOW_TO / page))
    blocks = [yaml.safe_load(fence.text) for fence in fences if fence.title == "mkdocs.yml"]
    config = BASE | (blocks[block] if blocks else {})
    theme = {**config["theme"], "name": "mkdocs"}
    site = Site(folder, {**config, "theme": theme})
    site.write({**files, **{fence.title: fence.text for fence in fences if fence.title and fence.title != "mkdocs.yml"}})
    return site


def built(site: Site) -> Result:
    """Build the site in strict mode, without a message."""
    result = site.build("--strict")
    assert result.messages == []
    assert result.returncode == 0, result.log
    return result


def test_recent_posts(tmp_path: Path) -> None:
    """By a block on the home page, by one for a tag, and in a template."""
    result = built(site_of("recent-posts.md", tmp_path))

    home, news, template = (result.page(f"{folder}index.html") for folder in ("", "news/", "start/"))
    assert home.index("Recent posts") < home.index('href="journal/2026/04/second/"')
    assert home.index('href="journal/2026/04/second/"') < home.index('href="journal/2026/03/first-release/"')
    assert '"../journal/2026/03/first-release/"' in news
    assert '"../journal/2026/04/second/"' not in news
    assert re.findall(r'<li><a href="(.*?)">(.*?)</a>, ', template) == [
        ("../journal/2026/04/second/", "Second"),
        ("../journal/2026/03/first-release/", "The first release"),
    ]


def test_the_whole_site_as_a_journal(tmp_path: Path) -> None:
    site = site_of("recent-posts.md", tmp_path, block=1)
    site.write({"docs/index.md": "# Tidewatch\n", "docs/start.md": "# Start\n"})

    result = built(site)

    assert "The first release" in result.page("index.html")


@pytest.mark.parametrize("block", [0, 1, 2])
def test_the_journal_in_the_navigation(block: int, tmp_path: Path) -> None:
    """At a place, as a section with lists, or with entries of one's own."""
    result = built(site_of("navigation.md", tmp_path, block=block))

    home = result.page("index.html")
    entries = [
        ["News"],
        ["2026", "News"],
        ["This year", "Releases", "How we began", "Feed"],
    ][block]
    for entry in entries:
        assert re.search(rf">\s*{entry}\s*<", home), entry


def test_look(tmp_path: Path) -> None:
    """A stylesheet, a label and a template of the site."""
    sheet, labels, template = (built(site_of("look.md", tmp_path / str(block), block=block)) for block in range(3))

    assert "assets/extra.css" in sheet.page("journal/index.html")
    assert ">Feeds<" in labels.page("journal/index.html")
    assert (
        template.page("journal/2026/04/second/index.html").count('<p class="journal-byline"><time datetime="2026-04-02">')
        == 1
    )


def test_comments(tmp_path: Path) -> None:
    """Below each post but those that say no."""
    site = site_of("comments.md", tmp_path)
    site.write({"docs/journal/2026-05-05-quiet.md": "---\ntitle: Quiet\ncomments: false\n---\n\nText.\n"})

    result = built(site)

    assert "giscus.app" in result.page("journal/2026/04/second/index.html")
    assert "giscus.app" not in result.page("journal/2026/05/quiet/index.html")


def test_images(tmp_path: Path) -> None:
    """A picture beside the post, a cover, and one picture for all link previews."""
    result = built(site_of("images.md", tmp_path))

    assert "images/harbour.png" in result.page("journal/2026/04/a-second-harbour/index.html")
    assert 'property="og:image"' in result.page("journal/2026/04/second/index.html")
    assert "The harbour at low tide" in result.page("journal/2026/04/a-cover/index.html")
    assert "images/harbour.png" in result.page("journal/index.html")


def test_rename(tmp_path: Path) -> None:
    """Posts keep their addresses or redirect from them, lists redirect, and the old feeds are written."""
    files = {name.replace("journal/", "blog/"): text for name, text in POSTS.items()}
    kept = site_of("change-urls.md", tmp_path / "a", files)
    moved = site_of("change-urls.md", tmp_path / "b", files, block=1)
    for site in (kept, moved):
        example = site.folder / "docs/journal/2026-03-10-first-release.md"
        if site is kept:
            site.write({"docs/blog/2026-03-10-first-release.md": example.read_bytes()})
        example.unlink()
    urls = site_of("change-urls.md", tmp_path / "c", block=2)

    first, second, third = built(kept), built(moved), built(urls)

    assert "Tidewatch 1.0" in first.page("journal/2026/03/first-release/index.html")
    assert "2026/03/first-release/" in first.page("journal/2026/03/release-one/index.html")
    assert "<id>https://example.org/journal/2026/03/first-release/</id>" in first.page("blog/feed.xml")
    for page in ("2026/03/first-release/", "2026/04/second/", "tags/release/", "2026/", "2026/03/"):
        assert f"blog/{page}" in second.page(f"journal/{page}index.html"), page
    assert all(result.page("journal/feed.xml") == result.page("blog/feed.xml") for result in (first, second))
    assert {"journal/second/index.html", "topics/gauges/index.html", "archive/2026/index.html"} <= set(third.files)


def test_pages_of_mkdocs_rss_plugin(tmp_path: Path) -> None:
    """Posts stay where they are, and feeds have their old addresses."""
    files = {"docs/index.md": "# Home\n", "docs/news/one.md": "---\ntitle: One\ndate: 2026-03-10\n---\n\nText.\n"}

    result = built(site_of("move-from-rss-plugin.md", tmp_path, files))

    assert "<link>https://example.org/news/one/</link>" in result.page("feed_rss_created.xml")
    assert "news/one/index.html" in result.files
    assert json.loads(result.page("feed_json_created.json"))["items"][0]["url"] == "https://example.org/news/one/"


def test_a_feed_of_releases(tmp_path: Path) -> None:
    """By the tag, or as a journal of its own; and feeds with a title of their own."""
    blocks = [yaml.safe_load(fence.text) for fence in fences_of(HOW_TO / "several-journals.md")][1:]
    titled, by_tag, by_journal = (Site(tmp_path / str(number), BASE | block) for number, block in enumerate(blocks))
    for site in (titled, by_tag, by_journal):
        site.write(POSTS)
    by_journal.write({f"docs/{name}/2026-05-05-x.md": "---\ntitle: X\n---\n\nText.\n" for name in ("news", "releases")})

    assert "<title>News from the harbour</title>" in built(titled).page("journal/feed.xml")
    assert "The first release" in built(by_tag).page("feeds/release.xml")
    assert {"releases/feed.xml", "releases/x/index.html", "all/feed.xml"} <= set(built(by_journal).files)


def test_versions(tmp_path: Path) -> None:
    """Without mike itself: IDs do not depend on the version, and feeds are not announced."""
    site = site_of("versions.md", tmp_path)
    site.config["plugins"] = [plugin for plugin in site.config["plugins"] if plugin != "mike"]  # type: ignore[attr-defined]

    result = built(site)

    assert "<id>tag:example.org,2026:journal/journal/2026/04/second/</id>" in result.page("journal/feed.xml")
    assert "application/atom+xml" not in result.page("index.html")


def test_the_problem_matcher_reads_what_check_prints(tmp_path: Path) -> None:
    """Each message is found with its severity, file, line, column and code."""
    (task,) = [json.loads(fence.text) for fence in fences_of(HOW_TO / "find-mistakes.md") if fence.language == "json"]
    pattern = task["tasks"][0]["problemMatcher"]["pattern"]
    site = Site(tmp_path, BASE)
    site.write({**POSTS, "mkdocs.yml": json.dumps(BASE)})
    site.write({
        "docs/journal/reality-check.md": "---\nlayout: post\ntitle: Reality check\n---\n",
        "docs/journal/2026-05-05-x.md": "---\ntitle: X\nlast_updated: soon\n---\n",
    })  # fmt: skip

    printed = run_check([], site.folder).stdout

    found = [re.fullmatch(pattern["regexp"], line) for line in printed.splitlines()]
    fields = ("severity", "file", "line", "column", "code")
    assert [tuple(match[pattern[name]] for name in fields) for match in found if match] == [
        ("warning", "docs/journal/2026-05-05-x.md", "3", "15", "J306"),
        ("error", "docs/journal/reality-check.md", "1", None, "J301"),
    ]


def test_the_hook_of_pre_commit_is_that_of_the_repository() -> None:
    (config,) = [yaml.safe_load(fence.text) for fence in fences_of(HOW_TO / "find-mistakes.md") if fence.language == "yaml"]
    (shown,) = config["repos"][0]["hooks"]
    (own,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert {key: shown[key] for key in ("id", "entry", "language", "files", "pass_filenames")} == {
        key: own[key] for key in ("id", "entry", "language", "files", "pass_filenames")
    }


def test_a_pinned_post_and_a_series_in_german(tmp_path: Path) -> None:
    """The pinned post is first on the landing page only."""
    site = site_of("publish.md", tmp_path)
    site.config["plugins"] = [{"journal": {"locale": "de"}}]

    result = built(site)

    landing, feed = result.page("journal/index.html"), result.page("journal/feed.xml")
    assert landing.index("Open day") < landing.index("Inside the parser: fields")
    assert feed.index("Inside the parser: fields") < feed.index("Open day")
    assert "5. Mai 2026" in landing
    assert "journal/series/inside-the-parser/index.html" in result.files
    assert "Two digits" not in landing + feed
