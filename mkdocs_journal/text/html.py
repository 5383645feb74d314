"""Changes to parts of HTML, in linear time; the rest is unchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from mkdocs_journal.text.elements import BLOCKS
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.hiding import end_of, left_open
from mkdocs_journal.text.link_attributes import LINKS, LISTS, with_address, with_candidates, with_style_links
from mkdocs_journal.text.tags import OpenElements, classes, is_unseen
from mkdocs_journal.text.tokens import ATTRIBUTE, VOID, Token, after_name, attributes, tokens, unquoted

__all__ = [
    "VOID",
    "Token",
    "attributes",
    "balanced",
    "plain_text",
    "tokens",
    "with_candidates",
    "with_links",
    "without",
]

_OPTIONAL_END: Final = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt"}
)
_CLOSED_OFF: Final = frozenset({"template", "select", "object"})
"""Elements in which end tags of outer elements are ignored."""
_CELLS: Final = frozenset({"td", "th"})
_ROWS: Final = frozenset({"tr", "thead", "tbody", "tfoot"})
_ENDED_BY: Final = {
    "p": BLOCKS,
    "li": frozenset({"li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **dict.fromkeys(_CELLS, _CELLS | _ROWS),
    **dict.fromkeys(_ROWS, _ROWS),
}
"""Elements that need no end tag, and the start tags that end them."""
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "iframe", "noembed", "noframes"})
"""Elements whose content is not text."""


def with_links(html: str, change: Callable[[str], str]) -> str:
    """Return `html` with every URL passed through `change`; unchanged URLs keep their bytes.

    URLs are in the attributes of `text/link_attributes.py`, in `style` and in the element `style`.
    """
    if "=" not in html and "<style" not in html.lower():
        return html
    out: list[str] = []
    element = ""
    for token in tokens(html):
        text = token.text
        if token.kind == "start":
            element = token.name
            text = _with_links(text, element, _of_part(change) if _is_drawn(token) else change) if "=" in text else text
        elif token.kind == "raw" and element == "style":
            text = with_style_links(text, change)
        out.append(text)
    return "".join(out)


def _is_drawn(token: Token) -> bool:
    """Return whether a tag is a part of a drawing and no link of it: its `#name` is another part of the drawing."""
    return token.drawn and token.name != "a"


def _of_part(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda link: link if link.startswith("#") else change(link)


def _with_links(tag: str, element: str, change: Callable[[str], str]) -> str:
    def changed(match: re.Match[str]) -> str:
        name = match[1].lower()
        if match[3] is None or not (name in LINKS or name in LISTS or name == "style"):
            return match[0]
        old = unescaped(unquoted(match[3]))
        new = with_address(old, name, element, change)
        return match[0] if new in {old, old.strip()} else f'{match[1]}{match[2]}"{escape(new)}"'

    start = after_name(tag)
    return tag[:start] + ATTRIBUTE.sub(changed, tag[start:])


def without(
    html: str, is_dropped: Callable[[Token], bool], leave: Callable[[list[Token]], str] | None = None
) -> Iterator[Token]:
    """Yield the tokens of a fragment without comments and without the given elements and their content.

    Args:
        html: The fragment.
        is_dropped: Returns whether to remove the element of a start tag.
        leave: Returns the replacement of an element, given its tokens; by default nothing.
    """
    dropped: list[Token] = []
    inside, around = OpenElements(), OpenElements()
    for token in tokens(html):
        if dropped and (not inside or _is_behind(token, dropped[0].name, inside, around)):
            yield from _left(dropped, leave)
            dropped, inside = [], OpenElements()
        if dropped or (token.kind == "start" and is_dropped(token)):
            dropped.append(token)
            inside.pass_by(token)
        elif token.kind not in {"comment", "other"}:
            around.pass_by(token)
            yield token
    if dropped and not inside:
        yield from _left(dropped, leave)


def _left(dropped: list[Token], leave: Callable[[list[Token]], str] | None) -> Iterator[Token]:
    if leave and (left := leave(dropped)):
        yield from tokens(left)


def _is_behind(token: Token, name: str, inside: OpenElements, around: OpenElements) -> bool:
    """Return whether a token ends an element without an end tag: an outer end tag, or an element not allowed in it."""
    if token.kind == "end":
        return name not in _CLOSED_OFF and token.name not in inside and token.name in around
    return token.kind == "start" and len(inside) == 1 and token.name in _ENDED_BY.get(name, ())


def plain_text(html: str) -> str:
    """Return the visible text, entities decoded, white space collapsed.

    Scripts, styles, comments, what the page hides and the links to headings (class `headerlink`) are left out.
    """
    if "<" not in html:
        return " ".join(unescaped(html).split())
    out: list[str] = []
    for token in without(html, _is_silent):
        if token.name:
            out.append("" if token.name in _INLINE else " ")
        elif token.kind == "cdata":
            out.append(token.text.removeprefix("<![CDATA[").removesuffix("]]>"))
        else:
            out.append(unescaped(token.text))
    return " ".join("".join(out).split())


def _is_silent(token: Token) -> bool:
    if token.name in _SILENT or is_unseen(token.text):
        return True
    return token.name == "a" and "headerlink" in classes(token.text)


_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)


def balanced(html: str) -> str:
    """Return a balanced fragment: open elements are closed, end tags without a start are removed."""
    out: list[str] = []
    still_open = OpenElements()
    for token in tokens(html):
        if token.is_endless:
            continue
        ended = still_open.pass_by(token)
        if token.kind == "end":
            if not ended:
                continue
            out.extend(f"</{name}>" for name in ended[:-1] if name not in _OPTIONAL_END)
            out.append(token.text or f"</{token.name}>")
        else:
            out.append(token.text if token.kind != "text" else _text(token.text))
    out.extend(f"</{name}>" for name in still_open.rest())
    written = "".join(out)
    return written + "".join(map(end_of, left_open(written)))  # a script inside the comment of a script


def _text(text: str) -> str:
    """Return text in which `<` is escaped, so that an unfinished tag does not swallow what follows."""
    return text.replace("<", "&lt;") if "<" in text else text
