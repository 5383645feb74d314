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
    inside = list(_without_title(found[start : _end(found, start)]))
    text = plain_text("".join(token.text for token in inside))
    parts = Counter(token.name for token in inside if token.kind == "start" and token.name in _PARTS and not token.drawn)
    return PageBody(Counter(word.casefold() for word in _WORD.findall(text)), parts)


def _without_title(found: list[Token]) -> Iterator[Token]:
    """Yield tokens without headings of the first level: some themes have the title of a post in its body."""
    in_title = False
    for token in found:
        if token.name == "h1":
            in_title = token.kind == "start"
        elif not in_title:
            yield token


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
