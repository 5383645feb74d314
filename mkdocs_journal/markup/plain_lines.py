"""The lines of a Markdown body without code, to search its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mkdocs_journal.markup.kramdown.backticks import code_and_text

_OPENED: Final = re.compile(r"<!--|<(pre|script|style|textarea)\b", re.IGNORECASE)
_FENCE: Final = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]*+)?(`{3,}+|~{3,}+)")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d+[.)]|:|\[\^[^\]\n]+\]:|!!!|\?\?\?\+?|===)[ \t]")


def plain_lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside code with their numbers, from 1; code spans, comments and scripts are replaced by blanks."""
    fence, after_blank, in_item = "", True, False
    for number, line in enumerate(_without_raw_html(body).split("\n"), 1):
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip(" \t>`~"):
                fence = ""
        elif found:
            fence = found[1]
        elif not line.strip():
            after_blank = True
        else:
            indented = line.startswith(("    ", "\t"))
            in_item = in_item and not (after_blank and not line[0].isspace())
            in_item = in_item or (_ITEM.match(line) is not None and not (indented and after_blank))
            if not (indented and after_blank and not in_item):
                after_blank = False
                yield number, _without_code(line) if "`" in line else line


@lru_cache(maxsize=256)
def _closing(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _without_code(line: str) -> str:
    return "".join(" " * len(text) if code else text for text, code in code_and_text(line))


def _without_raw_html(body: str) -> str:
    """Return a body with blanks instead of comments and elements whose content is not Markdown; lines are kept."""
    out: list[str] = []
    absent: set[str] = set()
    pos = 0
    for found in _OPENED.finditer(body):
        closing = f"</{found[1].lower()}" if found[1] else "-->"
        if found.start() < pos or closing in absent:
            continue
        end = _closing(closing).search(body, found.end())
        if end is None:
            absent.add(closing)
            continue
        out += [body[pos : found.start()], re.sub(r"[^\n]", " ", body[found.start() : end.start()])]
        pos = end.start()
    return "".join([*out, body[pos:]]) if out else body
