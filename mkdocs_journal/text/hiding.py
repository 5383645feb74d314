"""Raw HTML that is never closed and hides everything after it."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.text.code_spans import outside_fences, with_code
from mkdocs_journal.text.foreign import FOREIGN
from mkdocs_journal.text.tags import OpenElements, tags_of
from mkdocs_journal.text.tokens import ENDLESS, RAW, Token, is_unfinished, tokens

COMMENT: Final = "!--"
_DATA: Final = "![CDATA["
_SECTIONS: Final = {COMMENT: "-->", _DATA: "]]>"}
"""What is not an element and hides the rest, and what closes it."""
_HIDING: Final = RAW | {"template", "noscript", "select", "html", "object"}
_AROUND_HTML: Final = {"title": "svg", "desc": "svg", "foreignobject": "svg", "annotation-xml": "math"}
"""Elements of drawings and formulas in which HTML goes on; they do not end with what is around the drawing."""
_ELEMENTS: Final = _HIDING | {*_AROUND_HTML, "svg"}
_NAMED: Final = _ELEMENTS | {COMMENT, _DATA, ENDLESS}
_ENDING_SELECT: Final = frozenset({"select", "input"})
"""Start tags that end a `select`."""
_MAY_HIDE: Final = re.compile(
    rf"<(?:{COMMENT}|!\[CDATA\[|(?:{'|'.join(sorted(_ELEMENTS | {ENDLESS}))})[ \t\n\f\r/>])", re.IGNORECASE
)
_WHOLE_COMMENT: Final = re.compile(r"<!--(?!-?>)[^<>]*-->")
_SIGNS: Final = {
    COMMENT: "<!--|(--!?>)",
    _DATA: r"<!\[CDATA\[|(\]\]>)",
    ENDLESS: rf"<()(?={ENDLESS}(?:[ \t\n\f\r/>]|\Z))",
}
"""Patterns of the start and end of what is not an element; the end has a group."""
_CODE_BLOCK: Final = re.compile(r" {4}| {0,3}\t")


def left_open(html: str) -> tuple[str, ...]:
    """Return unclosed elements of a fragment that hide what follows, innermost first.

    Returns:
        Names in lower case; `!--` for a comment, `![CDATA[` for text in a drawing, and an unfinished tag from its `<` on,
        without attributes.
    """
    return tuple(name for name in _still_open(html) if name in _NAMED or name[0] == "<")


def _still_open(html: str) -> tuple[str, ...]:
    """Return what hides the rest and, of a drawing, also what must be closed before it."""
    checked = tags_of(html)
    if "<!--" in checked:  # many a post has a mark for its excerpt
        checked = _WHOLE_COMMENT.sub("", checked)
    if not _MAY_HIDE.search(checked) and checked.rfind("<") <= checked.rfind(">"):
        return ()
    found = OpenElements()
    others: dict[str, None] = {}
    document = False
    for token in tokens(html):
        if name := _without_end(token):
            others[name] = None
        elif token.kind == "start" and token.name in _ENDING_SELECT and found.innermost == "select":
            found.pop()
        elif token.name == "html":  # a second one is ignored
            document = token.kind == "start"
        elif token.kind == "end" and _is_ignored(token.name, found):
            continue
        elif token.kind == "end" or _counts(token, found):
            found.pass_by(token)
    return tuple(reversed(others)) + found.rest() + (("html",) if document else ())


def _is_ignored(name: str, found: OpenElements) -> bool:
    """Return whether an end tag is that of something around an object, or of an object around a table."""
    inner = "table" if name == "object" else "object"
    return found.depth(inner) > found.depth(name)


def _counts(token: Token, found: OpenElements) -> bool:
    """Return whether the element of a start tag hides what follows, or must be closed before one that does."""
    if token.drawn:  # the end of a part of a drawing does not end what has the same name around it
        return token.name in FOREIGN or token.name in found or _AROUND_HTML.get(token.name, "") in found
    return token.name in _HIDING or "object" in found or any(name in found for name in _AROUND_HTML)


def _without_end(token: Token) -> str:
    """Return the name of what a token opens and nothing can close, or an empty text."""
    if is_unfinished(token) or (token.kind == "other" and token.is_endless):
        return token.text.split(None, 1)[0][:20]
    if token.kind == "text":
        return ENDLESS if token.text[: 1 + len(ENDLESS)].lower() == f"<{ENDLESS}" else ""
    return (COMMENT if token.kind == "comment" else _DATA) if token.is_endless else ""


def closed(html: str) -> str:
    """Return a fragment in which nothing is left open that hides what follows.

    What can be closed is closed at the end; a tag that cannot, unfinished or `<plaintext>`, becomes text.
    """
    names = _still_open(html)
    if any(name == ENDLESS or name[0] == "<" for name in names):
        html = "".join(_as_text(token) if token.kind in {"text", "other"} else token.text for token in tokens(html))
    ended = html + "".join(map(end_of, names))
    return ended + "".join(map(end_of, _still_open(ended)))  # a script inside the comment of a script


def _as_text(token: Token) -> str:
    return token.text.replace("<", "&lt;") if _without_end(token) else token.text


def end_of(name: str) -> str:
    """Return what closes an element, comment or the like; nothing for what cannot be closed."""
    if name == ENDLESS or name[0] == "<":
        return ""
    return _SECTIONS.get(name, f"</{name}>")


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
    if name[0] == "<":
        return next(((number, line.rindex(name) + 1) for number, line in reversed(lines) if name in line), None)
    found = None
    signs = re.compile(_SIGNS.get(name, rf"<(/?){name}(?=[ \t\n\f\r/>]|\Z)"), re.IGNORECASE)
    for number, line in lines:
        for sign in signs.finditer(line):
            if sign[1]:
                found = None
            elif found is None:
                found = number, sign.start() + 1
    return found
