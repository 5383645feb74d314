"""HTML nested as a browser reads it, as Markdown writes it: it needs no tokens and is changed tag by tag."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from mkdocs_journal.text.elements import BLOCKS, HEADINGS, KNOWN, MATH
from mkdocs_journal.text.kept_if_short import kept_if_short
from mkdocs_journal.text.nesting import escaped_text
from mkdocs_journal.text.tokens import VOID

_ANY: Final = re.compile("(<[^<>]*>)")
_USUAL: Final = re.compile(
    r'<(?:(?P<end>/)?(?P<name>[a-z][a-z0-9]*)(?P<values>(?: [a-z][a-z0-9:-]*="[^"]*")*)(?P<slash> ?/)?'
    r"|(?P<comment>!--(?:-?[^->])*+--))>"
)
_INSIDE: Final = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "thead": {"table"},
    "tbody": {"table"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
}
"""Elements, and those of which each is a child."""
_UNUSUAL: Final = frozenset({"caption", "col", "colgroup", "tfoot"})
_OF_ROWS: Final = frozenset({"table", "thead", "tbody", "tr"})
"""Elements that have neither text nor other elements than those of `_INSIDE`."""
_DEPTH: Final = 64
"""The most elements inside each other, so that looking at all of them takes a constant time."""


class _Tag(NamedTuple):
    kind: str
    """`start`, `alone` (without an end tag), `end` or `comment`."""
    name: str = ""


@kept_if_short(1024)
def _read(tag: str) -> _Tag | None:
    """Return what a tag is, or None if it is not as Markdown writes it."""
    found = _USUAL.fullmatch(tag)
    if found is None:
        return None
    name = found["name"] or ""
    if found["comment"]:
        return _Tag("comment")
    if name not in KNOWN or name in MATH or name in _UNUSUAL:
        return None
    if found["end"]:
        return None if name in VOID or found["values"] or found["slash"] else _Tag("end", name)
    if name in VOID:
        return _Tag("alone", name)
    return None if found["slash"] else _Tag("start", name)


def rewritten(html: str, change: Callable[[str, str], str | None]) -> str | None:
    """Return a fragment without comments, each start tag changed; or None if it must be read as tokens.

    Args:
        html: The fragment.
        change: Returns what is written for a start tag, given with the name of its element; None: the element is left out.

    Returns:
        What `nested()` returns of the same tokens.
    """
    parts = _ANY.split(html)  # a text before, between and behind the tags
    if html.count("<") != len(parts) // 2:  # a text has one
        return None
    around = [""]
    at = 1
    while at < len(parts):
        tag = _read(parts[at])
        if tag is None:
            return None
        if tag.kind == "end":
            if around.pop() != tag.name:
                return None
        elif tag.kind == "comment":
            parts[at] = ""
        elif (last := _started(parts, at, tag, around, change)) is None:
            return None
        else:
            at = last
        if around[-1] in _OF_ROWS and parts[at + 1].strip():
            return None
        at += 2
    if "&" in html:
        _escape_texts(parts)
    return "".join(parts) if len(around) == 1 else None


def _started(
    parts: list[str], at: int, tag: _Tag, around: list[str], change: Callable[[str, str], str | None]
) -> int | None:
    """Change a start tag; return the number of the last part that is done, or None if the tag is unusual.

    A link that is left out is done with its text and its end.
    """
    changed = change(parts[at], tag.name)
    if changed is None:
        if tag.name != "a" or parts[at + 2 : at + 3] != ["</a>"]:
            return None
        parts[at : at + 3] = "", "", ""
        return at + 2
    if not _fits(tag.name, around) or (tag.kind == "start" and len(around) >= _DEPTH):
        return None
    parts[at] = changed
    if tag.kind == "start":
        around.append(tag.name)
    return at


def _escape_texts(parts: list[str]) -> None:
    """Escape `&` where it begins no entity, in the texts between tags."""
    for number in range(0, len(parts), 2):
        if "&" in parts[number]:
            parts[number] = escaped_text(parts[number])


def _fits(name: str, around: list[str]) -> bool:
    """Return whether an element can be inside those around it, so that a browser does not close one of them first."""
    if name in _INSIDE:
        return around[-1] in _INSIDE[name]
    if around[-1] in _OF_ROWS or (name == "a" and "a" in around):
        return False
    return name not in BLOCKS or not ("p" in around or (name in HEADINGS and around[-1] in HEADINGS))
