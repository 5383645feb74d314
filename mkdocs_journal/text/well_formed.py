"""HTML nested as a browser reads it, as Markdown writes it: it needs no tokens and is changed tag by tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from mkdocs_journal.text.elements import BLOCKS, HEADINGS, KNOWN, MATH
from mkdocs_journal.text.nesting import escaped_text
from mkdocs_journal.text.tokens import VOID

_ANY: Final = re.compile("(<[^<>]*>)")
_USUAL: Final = re.compile(
    r'<(?:(?P<end>/)?(?P<name>[a-z][a-z0-9]*)(?P<values>(?: [a-z][a-z0-9:-]*="[^"]*")*)(?P<slash> ?/)?'
    r"|(?P<comment>!--(?:-?[^->])*--))>"
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


@lru_cache(maxsize=1024)
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
    parts = iter(_ANY.split(html))
    out: list[str] = []
    around = [""]
    while True:  # a text stands before, between and behind the tags
        text = next(parts)
        if "<" in text or (around[-1] in _OF_ROWS and text.strip()) or len(around) > _DEPTH:
            return None
        out.append(escaped_text(text) if "&" in text else text)
        written = next(parts, None)
        if written is None:
            break
        made = _made(written, parts, around, change)
        if made is None:
            return None
        out.append(made)
    return "".join(out) if len(around) == 1 else None


def _made(written: str, behind: Iterator[str], around: list[str], change: Callable[[str, str], str | None]) -> str | None:
    """Return what is written for a tag, or None if it is unusual; of a link that is left out, the rest is read."""
    tag = _read(written)
    if tag is None:
        return None
    if tag.kind == "comment":
        return ""
    if tag.kind == "end":
        return written if around.pop() == tag.name else None
    changed = change(written, tag.name)
    if changed is None:
        alone = tag.name == "a" and "<" not in next(behind) and next(behind, None) == "</a>"
        return "" if alone else None
    if not _fits(tag.name, around):
        return None
    if tag.kind == "start":
        around.append(tag.name)
    return changed


def _fits(name: str, around: list[str]) -> bool:
    """Return whether an element can be inside those around it, so that a browser does not close one of them first."""
    if name in _INSIDE:
        return around[-1] in _INSIDE[name]
    if around[-1] in _OF_ROWS or (name == "a" and "a" in around):
        return False
    return name not in BLOCKS or not ("p" in around or (name in HEADINGS and around[-1] in HEADINGS))
