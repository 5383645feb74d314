"""Front matter read line by line is what libyaml makes of it; everything else is left to libyaml."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mkdocs_journal.front_matter import located_yaml
from mkdocs_journal.front_matter.located_yaml import (
    Document,
    YamlError,
    document_of_events,
    read_document,
)
from mkdocs_journal.front_matter.usual_yaml import read_usual
from tests.conftest import CI

PIECES = (
    "title: ", "tags:", "date: ", "a-b_c: ", "x:", "<<: ", "- ", "  - ", "[", "]", ", ", ",", '"', "'", '"a"', "'b'", ": ",
    " #", "#", "&a ", "*a", "!", "|", ">", "%", "@", "`", "{", "}", "?", "~", "null", "2024-01-02", "12:30", "C#", "C++",
    "it's", "é", "words of a title", "https://x.org/a#b", "\n", "\n", "\n", "\n  ", " ", "   ", "-", "---", "...", "\\",
    "\t", "\ufeff", "\u2028", "\x85", "\xa0", "=", "<", ".", "…", "=======", "\U0001f600",
)  # fmt: skip
LINES = st.lists(
    st.sampled_from(
        [
            "title: A", 'title: "A: b"', "title: 'A'", "tags: [a, b c, \"d\", 'e']", "tags: []", "tags: [a,]", "tags:",
            "- a", "  - a b", '  - "c"', " - x", "date: 2024-01-02", "# comment", "", "url: https://x.org/", "empty:   ",
            "end: a  ", "author: Zoë Novak", "  more", "x: a:", "y: a #b", "z: [a, [b]]", "w: {a: b}",
        ]
    ),
    max_size=8,
).map("\n".join)  # fmt: skip


def both(text: str) -> tuple[Document | None, object]:
    """Return what each way makes of a text; None: the first leaves it to the other."""
    usual = read_usual(text, 2)
    try:
        plain: object = document_of_events(text, first_line=2)
    except YamlError as error:
        plain = str(error)
    return Document(usual) if usual else None, plain


@settings(max_examples=600, deadline=None, derandomize=CI, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | LINES)
@example("tags: [a #b, c]\n")
@example('title: "It"\ntags:\n- a\n-  "b"\nlast:\n')
def test_both_ways_read_the_same(text: str) -> None:
    """Texts, lines and columns, whether a value was quoted, and their order."""
    usual, plain = both(text)

    assert usual is None or usual == plain


@pytest.mark.parametrize(
    "form",
    [
        "a: {}x",
        "a: x{}y",
        "a: x{}",
        "a: x {}y",
        "a: {} x",
        "a: [{}x, y]",
        "a: [x{}y]",
        "a: [x{}]",
        "a:\n- {}x",
        "a:\n- x{}",
        "{}a: x",
    ],
)
def test_both_ways_read_each_sign_the_same(form: str) -> None:
    """At the beginning of a value, of an item and of a line, inside and at the end."""
    for sign in map(chr, (*range(0x20, 0x7F), 0x85, 0xA0, 0xE9, 0x2028, 0xFEFF, 0x1F600)):
        usual, plain = both(form.format(sign))
        assert usual is None or usual == plain, sign


@pytest.mark.parametrize(
    "text",
    [
        "title: Open Source AI – a Reality Check\n",
        'title: "Rust: a story"   \nlayout: post\n',
        "tags: [AI, 'Open Source', \"C#\", C++, it's]\ncategories: []\n",
        "tags: [a, b,]\n",
        "tags:\n  - one\n  - 'two'\n  - \"three\"\ndate: 2024-11-12 09:30:00 +0100\n",
        "tags:\n- one\n-   two\n",
        "# a comment\n\ntitle: A\n# another\nempty:\nblanks:   \nurl: https://x.org/a#b\n",
        "a: 1.10\nb: no\nc: ~\nd: 12:30:00\ne: C#\nf: a - b\n",
    ],
)
def test_usual_front_matter_is_read_line_by_line(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, plain = both(text)

    assert usual == plain
    monkeypatch.setattr(located_yaml, "document_of_events", lambda text, **_: text)
    assert read_document(text, first_line=2) == usual


@pytest.mark.parametrize(
    "text",
    [
        "title: Rust: a story\n",
        "title: a # comment\n",
        'title: "a" # comment\n',
        'title: "a\\n"\n',
        "title: 'it''s'\n",
        "title: a\n  more\n",
        "title:\n  a\n",
        "tags:\n- a\n - b\n",
        "tags:\n- a: b\n",
        "tags: [a: b]\n",
        "tags: [a, #b]\n",
        "tags: [a, [b]]\n",
        "tags: [a\n",
        "a: |\n  b\n",
        "a: {b: c}\n",
        "a: &b c\n",
        "<<: x\n",
        "a : b\n",
        "a:\tb\n",
        "a: b\u2028c: d\n",
        "- a\n",
        "text\n",
        "",
        "\n# comment\n",
        "---\n",
    ],
)
def test_everything_else_is_left_to_libyaml(text: str) -> None:
    assert read_usual(text, 2) is None


def test_limits_hold_for_usual_lines() -> None:
    """A text that may have more values than are allowed is counted by its events."""
    with pytest.raises(YamlError, match="J109"):
        read_document("a: b\n" * 100, max_events=150)
