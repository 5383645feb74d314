"""What kramdown's reader takes as text: definitions that are too long, and code without a line."""

from __future__ import annotations

import pytest

from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.liquid.known_values import Known

NOTHING = Known()


@pytest.mark.parametrize("start", ["    \f", "\t\v", "     \f ", "> \t\v", "- a\n\n      \f", "a\n: b\n\n        \v"])
def test_a_form_feed_or_vertical_tab_after_an_indent_is_read(start: str) -> None:
    """It is white space, so that the line is not code."""
    assert "words" in read_body(f"{start}words\n\n", NOTHING).html


def test_a_long_definition_is_text_and_reported() -> None:
    body = read_body(
        f'[a]: b\n"{"t" * 1001}"\n\n[c]: d\n"{"t" * 1000}"\n\n*[e]: {"t" * 1001}\n\n[a] [c] e\n\n'
        f"{{:f: .{'g' * 1500}}}\n{{:f: .{'h' * 600}}}\n\nx\n{{: f}}\n",
        NOTHING,
    )

    assert '<a href="d" title="t' in body.html
    assert [shown.written[:5] for shown in body.shown] == ["[a]:", "*[e]:", "{:f: "]
    assert f'class="{"g" * 1500}"' in body.html


def test_a_long_abbreviation_is_text_and_reported() -> None:
    body = read_body(f"*[{'a' * 100}]: x\n\n*[{'b' * 101}]: x\n\n{'a' * 100}", NOTHING)

    assert f'<abbr title="x">{"a" * 100}</abbr>' in body.html
    assert [shown.written for shown in body.shown] == [f"*[{'b' * 101}]:"]


def test_a_table_below_lines_without_a_body_is_read() -> None:
    body = read_body('=|=\n<div markdown="1">a | b\n* c | d\n', NOTHING)

    assert "<td>* c</td>" in body.html
