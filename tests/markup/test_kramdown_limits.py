"""What kramdown's reader takes as text: definitions that are too long, and code without a line."""

from __future__ import annotations

import pytest

from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.liquid.known_values import Known
from tests.growth import grows

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


def test_the_private_characters_of_places_are_text() -> None:
    """Otherwise each would become a copy of the table of contents or of the footnotes."""
    body = read_body("* x\n{:toc}\n\n# H\n\na[^1] \U0010fffc\U0010fffd\n\n* y\n{:footnotes}\n\n[^1]: note\n", NOTHING)

    assert body.html.count("markdown-toc") == 2, "the list and the link in it"
    assert body.html.count('<div class="footnotes"') == 1
    assert "\ufffd\ufffd" in body.html


def test_leftovers_are_found_at_their_places() -> None:
    """Also one that comes later in the text, and one that a cell of a table writes in another way."""
    text = '*a {:x} b\n\n| c {:y\\|z} d | e |\n\n[^f]: g {:h}\n\n[^i] {:j}\n\n[k]: l\n"' + "t" * 1001 + '"\n'

    shown = {part.written: (part.line, part.column) for part in read_body(text, NOTHING).shown}

    assert shown == {"{:x}": (1, 4), "{:y|z}": (1, 1), "{:h}": (5, 9), "[^i]": (7, 1), "{:j}": (7, 6), "[k]:": (9, 1)}


def test_leftovers_in_another_form_than_in_the_text_take_linear_time() -> None:
    assert not grows(
        lambda text: read_body(text, NOTHING), lambda size: "| a {:x\\|y} b | c |\n" * (size // 20), screen=40_000
    )


def test_an_output_with_many_filters_is_shown_as_written() -> None:
    """Each filter may make the text longer, so that their number is bounded."""
    few = "{{ '&' " + "| escape " * 30 + "}}"
    many = "{{ '&' " + "| escape " * 31 + "}}"

    assert f"&amp;{'amp;' * 29}" in read_body(few, NOTHING).html
    assert [part.written for part in read_body(f"{few}\n\n{many}", NOTHING).shown] == [many]
