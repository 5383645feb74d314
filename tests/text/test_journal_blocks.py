"""Blocks `journal` are found in Markdown at any indentation, but not where other code or a comment contains them."""

from __future__ import annotations

import itertools

import pytest

from mkdocs_journal.text.journal_blocks import JournalBlock, find_blocks, rendered_with_blocks, with_blocks
from tests.growth import grows

BLOCK = "```journal\ntag: a\n```"


def indented(text: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (BLOCK, "tag: a"),
        ("~~~journal\ntag: a\n~~~", "tag: a"),
        ("~~~~~ {.journal}\ntag: a\n~~~~~", "tag: a"),
        ("``` { journal }\ntag: a\n```  ", "tag: a"),
        ("```journal\n```", ""),
        (f"!!! note\n{indented(BLOCK, '    ')}", "tag: a"),
        (f"- a\n\n{indented(BLOCK, '  ')}", "tag: a"),
        (f"- a\n    - b\n\n{indented(BLOCK, '        ')}", "tag: a"),
        (indented(BLOCK, "> "), "tag: a"),
        (indented(BLOCK, "> > "), "tag: a"),
        ("- a\n\n    ```journal\n    tags:\n      - b\n    ```", "tags:\n  - b"),
        ("```\nother\n```\n" + BLOCK, "tag: a"),
        ("- a\n\n    ```\n    not closed\n\nText\n\n" + BLOCK, "tag: a"),
        ("> ```\n> not closed\n\n" + BLOCK, "tag: a"),
        (f"<!-- a -->\n{BLOCK}", "tag: a"),
        (f"`<!--` is the beginning of a comment\n\n{BLOCK}\n\n`-->` its end", "tag: a"),
        (f"a <!-- that nobody closes\n\n{BLOCK}", "tag: a"),
        (f"<!--\ncomment\n-->\n{BLOCK}", "tag: a"),
    ],
)
def test_what_is_a_block(text: str, content: str) -> None:
    found = find_blocks(text)

    assert [(block.content, block.closed) for block in found] == [(content, True)]


@pytest.mark.parametrize(
    "text",
    [
        "A journal.",
        "```journal.py\nx\n```",
        "```journal title=x\ntag: a\n```",
        "```journals\ntag: a\n```",
        "```yaml\njournal: a\n```\n\nA journal",
        "`` ```journal `` inline",
        "```journal``` inline",
        f"````markdown\n{BLOCK}\n````",
        f"~~~markdown\n{BLOCK}\n~~~",
        f"- a\n\n    ````markdown\n{indented(BLOCK, '    ')}\n    ````",
        f"> ````\n{indented(BLOCK, '> ')}\n> ````",
        f"````\n{indented(BLOCK, '    ')}\n````",
        f"<!--\n{BLOCK}\n-->",
        f"text <!-- comment\n{BLOCK}\n--> text",
        f"<!-- a --> <!--\n{BLOCK}\n-->",
    ],
)
def test_what_is_not(text: str) -> None:
    assert find_blocks(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("```journal\ntag: a\n\nText", "tag: a\n\nText"),
        ("- a\n\n    ```journal\n    tag: a\n\nText\n```", "tag: a\n"),
        ("```journal\ntag: a\n``", "tag: a\n``"),
        ("~~~journal\ntag: a\n```", "tag: a\n```"),
    ],
)
def test_a_block_without_its_end(text: str, content: str) -> None:
    assert [(block.content, block.closed) for block in find_blocks(text)] == [(content, False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"- {BLOCK.replace(chr(10), chr(10) + '  ')}\n\n{BLOCK}", [(0, 2, True), (4, 6, False)]),
        (f"10) - {BLOCK}\n\n{BLOCK}", [(0, 2, True), (4, 6, False)]),
        (f"> * {BLOCK.replace(chr(10), chr(10) + '>   ')}\n\n{BLOCK}", [(0, 2, True), (4, 6, False)]),
        (f"    - {BLOCK.replace(chr(10), chr(10) + '            ')}\n- b\n\n{BLOCK}", [(0, 2, True), (5, 7, False)]),
        (f"- ```\n  other\n  ```\n\n{BLOCK}", [(4, 6, False)]),
        (f"1. ~~~\n   - ```journal\n   ~~~\n\n{BLOCK}", [(4, 6, False)]),
        (f"-```journal\n\n{BLOCK}", [(2, 4, False)]),
        (f"```\n- ```\n```\n\n{BLOCK}", [(4, 6, False)]),
    ],
)
def test_a_fence_behind_the_sign_of_a_list_item(text: str, found: list[tuple[int, int, bool]]) -> None:
    """It is none for Markdown, so that ours is marked; whichever it is, what is behind its end is read."""
    assert [(block.first, block.last, block.in_item) for block in find_blocks(text)] == found


def test_other_lines_in_their_place() -> None:
    """Each is a paragraph behind what stood before the fence; what stays is not changed."""
    text = f"a\n{BLOCK}\nb\n{indented(BLOCK, '> ')}\n\n```journal\nno"

    def new(block: JournalBlock) -> list[str] | None:
        return ["one", "two"] if block.closed else None

    assert with_blocks(text, new) == "a\n\none\n\ntwo\n\nb\n\n> one\n\n> two\n\n\n```journal\nno"
    assert with_blocks("a journal", new) == "a journal"


def test_blocks_that_turn_out_to_be_code_stay() -> None:
    """The text is rendered again for these, and only then."""
    runs: list[str] = []

    def render(text: str) -> str:
        runs.append(text)
        return text.replace("    <!-- list", "    &lt;!-- list")

    in_code, shown = "    ```journal\n    limit: 1\n    ```\n", "```journal\nlimit: 2\n```\n"
    new = {"limit: 1": ["<!-- list 0 -->"], "limit: 2": ["## H", "<!-- list 1 -->"]}

    out = rendered_with_blocks(f"a\n\n{in_code}\n{shown}", lambda block: new[block.content], render, str)

    assert in_code in out
    assert "## H" in out
    assert "<!-- list 1 -->" in out
    assert len(runs) == 2
    assert rendered_with_blocks("text", lambda _: None, render, str) == "text"
    assert len(runs) == 3


def test_time_of_a_long_fence_with_a_backtick_behind_it_is_linear() -> None:
    assert not grows(find_blocks, lambda size: f"```journal\n```\n{'~' * size}`")


def test_time_of_many_blocks_in_code_is_linear() -> None:
    def text(size: int) -> str:
        return f"a\n\n{indented(BLOCK, '    ')}\n\n" * (size // 40)

    def rendered(body: str) -> str:
        numbers = itertools.count()
        return rendered_with_blocks(body, lambda _: [f"<!-- list {next(numbers)} -->"], lambda text: "a" * len(text), str)

    assert not grows(rendered, text, screen=80_000)  # shorter texts are searched quickly
