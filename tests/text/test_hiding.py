"""HTML that hides all that follows it."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.hiding import closed, end_of, left_open, place_of

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
    "<select><select>": (),
    "<select><input>": (),
    "<select><select><select>": ("select",),
    "<template><select></template>": (),
    "a<PLAINTEXT>b<title>c": ("plaintext", "title"),
    "<svg><plaintext>a</svg>": (),
    "<svg><textarea>a</svg>": (),
    "<svg><textarea>a": ("svg",),
    "<svg><desc><p>a": ("desc", "svg"),
    "<math><title>a": (),
    "<math></b><title>a</math>": (),
    "<svg><![CDATA[ a": ("![CDATA[", "svg"),
    "<object data=a><table>": ("object",),
    "<html><select></html>": ("select",),
    "a <script src='b": ("<script",),
    "a <div id=b": ("<div",),
    "a <?php b": ("<?php",),
    "a < b > c < d": (),
}


@pytest.mark.parametrize(("html", "names"), OPEN.items())
def test_what_is_left_open(html: str, names: tuple[str, ...]) -> None:
    assert left_open(html) == names


CLOSED = {
    "<plaintext>a<b>b</b><plaintext>c": "&lt;plaintext>a<b>b</b>&lt;plaintext>c",
    "<title>a <script <b": "<title>a <script <b</title>",
    "<p>a <script <b": "<p>a &lt;script &lt;b",
    "<svg><desc><p><b>a": "<svg><desc><p><b>a</b></p></desc></svg>",
    "<object><table>a": "<object><table>a</table></object>",
    "<script><!-- <script>": "<script><!-- <script></script></script>",
    "<p>a": "<p>a",
}


@pytest.mark.parametrize(("html", "wanted"), CLOSED.items())
def test_what_is_left_open_is_closed_or_text(html: str, wanted: str) -> None:
    assert closed(html) == wanted


def test_what_closes_it() -> None:
    assert [end_of(name) for name in ("!--", "![CDATA[", "title", "plaintext", "<a")] == ["-->", "]]>", "</title>", "", ""]


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


@pytest.mark.parametrize(
    ("body", "name", "place"),
    [
        ("`<plaintext>`\n</plaintext> <plaintext>", "plaintext", (2, 14)),
        ("a\n<script src='a\nb", "<script", (2, 1)),
        ("<svg><![CDATA[a]]><![CDATA[", "![CDATA[", (1, 19)),
        ("a", "<script", (1, 1)),
    ],
)
def test_where_it_is_opened_that_is_no_element(body: str, name: str, place: tuple[int, int]) -> None:
    assert place_of(body, name, markdown=True) == place


def test_in_html_there_is_no_code() -> None:
    assert place_of("`<style>`", "style", markdown=False) == (1, 2)
