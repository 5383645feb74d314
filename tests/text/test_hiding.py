"""HTML that hides all that follows it."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.hiding import end_of, left_open, place_of

OPEN = {
    "<p>a": (),
    "<script>a</script>": (),
    "<script>a": ("script",),
    "<title>a</titles>": ("title",),
    "<template><select>": ("select", "template"),
    "<svg><style/><title/></svg>": (),
    "<textarea><!-- a": ("textarea",),
    "<html><!-- a": ("!--", "html"),
    "<!-- a -->": (),
    "<!-- a --!>": (),
    "<!-->a<!--->": (),
    "<!-- <p>a</p>": ("!--",),
    "<p>a</p><!--!>": ("!--",),
    "a<!---!>b": ("!--",),
    "&lt;script>": (),
}


@pytest.mark.parametrize(("html", "names"), OPEN.items())
def test_what_is_left_open(html: str, names: tuple[str, ...]) -> None:
    assert left_open(html) == names


def test_what_closes_it() -> None:
    assert (end_of("!--"), end_of("title")) == ("-->", "</title>")


PLACES = {
    "a\n<title>": (2, 1),
    "`<title>`\n\n```\n<title>\n```\n\nb <TITLE>": (7, 3),
    "<title>a</title>\n<title>\n<title>": (2, 1),
    "    <title>\n\n<title>": (3, 1),
    "- a\n\n    <title>": (3, 5),
    "nothing": (1, 1),
}


@pytest.mark.parametrize(("body", "place"), PLACES.items())
def test_where_it_is_opened(body: str, place: tuple[int, int]) -> None:
    assert place_of(body, "title", markdown=True) == place


def test_in_html_there_is_no_code() -> None:
    assert place_of("`<style>`", "style", markdown=False) == (1, 2)
