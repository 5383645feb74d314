"""YAML as plain data that knows its place."""

from __future__ import annotations

import datetime
import time

import pytest

from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, YamlError, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.kinds import KINDS
from mkdocs_journal.problems.problem import Place


def read_map(text: str) -> MapValue:
    value = read_yaml(text, first_line=2)
    assert isinstance(value, MapValue)
    return value


def test_every_value_knows_its_line_and_column() -> None:
    front = read_map('title: A\ntags:\n  - one\n  - "two"\n')

    (title_key, title), (_, tags) = front.entries
    assert (title_key.text, title_key.line, title_key.column) == ("title", 2, 1)
    assert title == Scalar("A", 2, 8)
    assert isinstance(tags, ListValue)
    assert tags.items == (Scalar("one", 4, 5), Scalar("two", 5, 5, quoted=True))


def test_scalars_stay_the_text_that_was_written() -> None:
    front = read_map("a: 1.10\nb: no\nc: 0755\nd: 12:30:00\ne: 2024-01-02\n")

    assert [value.text for _, value in front.entries if isinstance(value, Scalar)] == [
        "1.10", "no", "0755", "12:30:00", "2024-01-02",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("true", True),
        ("no", False),
        ("~", None),
        ("", None),
        ("12", 12),
        ("1.5", 1.5),
        ("2024-01-02", datetime.date(2024, 1, 2)),
        ("2024-13-45", "2024-13-45"),
        ("1" * 5000, "1" * 5000),
        ("[a, {b: 1}]", ["a", {"b": 1}]),
        ("'12'", "12"),
        ("word", "word"),
        ("=", "="),
    ],
)
def test_plain_data_is_what_yaml_makes_of_it(text: str, data: object) -> None:
    """What themes and neighbours read has YAML's types; what cannot have them stays text."""
    ((_, value),) = read_map(f"x: {text}\n").entries

    assert plain(value) == data


def test_a_merge_key_fills_in_what_is_not_there() -> None:
    front = read_map("base: &base\n  title: Merged\n  layout: x\n<<: *base\ntitle: Own\n")

    assert {key.text: value.text for key, value in front.entries if isinstance(value, Scalar)} == {
        "layout": "x",
        "title": "Own",
    }


def test_of_several_merged_maps_the_first_counts() -> None:
    front = read_map("a: &a {title: A, x: 1}\nb: &b {title: B, y: 2}\n<<: [*a, *b]\n")

    assert {key.text: value.text for key, value in front.entries if isinstance(value, Scalar)} == {
        "title": "A",
        "x": "1",
        "y": "2",
    }


