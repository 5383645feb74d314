"""The level-1 heading of a post, in its HTML."""

from typing import Final, NamedTuple

from mkdocs_journal.text.tokens import tokens

_WRAPPER: Final = "<div>"


class Heading(NamedTuple):
    """An `<h1>` of a document."""

    inside: str
    """The HTML between its tags."""
    start: int
    """Where its start tag begins, in characters."""
    end: int
    """Where its end tag ends."""


def opening_heading(html: str) -> Heading | None:
    """Return the `<h1>` that a post begins with; only blanks, comments and the start of a plain `<div>` may come before it.

    Other plugins put the content of a page into such an element when they write it anew.
    """
    return _heading(html, opening=True) if html.lstrip().startswith(("<h1", "<H1", "<!--", _WRAPPER)) else None


def any_heading(html: str) -> Heading | None:
    """Return the first `<h1>` of a post, wherever it is; comments and scripts are ignored."""
    return _heading(html, opening=False) if "<h1" in html or "<H1" in html else None


def _heading(html: str, *, opening: bool) -> Heading | None:
    start = inside = position = 0
    for token in tokens(html):
        end = position + len(token.text)
        if inside:
            if token.kind == "end" and token.name == "h1":
                return Heading(html[inside:position], start, end)
        elif token.kind == "start" and token.name == "h1":
            start, inside = position, end
        elif opening and token.kind != "comment" and token.text != _WRAPPER and not token.text.isspace():
            return None
        position = end
    return None
