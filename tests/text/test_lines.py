"""Where something stands in a text, looked for many times."""

from __future__ import annotations

from mkdocs_journal.text.lines import Lines

TEXT = "one\ntwo /a\nthree /b\n/a again\n"


def test_words_are_found_behind_those_before() -> None:
    lines = Lines(TEXT)

    assert [lines.of(words) for words in ("/a", "/b", "again", "/b")] == [2, 3, 4, 3]


def test_what_stands_above_is_found_from_the_beginning() -> None:
    lines = Lines(TEXT)

    assert [lines.of(words) for words in ("/b", "/a", "one", "three")] == [3, 4, 1, 3]


def test_what_is_not_there_is_in_the_first_line_however_much_it_is() -> None:
    lines = Lines(TEXT)

    assert {lines.of(f"no {number}") for number in range(200)} == {1}
    assert Lines("").of("x") == 1
