"""Settings of Material's blog that the journal cannot have, and slugs of categories: what is kept, and what is named."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_journal.moving.material_blog import journal_of
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.urls.slugs import slugify, titled_slug


@pytest.mark.parametrize(
    ("blog", "kept", "named"),
    [
        ({"archive_url_date_format": "yyyy/MMM"}, {"archives": {"categories": "category/:name/"}}, "archive_url_format"),
        ({"archive_url_date_format": "MM"}, {"archives": {"categories": "category/:name/"}}, "archive_url_format"),
        ({"archive_url_format": "{date}?x"}, {"folder": "blog"}, "archive_url_format: the journal cannot have ':year?x/'"),
        (
            {"post_url_format": "{date}", "post_url_date_format": "yyyy/MM"},
            {"slug_from": None},
            "post_url_format: the journal cannot have",
        ),
        ({"pagination_url_format": "more/"}, {"folder": "blog"}, "pagination_url_format: the journal cannot have 'more/'"),
        (
            {"authors_profiles": True, "authors_profiles_url_format": "who"},
            {"folder": "blog"},
            "authors_profiles_url_format",
        ),
        ({"categories_url_format": "topic/{name}"}, {"archives": {"year": "archive/:year/"}}, "categories_url_format"),
    ],
)
def test_an_address_that_the_journal_cannot_have_is_named(blog: dict[str, Any], kept: dict[str, Any], named: str) -> None:
    """The site can be built after every import."""
    found = journal_of(blog, None, directories=True)

    read_options(found.options)
    assert [line.startswith(f"blog: {named}") for line in found.not_moved] == [True]
    for name, value in kept.items():
        given = found.options.get(name)
        assert given == value if given is None or isinstance(given, str) else value.items() <= given.items()


def test_a_name_of_a_feed_that_the_journal_cannot_have_is_named() -> None:
    rss = {"feeds_filenames": {"rss_created": "a: b.xml"}, "match_path": "blog/.*", "length": 5}

    found = journal_of({}, rss, directories=True)

    assert found.options["feeds"] == {"limit": 5}
    assert found.not_moved[0].startswith("rss: feeds_filenames: the journal cannot have {'/a: b.xml': 'rss', ")


@pytest.mark.parametrize("given", [["blog/.*", "news/.*"], {"blog": ".*"}, [], 5])
def test_a_pattern_of_feeds_in_another_form_is_left_out(given: object) -> None:
    assert journal_of({}, {"match_path": given}, directories=True).options == journal_of({}, {}, directories=True).options


def test_a_blog_with_usual_settings_has_nothing_to_name() -> None:
    """Without folders, Material's further pages of the landing list have them all the same."""
    blog = {"archive_url_date_format": "yyyy/MM", "pagination_url_format": "p{page}"}

    assert journal_of(blog, None, directories=True).not_moved == ()
    flat = journal_of(blog, None, directories=False)
    assert flat.options["archives"]["month"] == "archive/:year/:month.html"
    assert [line.partition(": further")[0] for line in flat.not_moved] == ["blog: pagination_url_format"]
    assert journal_of({"pagination": False}, None, directories=False).not_moved == ()


@pytest.mark.parametrize("name", ["Sea & Sky", "C++", "A - B", "Über", " x "])
def test_slugs_of_categories_are_those_of_titles(name: str) -> None:
    """`Sea & Sky` is `sea--sky` in Material's blog, not `sea-sky`."""
    assert slugify(name, "material") == titled_slug(name)
    assert read_options({"archives": {"slug_mode": "material"}}).archives.slug_mode == "material"
