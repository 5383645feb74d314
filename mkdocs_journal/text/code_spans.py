"""Inline code in a line of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_RUN: Final = re.compile("`+")


def with_code(line: str, change: Callable[[str], str]) -> str:
    """Return a line with each piece of inline code replaced.

    Code begins with backticks and ends with the next run of as many; one behind a backslash begins none.

    Args:
        line: One line of Markdown.
        change: Returns what stands in the place of the code, given what is between the backticks.

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
        out += line[position : opening.start()], change(line[opening.end() : runs[end].start()])
        position, number = runs[end].end(), end + 1
    return "".join(out) + line[position:]
