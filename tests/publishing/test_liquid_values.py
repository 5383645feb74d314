"""What Liquid may ask for in a site that comes from Jekyll."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.jekyll_config import config_file, jekyll_values
from mkdocs_journal.publishing.liquid_values import KnownValues
from mkdocs_journal.publishing.option_doubts import doubts
from mkdocs_journal.publishing.site_info import SiteInfo

POST = Post(
    source=PurePosixPath("journal/_posts/2024-01-02-a.md"),
    title="A",
    date=datetime(2024, 1, 2, tzinfo=UTC),
    slug="a",
    body="",
)


def site(folder: Path) -> SiteInfo:
    (folder / "docs").mkdir(exist_ok=True)
    url = "https://example.org/sub/"
    return SiteInfo(name="T", url=url, docs=folder / "docs", configuration=folder / "mkdocs.yml", author="Ann")


@pytest.mark.parametrize(
    ("beside", "in_docs", "expected"),
    [
        (b"title: J\n", b"title: K\n", {"title": "J"}),
        (None, b"title: K\n", {"title": "K"}),
        (b"title: J: K\n", None, {}),
        (b"\xff\xfe\xfa", None, {}),
        (b"- a\n", None, {}),
        (None, None, {}),
    ],
)
def test_the_configuration_of_jekyll_is_read_where_it_lies(
    tmp_path: Path, beside: bytes | None, in_docs: bytes | None, expected: dict[str, str]
) -> None:
    """Beside that of MkDocs before the docs; what cannot be read says nothing."""
    info = site(tmp_path)
    for folder, data in ((tmp_path, beside), (info.docs, in_docs)):
        if data is not None:
            (folder / "_config.yml").write_bytes(data)

    assert jekyll_values(info) == expected


def test_links_lead_to_posts_and_files_below_the_docs_only(tmp_path: Path) -> None:
    info = site(tmp_path)
    (info.docs / "a.png").write_bytes(b"")
    (tmp_path / "secret").write_bytes(b"")
    known = KnownValues((POST,), info, {}, {POST.source: "2024/a/"}.get).of(POST, Options())

    assert known.post_url("2024-01-02-a") == "/sub/2024/a/"
    assert known.link("_posts/2024-01-02-a.md") == "/sub/2024/a/"
    assert known.link("/a.png") == "/a.png"
    assert known.link("../secret") is None
    assert known.link("b.png") is None


def test_the_options_of_the_site_count_before_those_of_jekyll(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_bytes(b"title: J\nauthor: Bob\nmine: 1\ntheirs: 1\n")

    known = KnownValues((POST,), site(tmp_path), {"theirs": 2}).of(POST, Options()).site

    assert {name: known[name] for name in ("title", "author", "mine", "theirs", "url", "baseurl")} == {
        "title": "T", "author": "Ann", "mine": 1, "theirs": 2, "url": "https://example.org", "baseurl": "/sub",
    }  # fmt: skip


def test_a_language_that_nobody_knows_is_reported_at_the_option() -> None:
    info = SiteInfo(configuration=None)

    (found,) = doubts(info, Options(locale="qqq"))

    assert (found.code, found.key) == ("J806", "locale")
    assert doubts(info, Options(locale="de")) == doubts(info, Options()) == ()


def test_the_last_day_of_the_calendar_is_a_date_in_every_zone(tmp_path: Path) -> None:
    """Authors write it for a text that never comes out; in New Zealand that evening is in the year 10000."""
    never = replace(POST, date=datetime(9999, 12, 31, 23, 59, tzinfo=UTC))

    known = KnownValues((never,), site(tmp_path), {}).of(never, Options(timezone="Pacific/Auckland"))

    assert f"{known.page['date']}".startswith("9999-12-31 23:59")


def test_a_folder_that_may_not_be_entered_has_no_configuration(locked: Path) -> None:
    (locked / "_config.yml").write_text("title: A\n", encoding="utf-8")

    assert config_file(locked) is None
