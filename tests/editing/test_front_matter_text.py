"""Front matter edited in place: the rest of a file byte for byte."""

from __future__ import annotations

import pytest

from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText
from mkdocs_journal.editing.scalars import as_flow_list, as_scalar
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar, read_yaml

TEXT = (
    "---\ntitle: 'A: b'  # c\ntags:\n  - x  # one\n  - \"y z\"\n\n# end\ndate:\ntext: |\n  a\n\nmap: {a: [1]}\n---\nBody\n"
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("title", "'A: b'", "New"),
        ("tags", 'tags:\n  - x  # one\n  - "y z"', "tags: [a]"),
        ("date", "date:", "date: 2024-01-01"),
        ("text", "|\n  a\n", "B\n"),
        ("map", "{a: [1]}", "c"),
    ],
)
def test_a_value_is_replaced(newline: str, mark: str, name: str, before: str, after: str) -> None:
    text = mark + TEXT.replace("\n", newline)
    value = after.removeprefix(f"{name}: ").strip()

    changed = FrontMatterText(text).with_value(name, value)

    assert changed == text.replace(before.replace("\n", newline), after.replace("\n", newline), 1)


@pytest.mark.parametrize(
    ("text", "below", "wanted"),
    [
        ("---\ntitle: A # c\nx: 1\n---\nB\n", ("date", "title"), "---\ntitle: A # c\nk: v\nx: 1\n---\nB\n"),
        ("---\ntitle: A\nx: 1\n---\nB\n", (), "---\ntitle: A\nx: 1\nk: v\n---\nB\n"),
        ("---\r\n  title: A\r\n---\r\nB", ("title",), "---\r\n  title: A\r\n  k: v\r\n---\r\nB"),
        ("---\n---\nB\n", (), "---\nk: v\n---\nB\n"),
        ("Text\n", (), "---\nk: v\n---\nText\n"),
        ("", (), "---\nk: v\n---\n"),
        ("---\ntitle: A\n...\nB\n", (), "---\ntitle: A\nk: v\n...\nB\n"),
    ],
)
def test_a_key_is_added(text: str, below: tuple[str, ...], wanted: str) -> None:
    assert FrontMatterText(text).with_value("k", "v", below=below) == wanted


def test_the_name_that_a_file_has_for_a_key_stays() -> None:
    text = "---\nModified: 2020-01-01\n---\n"

    assert FrontMatterText(text).with_value("last_updated", "x", aliases=("modified",)) == "---\nModified: x\n---\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\na: 1\ndraft: true  # soon\nb: 2\n---\n", "---\na: 1\nb: 2\n---\n"),
        ("---\ndraft: |\n  x\n  y\nb: 2\n---\n", "---\nb: 2\n---\n"),
        ("---\nDraft: true\ndraft: false\n---\n", "---\n---\n"),
        ("---\na: 1\n---\ndraft: true\n", "---\na: 1\n---\ndraft: true\n"),
    ],
)
def test_a_key_is_removed(text: str, wanted: str) -> None:
    assert FrontMatterText(text).without("draft") == wanted


def test_scalars_of_lists_have_their_places_and_those_of_maps_have_not() -> None:
    text = "---\nanchor: &a [p, 'q']\nnested: [a, [b, c]]\nalias: *a\nmap: [{a: b}]\n? [x]\n: y\n---\n"
    front = FrontMatterText(text)

    found = {
        entry.key.text: [(span.text, text[span.start : span.end]) for span in entry.scalars] for entry in front.entries
    }

    assert found == {
        "anchor": [("p", "p"), ("q", "'q'")],
        "nested": [("a", "a"), ("b", "b"), ("c", "c")],
        "alias": [],
        "map": [],
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\n{title: A}\n---\n", "in braces"),
        ("---\ntitle: [\n---\n", "cannot be read"),
        ("---\ntitle: A\n", "cannot be read"),
        ("----\ntitle: A\n----\n", "cannot be read"),
    ],
)
def test_front_matter_that_cannot_be_edited(text: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        FrontMatterText(text)


def test_front_matter_that_is_no_map_has_no_keys() -> None:
    assert FrontMatterText("---\n- a\n---\n").entries == ()
    assert FrontMatterText("---\n# only a comment\n---\n").entries == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Release", "Release"),
        ("Ünïcödé 日本", "Ünïcödé 日本"),
        ("C#", "C#"),
        ("a: b", '"a: b"'),
        ("yes", '"yes"'),
        ("No", '"No"'),
        ("2024", '"2024"'),
        ("1.5", '"1.5"'),
        ("2024-01-01", '"2024-01-01"'),
        ("", '""'),
        ("-", '"-"'),
        ("- a", '"- a"'),
        ("a, b", '"a, b"'),
        ("[a]", '"[a]"'),
        ("a #b", '"a #b"'),
        ("#a", '"#a"'),
        ("@a", '"@a"'),
        ("'q'", "\"'q'\""),
        ('say "x"', 'say "x"'),
        ("two\nlines", '"two\\nlines"'),
        ("x: ", '"x: "'),
        ("!t", '"!t"'),
        ("*a", '"*a"'),
    ],
)
def test_a_text_as_a_scalar(text: str, wanted: str) -> None:
    written = as_scalar(text)

    assert written == wanted
    value = read_yaml(f"a: {written}")
    assert isinstance(value, MapValue)
    item = value.entries[0][1]
    assert isinstance(item, Scalar)
    assert item.text == text


def test_texts_as_a_list() -> None:
    assert as_flow_list(("a", "b, c", "true")) == '[a, "b, c", "true"]'
