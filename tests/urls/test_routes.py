"""Every URL has one owner."""

from __future__ import annotations

import pytest

from mkdocs_journal.urls.routes import Route, Routes


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("a/index.html", "a/index.html", True),
        ("a/index.html", "b/index.html", False),
        ("feed.xml", "feed.xml/index.html", True),
        ("feed.xml/index.html", "feed.xml", True),
        ("a/b/c.html", "a/b", True),
        ("a/b.html", "a/b/index.html", False),
    ],
)
def test_two_outputs_cannot_have_one_place(first: str, second: str, clash: bool) -> None:
    routes = Routes()
    assert routes.claim(Route(first, "first.md", "site")) is None

    owner = routes.claim(Route(second, "second.md", "post"))

    assert (owner is not None) is clash
    assert owner is None or owner.owner == "first.md"
    assert (second in routes) is (not clash or first == second)


def test_names_that_differ_in_case_only_are_twins() -> None:
    """So are those that differ in the composition of their letters."""
    routes = Routes()
    routes.claim(Route("Same/café.html", "a.md", "post"))

    assert routes.twin("same/cafe\u0301.html") == Route("Same/café.html", "a.md", "post")
    assert routes.twin("Same/café.html") is None
    assert routes.twin("other.html") is None
    assert routes.at("other.html") is None
    assert routes.at("Same/café.html") == Route("Same/café.html", "a.md", "post")


def test_another_may_take_a_file_over() -> None:
    """What is not the owner's any more is not written."""
    routes = Routes()
    feed = Route("feed.xml", "the feed", "feed")
    routes.claim(feed)
    assert (routes.owns(feed), routes.is_of_site("feed.xml"), routes.is_of_site("other.xml")) == (True, False, False)

    routes.take_over(Route("feed.xml", "docs/feed.xml", "site"))

    assert (routes.owns(feed), routes.is_of_site("feed.xml")) == (False, True)


def test_the_same_owner_may_claim_again() -> None:
    routes = Routes()
    route = Route("a.html", "a.md", "post")
    routes.claim(route)

    assert routes.claim(route) is None
    assert routes.at("a.html") == route
    assert routes.files == ("a.html",)
