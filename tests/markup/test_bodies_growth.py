"""The time of reading a body is linear in its length, whatever is written in it."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable

import pytest

from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.heading_links import anchors_of
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.traces import traces_for_host
from tests.growth import grows, text_misses

NOTHING = Known()
MARKS = (
    "*a ",
    "**a ",
    "_a ",
    "***",
    "[a ",
    "[a](",
    "![a",
    "![",
    "[",
    "<b>",
    '<a x="',
    "<!-- ",
    "{:",
    "{::comment}",
    "{% x ",
    "{{ x ",
    "{% raw %}",
    "{% if x %}",
    '{{ "',
    "$$ a\n\n",
    "``a`",
    '"a ',
    "'",
    "> ",
    "- ",
    "- a\n  ",
    "```a\n",
    "~~~\n",
    "~~a ",
    "| a ",
    "|`",
    "<code>|",
    "x|y\n",
    "&a",
    "\\",
    ": a\n",
    "a\n: b\n",
    "[^a]: b\n",
    "[^a]",
    '[a]: b "c\n',
    "{: .a}\n",
    "<div>",
    '<div markdown="1">\n',
    "*[a]: b\n",
    "a\n===\n",
    "    a\n\n",
    "<script>",
    "[*a",
    "*[a",
    '[x](y "',
    "<?",
    "{% highlight x %}",
    '!!! update "a"\n    ',
)


def seconds(text: str) -> float:
    best = 9.0
    gc.collect()
    gc.disable()  # its time grows with what other tests have left
    try:
        for _ in range(2):
            start = time.process_time()
            read_body(text, NOTHING)
            traces_for_host(text, attribute_lists=False, macros=False)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("mark", MARKS)
def test_time_is_linear(mark: str) -> None:
    """Four times the text takes at most about four times as long."""
    short, long = mark * (4_000 // len(mark)), mark * (16_000 // len(mark))

    assert any(seconds(long) < 9 * seconds(short) + 0.1 for _ in range(3)), "slow in each of three tries"


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("> ", "{: a\n", ""),
        ("> ", "{: \\}\n", ""),
        ("- ", "{: a~~~\n", ""),
        ("x", "{: a ", "}"),
        ("", "{::a ", "} x"),
        ("", '[a](b "c ', "')"),
        ("", '[a](b "c) ', "')"),
        ("", "[a](<b)", "\n>"),
        ("<span>" * 24, "~~a ", "b~~"),
        ("", '{:n: x="|"}\n{: x="|"}\na | b\n# h | h\n', "c"),
        ("", '{:n: x="|"}\n{: x="|"}\na | b\n-|-\n=|=\n# h | h\n', ""),
        ("", '<div markdown="1" title="|">\na | b\n</div>|\n', "c"),
        ("- ", " \t", "x"),
        ("", "{% {{ ", ""),
    ],
)
def test_time_of_what_one_mark_closes_or_none_is_linear(before: str, mark: str, after: str) -> None:
    """None is closed, or all of them by one mark at the end."""
    short, long = (before + mark * (size // len(mark)) + after for size in (8_000, 64_000))

    assert any(seconds(long) < 16 * seconds(short) + 0.1 for _ in range(3)), "slow in each of three tries"


@pytest.mark.parametrize(("before", "sign"), [("<div", " b"), ("a <b", ' b="c"')])
def test_time_of_a_tag_with_many_blanks_and_attributes_and_no_end_is_linear(before: str, sign: str) -> None:
    def text(size: int) -> str:
        return before + " " * (size // 2) + sign * (size // 2 // len(sign))

    assert not grows(lambda body: read_body(body, NOTHING), text)


@pytest.mark.parametrize(
    ("definitions", "use"),
    [
        (lambda size: f'[a]: b\n"{"t" * size}"\n', "[a] "),
        (lambda size: f"*[a]: {'t' * size}\n", "a "),
        (lambda size: "{:a: .bcd}\n" * (size // 11), "\nx\n{: a}\n"),
        (lambda size: "".join(f"{{:a{n or ''}: .{'b' * 1900} a{n + 1}}}\n" for n in range(size // 1900)), "\nx\n{: a}\n"),
    ],
    ids=["title", "abbreviation", "attributes", "lists of attributes"],
)
def test_time_of_what_is_defined_once_and_used_often_is_linear(definitions: Callable[[int], str], use: str) -> None:
    """Each use writes what was defined."""

    def text(size: int) -> str:
        return f"{definitions(size // 2)}\n{use * (size // 2 // len(use))}"

    assert not grows(lambda body: read_body(body, NOTHING), text)
    assert len(read_body(text(40_000), NOTHING).html) < 12_000_000


@pytest.mark.parametrize("start", ["    \f", "\t\v", "     \f ", "> \t\v", "- a\n\n      \f", "a\n: b\n\n        \v"])
def test_time_of_form_feeds_and_vertical_tabs_after_an_indent_is_linear(start: str) -> None:
    """They are white space, so that the line is not code."""

    def text(size: int) -> str:
        return f"{start}words\n\n" * (size // 12)

    assert not grows(lambda body: read_body(body, NOTHING), text)


def test_time_of_mixed_marks_is_linear() -> None:
    shuffled = random.Random(7)
    for _ in range(4):
        marks = shuffled.sample(MARKS, 6)
        short = "".join(shuffled.choice(marks) for _ in range(800))

        assert any(seconds(short * 4) < 9 * seconds(short) + 0.2 for _ in range(3)), "slow in each of three tries"


def test_looking_for_anchors_takes_linear_time() -> None:
    assert any(not text_misses("anchors_of", anchors_of) for _ in range(3)), "slow in each of three tries"
