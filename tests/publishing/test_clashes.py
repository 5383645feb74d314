"""`clash_advice()`: what to write where two posts want one URL."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.clashes import clash_advice
from mkdocs_journal.publishing.permalinks import address_of


def make_post(day: int, slug: str = "weekly", permalink: str = "") -> Post:
    date = datetime(2024, 1, day, tzinfo=UTC)
    source = PurePosixPath(f"journal/2024-01-{day:02}-{slug}.md")
    return Post(source=source, title="T", date=date, slug=slug, permalink=permalink, body="")


SLUG = "slug: weekly-2024-01-12"
ADVICE = [
    ("/:folder/:year/:month/:title/", "/:folder/:year/:month/:day/:title/"),
    ("/:folder/:title/", "/:folder/:year/:month/:day/:title/"),
    ("/:year/p-:title.html", "/:year/:month/:day/p-:title.html"),
    ("none", "/:categories/:year/:month/:day/:title:output_ext"),
    ("ordinal", ""),
]


@pytest.mark.parametrize(("permalink", "with_day"), ADVICE)
def test_the_advice_can_be_copied(permalink: str, with_day: str) -> None:
    """The slug that it names gives the post a URL of its own, and so does the permalink with the day."""
    first, second = make_post(5), make_post(12)

    advice = clash_advice(second, first, Options(permalink=permalink), lambda _: True)

    assert advice == f"write {SLUG}" + (f" in the post, or permalink: {with_day} in mkdocs.yml" if with_day else "")
    other = Options(permalink=with_day or permalink)
    assert address_of(first, other) != address_of(second, other)


def test_posts_of_one_day_need_a_slug() -> None:
    first, second = make_post(5), make_post(5)

    assert clash_advice(second, first, Options(), lambda _: True) == "write slug: weekly-2024-01-05"
    assert clash_advice(second, None, Options(), lambda _: True) == "write slug: weekly-2024-01-05"


def test_two_posts_of_one_day_at_the_url_of_the_day() -> None:
    advice = clash_advice(make_post(5), make_post(5), Options(permalink="/:year/:month/:day/"), lambda _: True)

    assert advice == "write another permalink"


def test_the_slug_is_free() -> None:
    taken = {f"journal/2024/01/weekly-{ending}/index.html" for ending in ("2024-01-05", "2", "3")}

    assert clash_advice(make_post(5), None, Options(), lambda file: file not in taken) == "write slug: weekly-4"


@pytest.mark.parametrize("permalink", ["file", "/:name/", "/" + "x" * 242 + ":title/"])
def test_where_no_slug_helps_the_file_is_to_be_renamed(permalink: str) -> None:
    """Its URL is the file's, has no slug in it, or has no room for a longer one."""
    assert clash_advice(make_post(5), None, Options(permalink=permalink), lambda _: False) == "rename the file"


def test_a_permalink_of_the_post_itself_is_to_be_another() -> None:
    assert clash_advice(make_post(5, permalink="/x/"), None, Options(), lambda _: True) == "write another permalink"


def test_a_long_slug_has_room_for_the_day() -> None:
    advice = clash_advice(make_post(5, "x" * 250), None, Options(), lambda _: True)

    assert advice.startswith("write slug: xxx")
    assert advice.endswith("-2024-01-05")


def test_no_slug_helps_where_a_folder_of_the_path_is_a_file() -> None:
    """A post of the category `feed.xml` at `/feed.xml/name.html`: the search for a slug never ended."""
    assert clash_advice(make_post(5), None, Options(), lambda _: False) == "write another permalink"
