"""What the extension `toc` of Markdown does to headings, for bodies in kramdown."""

from __future__ import annotations

import pytest

from mkdocs_journal.markup.bodies import Entry
from mkdocs_journal.markup.heading_links import HeadingLinks, anchors_of, plain_name


@pytest.mark.parametrize(
    ("options", "end"),
    [
        ({}, ""),
        ({"permalink": True}, '<a class="headerlink" href="#a&amp;b" title="Permanent link">&para;</a>'),
        ({"permalink": "yes", "permalink_class": "x"}, '<a class="x" href="#a&amp;b" title="Permanent link">&para;</a>'),
        ({"permalink": "<", "permalink_title": '"'}, '<a class="headerlink" href="#a&amp;b" title="&quot;">&lt;</a>'),
    ],
)
def test_a_heading_ends_with_a_link_if_the_site_wants_one(options: dict[str, object], end: str) -> None:
    assert HeadingLinks(options).end("a&b") == end


@pytest.mark.parametrize(
    ("depth", "levels"), [(None, [1, 2, 3]), (2, [1, 2]), ("2", [1, 2]), ("2-3", [2, 3]), ("odd", [1, 2, 3])]
)
def test_the_table_of_contents_has_the_levels_of_the_option(depth: object, levels: list[int]) -> None:
    headings = HeadingLinks({} if depth is None else {"toc_depth": depth})

    listed = list(headings.listed(Entry(level, f"h{level}", "A <b>&amp;</b>") for level in (1, 2, 3)))

    assert [entry["level"] for entry in listed] == levels
    assert {entry["name"] for entry in listed} == {"A &amp;"}


def test_anchors_are_ids_and_names() -> None:
    assert anchors_of('<h1 id="a&amp;b">x</h1><a name=\'c\'></a><p title=\'id="no"\'> id="no"') >= {"a&b", "c"}
    assert plain_name("a &lt; <i>b</i>") == "a &lt; b"