def test_a_merge_of_something_else_brings_nothing_and_a_key_that_is_no_text_is_left_out() -> None:
    front = read_map("<<: text\n? [a, b]\n: c\ntitle: A\n")

    assert [key.text for key, _ in front.entries] == ["title"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "word"),
    [
        ("title: Rust: a story\n", "J106", 2, 12, "quotes"),
        ("title: 'It's late'\n", "J106", 2, 12, "quotes"),
        ('title: "Never closed\nlayout: post\n', "J106", 2, 8, "quote"),
        ("tags:\n\t- one\n", "J106", 3, 1, "tab"),
        ("author: @nils\n", "J106", 2, 9, "quotes"),
        ("title: `code`\n", "J106", 2, 8, "quotes"),
        ("tags: [one, two\nlayout: post\n", "J106", 2, 7, "bracket that is never closed"),
        ("tags: [one\n", "J106", 2, 7, "bracket that is never closed"),
        ("tags: {a: b c: d}\n", "J106", 2, 14, "comma"),
        ("tags: [one: two: three]\n", "J106", 2, 16, "comma"),
        ("tags: [,]\n", "J106", 2, 8, "where a value should be"),
        ("tags: [#one]\nlayout: post\n", "J106", 2, 7, "begins a comment"),
        ("tags: [one, #two]\nlayout: post\n", "J106", 2, 7, "begins a comment"),
        ("tags: - one\n", "J106", 2, 7, "[a, b]"),
        ("tags:\n- one\n - two: x\n- three: y: z\n", "J106", 4, 7, "colon"),
        ("- a\nb: c\n", "J106", 3, 1, "begin it with -"),
        ("title: |text\n", "J106", 2, 9, "after a |"),
        ("title: > more text\n", "J106", 2, 10, "after a |"),
        ("title: |0\n text\n", "J106", 2, 9, "after a |"),
        ("title: *Bold* words\n", "J106", 2, 13, "reserves"),
        ("title: A\ntags: &amp; b\n", "J106", 3, 11, "reserves"),
        ("title: ? why\n", "J106", 2, 8, "reserves"),
        ("title: !a!b\n", "J106", 2, 8, "reserves"),
        ("title: !<tag:x b\n", "J106", 2, 15, "reserves"),
        ("%title: x\n", "J106", 2, 7, "reserves"),
        ('title: "C:\\path"\n', "J106", 2, 11, "backslash"),
        ('title: "\\x4"\n', "J106", 2, 11, "backslash"),
        ('title: "What is it?\nexcerpt: "SEO"\n', "J106", 2, 8, "never closed"),
        ("title: 'Highlight: it\nauthor: Ada's\n", "J106", 2, 8, "never closed"),
        ("title: 'one\n  two' three\n", "J106", 2, 8, "never closed"),
        ("title: One\n--- # second\ntitle: Two\n", "J106", 3, 1, "second document"),
        ("a: *b\n", "J106", 2, 4, "anchor"),
        ('a: "\\ud800"\n', "J106", 2, 7, "backslash"),
        ("<<<<<<< HEAD\ntitle: A\n=======\n", "J105", 2, 1, "conflict"),
        ("title: !!python/name:os.system\n", "J108", 2, 8, "!!python"),
        ("x: !ruby/object:Gem {a: b}\n", "J108", 2, 4, "!ruby"),
        ("a: &a [x, *a]\n", "J109", 2, 11, "contains itself"),
        ("title: zero \x00 here\n", "J110", 2, 13, "U+0000"),
    ],
)
def test_what_is_no_plain_yaml_is_reported_at_its_place(text: str, code: str, line: int, column: int, word: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text, first_line=2)

    error = caught.value
    assert (error.code, error.line, error.column) == (code, line, column)
    assert word in str(problem(error.code, Place("a.md", line, column), "front matter", **error.values))
    assert code in KINDS


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "\n".join(
    f"{b}: &{b} [{','.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        "x: " + "[" * 10_000 + "]" * 10_000,
        "x: " + "{a: " * 20_000 + "1" + "}" * 20_000,
        "x:\n " + "- " * 20_000 + "1",
        LAUGHS,
        "\n".join(f"key{i}: value" for i in range(6_000)),
        "a: &a x\nb: [" + "*a, " * 60 + "*a]",
    ],
    ids=["brackets", "maps", "dashes", "laughs", "keys", "aliases"],
)
def test_bounds_hold_before_anything_is_built(text: str) -> None:
    """Each of these costs minutes, memory or a crash in a loader without bounds."""
    before = time.process_time()

    with pytest.raises(YamlError) as caught:
        read_yaml(text)

    assert caught.value.code == "J109"
    assert time.process_time() - before < 5


def test_an_empty_document_is_nothing() -> None:
    assert read_yaml("") is None
    assert read_yaml("# only a comment\n") is None


@pytest.mark.parametrize("number", ["0x" + "f" * 5_000, "0b" + "1" * 20_000, "1" + ":1" * 3_000, "9" * 5_000])
def test_a_number_of_too_many_digits_is_text(number: str) -> None:
    """Python reads it, but never writes it."""
    value = read_yaml(f"a: {number}\nb: 0xff\n")

    assert value is not None
    assert plain(value) == {"a": number, "b": 255}


def test_many_directives_are_refused() -> None:
    """The reader compares each with all before it."""
    few = "%TAG !a! b\n" + "".join(f"%TAG !a{number}! b\n" for number in range(50)) + "---\na: b\n"

    assert read_yaml(few) is not None
    with pytest.raises(YamlError) as raised:
        read_yaml("\n" + few, max_events=50_000)
    assert raised.value.code == "J109"
