"""Raw HTML that is never closed and hides everything after it."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.text.code_spans import outside_fences, with_code
from mkdocs_journal.text.tags import OpenElements
from mkdocs_journal.text.tokens import RAW, tokens

COMMENT: Final = "!--"
_HIDING: Final = RAW | {"template", "noscript", "select", "html"}
_MAY_HIDE: Final = re.compile(rf"<(?:{COMMENT}|(?:{'|'.join(sorted(_HIDING))})[ \t\n\f\r/>])", re.IGNORECASE)
_SIGNS: Final = {name: re.compile(rf"<(/?){name}(?=[ \t\n\f\r/>]|\Z)", re.IGNORECASE) for name in _HIDING} | {
    COMMENT: re.compile("<!--|(--!?>)")
}
"""The start and end of each element; the end has a group."""
_CODE_BLOCK: Final = re.compile(r" {4}| {0,3}\t")


def left_open(html: str) -> tuple[str, ...]:
    """Return unclosed elements of a fragment that hide what follows, innermost first.

    Returns:
        Names in lower case; `!--` for a comment.
    """
    if not _MAY_HIDE.search(html):
        return ()
    found = OpenElements()
    comment = False
    for token in tokens(html):
        comment = token.kind == "comment" and token.is_endless
        if token.name in _HIDING:
            found.pass_by(token)
    return ((COMMENT,) if comment else ()) + found.rest()


def end_of(name: str) -> str:
    """Return the end of an element or comment."""
    return "-->" if name == COMMENT else f"</{name}>"


def place_of(body: str, name: str, *, markdown: bool) -> tuple[int, int]:
    """Return the line and column, counted from 1, of an unclosed element in a body.

    Args:
        body: The source.
        name: The name as in the result of `left_open()`.
        markdown: Whether the body is Markdown, in which code is text.
    """
    lines = list(outside_fences(body) if markdown else enumerate(body.split("\n"), 1))
    if markdown:
        lines = [(number, with_code(line, lambda code: " " * len(code))) for number, line in lines]
    plain = [(number, line) for number, line in lines if not (markdown and _CODE_BLOCK.match(line))]
    return _unclosed(plain, name) or _unclosed(lines, name) or (1, 1)


def _unclosed(lines: list[tuple[int, str]], name: str) -> tuple[int, int] | None:
    found = None
    for number, line in lines:
        for sign in _SIGNS[name].finditer(line):
            if sign[1]:
                found = None
            elif found is None:
                found = number, sign.start() + 1
    return found
