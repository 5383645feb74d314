"""The body of a post in a page of any theme: its words and its structure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.tags import classes
from mkdocs_journal.text.tokens import Token, tokens

_BODIES: Final = frozenset({"e-content", "post-content", "entry-content", "article-body", "post-body", "post__content"})
"""Classes that themes and microformats give to the body of a post."""
_PARTS: Final = frozenset({"h2", "h3", "h4", "h5", "h6", "li", "pre", "table", "img", "blockquote"})
"""The elements that are counted."""
_BESIDE: Final = frozenset({"gutter", "rouge-gutter", "lineno", "linenos", "linenodiv", "md-tags", "md-source-file"})
"""Classes of what is not text of the author: numbers of lines of code, and what Material puts into its article."""
_CODE_TABLES: Final = frozenset({"rouge-table", "highlighttable", "codehilitetable"})
"""Classes of the tables of such numbers and code."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageBody:
    """The body of a post."""

    words: Mapping[str, int]
    parts: Mapping[str, int]
    """How many elements of each counted kind it has."""


@dataclass(frozen=True, slots=True)
class BodyDifference:
    """How the body of a post differs from the old one."""

    lost: int
    """Words of the old body that the new one does not have."""
    words: int
    """Words of the old body."""
    parts: tuple[str, ...]
    """Elements whose number differs: `table: 2, was 3`."""


def body_of(html: str) -> PageBody | None:
    """Return the body of the post in a page, or None if there is no mark of one.

    It is the first element with a class that stands for it or `itemprop="articleBody"`, else the first `<article>`.
    """
    found = list(tokens(html))
    start = next((number for number, token in enumerate(found) if _is_body(token)), None)
    if start is None:
        start = next(
            (number for number, token in enumerate(found) if token.kind == "start" and token.name == "article"), None
        )
    if start is None:
        return None
    inside = list(_compared(found[start : _end(found, start)]))
    text = plain_text("".join(token.text for token in inside))
    return PageBody(Counter(word.casefold() for word in _WORD.findall(text)), Counter(_parts(inside)))


def _compared(found: list[Token]) -> Iterator[Token]:
    """Yield tokens without titles, which some themes have in the body of a post, and without what is beside the text."""
    left, depth = "", 0
    for token in found:
        if depth:
            depth += (token.name == left and not token.alone) * (1 if token.kind == "start" else -1)
        elif token.kind == "start" and not token.alone and (token.name == "h1" or classes(token.text) & _BESIDE):
            left, depth = token.name, 1
        else:
            yield token


def _parts(inside: list[Token]) -> Iterator[str]:
    """Yield the names of the elements that are counted; code with numbers of lines is one."""
    in_code = False
    for token in inside:
        starts = token.kind == "start" and token.name in _PARTS and not token.drawn
        if starts and not (token.name == "pre" and in_code) and not classes(token.text) & _CODE_TABLES:
            yield token.name
        in_code = token.kind == "start" if token.name == "pre" else in_code


def _is_body(token: Token) -> bool:
    if token.kind != "start" or token.alone or len(token.text) < 10:
        return False
    return bool(classes(token.text) & _BODIES) or 'itemprop="articleBody"' in token.text


def _end(found: list[Token], start: int) -> int:
    """Return the number of the token behind an element."""
    depth, name = 0, found[start].name
    for number in range(start, len(found)):
        token = found[number]
        if token.name == name and not token.alone:
            depth += 1 if token.kind == "start" else -1
            if depth == 0:
                return number
    return len(found)


def difference(old: PageBody, new: PageBody) -> BodyDifference | None:
    """Return how two bodies differ, or None if they have the same words and parts."""
    lost = sum((Counter(old.words) - Counter(new.words)).values())
    names = sorted(set(old.parts) | set(new.parts))
    parts = tuple(
        f"{name}: {new.parts.get(name, 0)}, was {old.parts.get(name, 0)}"
        for name in names
        if new.parts.get(name, 0) != old.parts.get(name, 0)
    )
    return BodyDifference(lost, sum(old.words.values()), parts) if lost or parts else None
