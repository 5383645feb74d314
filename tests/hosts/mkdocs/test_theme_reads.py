"""What a template reads of a page is noted, and how it shows a value is known from its marks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import jinja2
import pytest
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.page_marks import MARKS, OTHERS, Cut, Values
from mkdocs_journal.hosts.mkdocs.theme_reads import Reads

META = {"title": "T", "hide": ["toc"], "status": "new", "author": "Ada"}


def page(content: str = "<p>A</p>", **meta: object) -> Page:
    return cast(Page, SimpleNamespace(meta={**META, **meta}, content=content))


def read(template: str) -> Reads:
    """Return what a template reads of a page."""
    reads, shown = Reads(), page()
    with reads.noted(shown):
        jinja2.Environment().from_string(template).render(page=shown)
    assert type(shown.meta) is dict
    assert type(shown.content) is str
    return reads


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.meta.status }}",
        "{{ page.meta['status'] }}",
        "{{ page.meta.get('status') }}",
        "{% if 'status' in page.meta %}x{% endif %}",
        "{% for name in page.meta %}{{ name }}{% endfor %}",
        "{{ page.meta | tojson if 'toc' in page.meta.hide and page.meta.status }}",
    ],
)
def test_pages_with_another_value_of_a_key_that_is_read_differ(template: str) -> None:
    reads = read(template)

    assert reads.of(page()) == reads.of(page())
    assert reads.of(page(status="old")) != reads.of(page())
    assert reads.of(page(status=None)) != reads.of(page())


def test_keys_that_are_not_read_and_texts_with_marks_make_no_difference() -> None:
    reads = read("{{ page.meta.author }}{{ page.meta.title }}")

    assert reads.of(page(status="old", author="Ben", title="U")) == reads.of(page())
    assert reads.of(page(author=["Ben"])) != reads.of(page())


def test_pages_of_which_one_has_a_text_that_is_looked_for_differ() -> None:
    reads = read("{% if 'mermaid' in page.content %}x{% endif %}{% if '<b' not in page.content %}y{% endif %}")

    assert reads.of(page("<p>B</p>")) == reads.of(page())
    assert reads.of(page("<p>mermaid</p>")) != reads.of(page())
    assert list(reads.found_in("<p>A <b>B</b>")) == ["<b"]


VALUES = Values(("R&amp;D  'x' <i>y</i>", "", "", "", ""), ("/a?b='c'&d", "", "", ""), "2024-01-02", "<p>A</p>")


@pytest.mark.parametrize(
    "template",
    [
        "{{ one }}, {{ one | e }}, {{ one | striptags }}, {{ one | striptags | e }}",
        "<a href='{{ address }}' title='{{ address | e }}'>",
        "{{ date }} {{ content }}",
    ],
)
def test_a_value_is_shown_as_its_mark_is(template: str) -> None:
    def made(values: Values) -> str:
        every: dict[str, Any] = {"one": values.words[0], "address": values.addresses[0]}
        return jinja2.Environment().from_string(template).render(**every, date=values.date, content=values.content)

    marks, others = MARKS.marks(0, "<p>"), OTHERS.marks(0, "<p>")

    assert marks.cut(made(marks)).filled(VALUES) == made(VALUES)
    assert marks.cut(made(marks)) == others.cut(made(others))


@pytest.mark.parametrize(
    "filter_", ["upper", "urlencode", "length", "title", "truncate(9)", "first", "tojson", "wordcount"]
)
def test_a_theme_that_shows_a_value_in_another_way_is_noticed(filter_: str) -> None:
    template = jinja2.Environment().from_string("<i>{{ one | " + filter_ + " }}</i>")
    marks, others = MARKS.marks(0, "<p>"), OTHERS.marks(0, "<p>")
    made = [values.cut(template.render(one=values.words[0])) for values in (marks, others)]

    assert made[0] != made[1] or made[0].filled(VALUES) != template.render(one=VALUES.words[0])


def test_a_page_that_shows_no_mark_is_one_text() -> None:
    assert MARKS.marks(0, "<p>").cut("<p>Nothing</p>") == Cut(("<p>Nothing</p>",), ())
