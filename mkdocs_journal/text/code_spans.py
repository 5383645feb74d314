"""Code in Markdown: fenced blocks, and code inside a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_RUN: Final = re.compile("`+")


def outside_fences(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Markdown body that are outside fenced code, with their numbers, counted from 1."""
    fence = ""
    for number, line in enumerate(body.split("\n"), 1):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif opened:
            fence = opened[1]
        else:
            yield number, line


def with_code(line: str, change: Callable[[str], str]) -> str:
    """Return a line with inline code replaced.

    Code begins with backticks and ends with the next run of as many; one behind a backslash begins none.

    Args:
        line: One line of Markdown.
        change: Returns the replacement of the code, given with its backticks.

    Source: https://spec.commonmark.org/0.31.2/#code-spans
    """
    if "`" not in line:
        return line
    runs = list(_RUN.finditer(line))
    closing: dict[int, int] = {}  # the next run of the same length, by the number of a run
    following: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        size = len(runs[number][0])
        if size in following:
            closing[number] = following[size]
        following[size] = number
    out: list[str] = []
    position = number = 0
    while number < len(runs):
        opening = runs[number]
        end = closing.get(number)
        if end is None or line[opening.start() - 1 : opening.start()] == "\\":
            number += 1
            continue
        out += line[position : opening.start()], change(line[opening.start() : runs[end].end()])
        position, number = runs[end].end(), end + 1
    return "".join(out) + line[position:]
