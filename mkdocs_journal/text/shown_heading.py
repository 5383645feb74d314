"""The visible level-1 heading of a rendered page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from mkdocs_journal.text.html import Token, attributes, plain_text, tokens, without

_BEGINNING: Final = re.compile(r"<h1[\s/>]", re.IGNORECASE)
_WITHOUT_WORDS: Final = frozenset({"svg", "wbr"})
_FOOTNOTE: Final = re.compile(r"fnref\d*[:-]|footnote")


def shown_heading(html: str) -> str:
    """Return the words of the first level-1 heading, plain, or empty.

    Pictures become their alternative text. References to footnotes and links of the heading to itself are left out,
    as in the titles that MkDocs takes from headings.
    """
    if not _BEGINNING.search(html):
        return ""
    heading = _first(html)
    own = "#" + attributes(heading[0].text).get("id", "") if heading else ""
    inside = "".join(token.text for token in heading[1:])
    return _words(inside, own) or _words(inside, "")  # the whole heading may be a link to itself


def _first(html: str) -> Sequence[Token]:
    """Return the tokens of the first level-1 heading without its end tag; none if it is never closed."""
    found: list[Token] = []
    for token in tokens(html):
        if found and token.kind == "end" and token.name == "h1":
            return found
        if found or (token.kind == "start" and token.name == "h1"):
            found.append(token)
    return ()


def _words(html: str, own: str) -> str:
    def is_dropped(token: Token) -> bool:
        if token.name in {"a", "sup"}:
            given = attributes(token.text)
            if _FOOTNOTE.match(given.get("id", "")) or _FOOTNOTE.match(given.get("class", "")):
                return True
            return token.name == "a" and bool(own) and given.get("href") == own
        return token.name in _WITHOUT_WORDS or token.name == "img"

    def leave(dropped: Sequence[Token]) -> str:
        return escape(attributes(dropped[0].text).get("alt", "")) if dropped[0].name == "img" else ""

    return plain_text("".join(token.text for token in without(html, is_dropped, leave)))
