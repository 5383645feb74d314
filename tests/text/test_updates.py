"""Dated updates in Markdown and their anchors in HTML."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.update_boxes import FoundUpdate, find_updates, with_anchors

BODIES = {
    '!!! update "2025-05-05"': [("2025-05-05", "", "update-2025-05-05")],
    '!!! Update inline end "2025-5-5: With a text"': [("2025-5-5", "With a text", "update-2025-5-5")],
    '???+ update "2025-05-05 10:30 +0200 – Later"': [("2025-05-05 10:30 +0200", "Later", "update-2025-05-05")],
    '??? update "2025/05/05, x"': [("2025/05/05", "x", "update-2025-05-05")],
    '!!! update "Nothing new"': [],
    "!!! update": [],
    '!!! note "2025-05-05"': [],
    '    !!! update "2025-05-05"': [],
    '```\n!!! update "2025-05-05"\n``` x\n```\n!!! update "2025-05-06"': [("2025-05-06", "", "update-2025-05-06")],
    "Now <ins datetime='2025-05-05'>this</ins>.": [("2025-05-05", "", "update-2025-05-05")],
    "Not `<ins datetime='2025-05-05'>`, nor <ins>this</ins>.": [],
    '!!! update "2025-05-05: `code` too"': [("2025-05-05", "`code` too", "update-2025-05-05")],
    "Text without any.": [],
}


@pytest.mark.parametrize(("body", "found"), BODIES.items(), ids=range(len(BODIES)))
def test_what_is_an_update(body: str, found: list[tuple[str, str, str]]) -> None:
    assert [(update.day, update.text, update.anchor) for update in find_updates(body)] == found


def test_two_of_one_day_have_two_anchors_and_their_lines() -> None:
    body = 'Text.\n\n!!! update "2025-05-05"\n\n    x\n\n!!! update "2025-05-05: y"\n'

    assert find_updates(body) == (
        FoundUpdate("2025-05-05", "", 3, "update-2025-05-05"),
        FoundUpdate("2025-05-05", "y", 7, "update-2025-05-05-2"),
    )


HTML = {
    "a box": (
        '<div class="admonition update">\n<p class="admonition-title">2025-05-05: x</p>',
        '<div class="admonition update" id="update-2025-05-05">\n<p class="admonition-title">2025-05-05: x</p>',
    ),
    "one that opens": (
        '<details class="update"><summary>2025-05-05</summary>',
        '<details class="update" id="update-2025-05-05"><summary>2025-05-05</summary>',
    ),
    "two of one day, the first with an id of its own": (
        '<ins id="mine" datetime="2025-05-05">a</ins> <ins datetime="2025-05-05">b</ins>',
        '<ins id="mine" datetime="2025-05-05">a</ins> <ins datetime="2025-05-05" id="update-2025-05-05-2">b</ins>',
    ),
    "without a day": (
        '<div class="admonition update"><p class="admonition-title">Update</p><ins>x</ins>',
        '<div class="admonition update"><p class="admonition-title">Update</p><ins>x</ins>',
    ),
}


@pytest.mark.parametrize(("html", "wanted"), HTML.values(), ids=HTML)
def test_anchors_are_put_where_updates_stand(html: str, wanted: str) -> None:
    assert with_anchors(html) == wanted
