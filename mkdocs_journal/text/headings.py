"""Headings of a text: those that repeat its title, and their level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from mkdocs_journal.text.elements import HEADINGS
from mkdocs_journal.text.html import Token, plain_text

_NAME: Final = re.compile("h[1-6]", re.IGNORECASE)


def repeats(heading: str, title: str) -> bool:
    """Return whether a heading repeats the title: all of its words, or most of them and no others."""
    (shown, line), (wanted, title_line) = _compared(heading), _compared(title)
    if not shown or not wanted:
        return line == title_line
    return wanted <= shown or (shown <= wanted and 2 * len(shown) > len(wanted))


@lru_cache(maxsize=64)  # a title is compared with each heading of its post
def _compared(text: str) -> tuple[frozenset[str], str]:
    """Return the words of a text, and the text with single blanks."""
    return frozenset(re.findall(r"\w+", text.casefold())), " ".join(text.split())


def without_title(found: Iterable[Token], title: str, *, any_first: bool) -> Iterator[Token]:
    """Yield the tokens of a text without its opening heading if that repeats the title, and without exact copies of it.

    Args:
        found: The tokens.
        title: The title of the post, or empty.
        any_first: Whether to leave out any first-level heading above all text.
    """
    heading: list[Token] = []
    opening, same = True, title.casefold()
    for token in found:
        if not heading and not (token.kind == "start" and token.name in HEADINGS):
            opening = opening and (token.kind != "text" or not token.text.strip())
            yield token
            continue
        heading.append(token)
        if token.kind == "end" and token.name == heading[0].name:
            text = plain_text("".join(part.text for part in heading))
            first = opening and ((any_first and token.name == "h1") or (bool(title) and repeats(text, title)))
            if not (first or (title and text.casefold() == same)):
                yield from heading
            opening, heading = opening and (first or not text), []
    yield from heading


def demoted(found: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens with each heading one level lower, or two if there is an `h1`, because the title above is an `h2`."""
    every = list(found)
    by = 2 if any(token.name == "h1" for token in every) else 1
    for token in every:
        if token.name in HEADINGS:
            name = f"h{min(int(token.name[1]) + by, 6)}"
            yield Token(token.kind, _NAME.sub(name, token.text, count=1), name)  # an end without a tag has no text
        else:
            yield token
