"""Blocks `journal` that turn out to stand in code."""

from __future__ import annotations

from markdown.util import HTML_PLACEHOLDER

from mkdocs_journal.hosts.mkdocs import list_extension
from mkdocs_journal.hosts.mkdocs.list_extension import _Taken
from tests.growth import grows

BLOCK = "    ```journal\n    tag: a\n    ```"


def taken(number: int) -> _Taken:
    mark = HTML_PLACEHOLDER % number
    return _Taken(f"    {mark}", mark, BLOCK, lambda: None)


def test_each_block_gets_its_lines_back() -> None:
    blocks = {block.mark: block for block in map(taken, range(2))}
    code = f"a\n\n{taken(0).mark}\n\n\n\n{taken(1).mark}\n\n{HTML_PLACEHOLDER % 7}\n"
    found: set[str] = set()

    restored = list_extension._restored(code, blocks, found)

    block = "```journal\ntag: a\n```"
    assert restored == f"a\n{block}\n\n{block}\n{HTML_PLACEHOLDER % 7}\n"
    assert found == set(blocks)


def test_time_of_many_blocks_in_code_is_linear() -> None:
    blocks = {block.mark: block for block in map(taken, range(20_000))}
    marks = list(blocks)

    def text(size: int) -> str:
        return "\n\n".join(marks[: size // 20])

    assert not grows(lambda code: list_extension._restored(code, blocks, set()), text, screen=40_000)
