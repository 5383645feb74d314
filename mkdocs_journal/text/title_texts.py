"""Titles and names with HTML, as plain text."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import Final

from mkdocs_journal.text.elements import KNOWN, MATH
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import VOID, Token, plain_text, tokens
from mkdocs_journal.text.invisible import without_invisible

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SIGN: Final = re.compile(r"</\w|&(#?\w+)")
_SILENT: Final = frozenset({"script", "style"})
_ELEMENTS: Final = (KNOWN - MATH) | _SILENT | {"font"}


def decoded(text: str) -> str:
    """Return a text with entities decoded once: `AT&amp;T` is `AT&T`, `&amp;lt;` is `&lt;`; any space is a blank."""
    return _ENTITY.sub(_decoded, text) if "&" in text else text


def _decoded(found: re.Match[str]) -> str:
    sign = unescaped(found[0])
    return " " if sign.isspace() else sign


def one_line(text: str) -> str:
    """Return a name or title with its entities decoded, on one line; empty if nothing of it is visible."""
    return _seen(decoded(text))


def _seen(text: str) -> str:
    line = " ".join(text.split())
    return line if without_invisible(line).strip() else ""


def looks_like_markup(text: str) -> bool:
    """Return whether a text has an end tag or an entity, so that a program may read it as HTML."""
    return any(not found[1] or not found[1].isalpha() or f"{found[1]};" in html5 for found in _SIGN.finditer(text))


def without_markup(title: str) -> str:
    """Return a title as plain text: the text of HTML elements is kept, scripts are removed.

    A tag without an end tag is text, because titles mention tags: `The <video> element`, `Vec<T>`. A title of only
    elements is not changed.
    """
    if "</" not in title:
        return title
    found = list(tokens(title))
    gone = _markup(found)
    return " ".join("".join(token.text for at, token in enumerate(found) if at not in gone).split()) or title


def described(text: str) -> str:
    """Return a description as plain text: HTML elements leave their text, unknown elements are kept as text."""
    if "<" not in text:
        return one_line(text)
    found = list(tokens(text))
    gone = _markup(found)
    shown = (token.text if _is_html(token) or at in gone else escape(token.text) for at, token in enumerate(found))
    return _seen(plain_text("".join(shown)))


def _is_html(token: Token) -> bool:
    """Return whether a token is not a tag, or the tag of a void element."""
    return token.kind not in {"start", "end"} or token.name in VOID


def _markup(found: list[Token]) -> set[int]:
    """Return the indexes of start tags with an end tag, of these end tags, and of scripts with their content."""
    still_open: dict[str, list[int]] = {}
    gone: set[int] = set()
    silent: list[tuple[int, int]] = []
    for at, token in enumerate(found):
        if token.name not in _ELEMENTS or token.alone:
            continue
        if token.kind == "start":
            still_open.setdefault(token.name, []).append(at)
        elif begun := still_open.get(token.name):
            start = begun.pop()
            gone.update((start, at))
            silent += [(start, at)] if token.name in _SILENT else []
    position = 0
    for start, end in sorted(silent):  # in a drawing they may stand inside each other
        gone.update(range(max(start, position), end))
        position = max(position, end)
    return gone
