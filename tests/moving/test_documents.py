"""Where documents and files of Jekyll's collections are published."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.moving.jekyll_site import SiteFile
from mkdocs_journal.moving.page_addresses import place_of_page, place_of_static
from mkdocs_journal.publishing.jekyll_config import JekyllConfig


def config(own: str = "", **site: object) -> JekyllConfig:
    notes = {"output": True, **({"permalink": own} if own else {})}
    return JekyllConfig(values={"collections": {"notes": notes}, **site})


def document(path: str) -> SiteFile:
    return SiteFile(PurePosixPath(path), b"", "document", "notes")


@pytest.mark.parametrize(
    ("permalink", "path", "meta", "url"),
    [
        ("/n/:year/:i_month/:title/", "_notes/2024-03-05-A b.md", {}, "n/2024/3/A-b/"),
        (
            "/n/:year-:month-:day/:slug/",
            "_notes/x.md",
            {"date": "2024-01-01 02:00 +0900", "slug": "Own"},
            "n/2023-12-31/own/",
        ),
        ("/n/:short_year_:title/", "_notes/2024-03-05-x.md", {}, "n/24_x/"),
        ("/n/:year/:name/", "_notes/2024-03-05-x.md", {"date": "soon"}, "n/:year/2024-03-05-x/"),
        ("/n/:path:output_ext", "_notes/a/x.scss", {}, "n/a/x.css"),
    ],
)
def test_a_document_has_the_parts_of_its_date(permalink: str, path: str, meta: dict[str, object], url: str) -> None:
    """In the time zone of the site; without a date, Jekyll would write the day of its build."""
    assert place_of_page(document(path), meta, config(permalink, timezone="UTC")).url == url


def test_a_time_zone_that_does_not_exist_is_utc() -> None:
    """As in Ruby."""
    given = config("/:year/:title/", timezone="Nowhere/City")

    assert place_of_page(document("_notes/2024-03-05-x.md"), {}, given).url == "2024/x/"


@pytest.mark.parametrize(("style", "url"), [("pretty", "notes/x/"), ("/:title/", "notes/x/"), ("date", "notes/x.html")])
def test_a_collection_without_a_permalink_has_the_style_of_the_site(style: str, url: str) -> None:
    assert place_of_page(document("_notes/x.md"), {}, config(permalink=style)).url == url


@pytest.mark.parametrize(
    ("permalink", "path", "url"),
    [
        ("", "_notes/a/x.svg", "notes/a/x.svg"),
        ("/n/:path/", "_notes/a/x.svg", "n/a/x.svg"),
        ("/n/:name:output_ext", "_notes/a/x.svg", "n/x.svg"),
        ("/n/:title/", "_notes/a/x.svg", "n.svg"),
        ("/n/:path", "_notes/a?b.svg", "notes/a?b.svg"),
    ],
)
def test_a_file_of_a_collection_has_its_permalink(permalink: str, path: str, url: str) -> None:
    """Jekyll knows no title and no date of it."""
    assert place_of_static(SiteFile(PurePosixPath(path), b"", "static", "notes"), config(permalink)) == url
