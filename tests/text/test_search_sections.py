"""Sections as Material's search finds them; `tests/hosts/mkdocs/test_search_entries.py` compares pages with the plugins."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.search_sections import material_sections
from mkdocs_journal.text.usual_markup import parts_of


def sections(html: str) -> list[tuple[str | None, str, str]] | None:
    parts = parts_of(html)
    assert parts is not None
    found = material_sections(html, parts)
    return None if found is None else [(one.id, "".join(one.title.parts), "".join(one.text.parts)) for one in found]


def test_a_page_is_cut_at_its_headings() -> None:
    html = '<h1 id="a">A &amp; b<a class="headerlink" href="#a">&para;</a></h1>\n<p>One<br>two</p>\n'
    html += '<h2 id="c">C</h2><p> </p>'

    assert sections(html) == [(None, "A &amp; b", " <p>Onetwo</p> "), ("c", "C", "")]


def test_white_space_stands_once_but_in_code() -> None:
    assert sections("<em> </em>\n<em> </em>a\nb") == [(None, "", " a b")]
    assert sections("<pre>a\n<b>\n</b>\n</pre>") == [(None, "", "<pre>a\n\n\n</pre>")]


@pytest.mark.parametrize(
    "html",
    [
        '<ul><h2 id="a">A</h2></ul>',
        '<p><h2 id="a">A</h2></p>',
        "<em>" * 51,
        "<p data-search-exclude>a</p>",
        '<td class="linenodiv">1</td>',
        "<object>a</object>",
        '<p>a<h2 id="b">B</h2></p>',
    ],
)
def test_what_depends_on_more_than_headings_is_for_the_plugin(html: str) -> None:
    assert sections(html) is None
