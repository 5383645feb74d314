"""Says whether a place of a text is where files are named: a link target, a value, a tag of Liquid."""

from __future__ import annotations

import re
from typing import Final

_TARGET: Final = re.compile(
    r"(?:\(\s{0,9}|=\s{0,9}[\"']?\s{0,9}|[\"'<}]|\[\[|"
    r"\{%-?[ \t]{0,9}\w{1,20}[ \t]{1,9}|\]:[ \t]{0,9}(?:\n[ \t]{0,9})?|\d[wx],\s*|"
    r"(?<![^\n])[ \t]{0,12}(?:-[ \t]{1,3})?[\w.-]{1,16}:[ \t]{1,3})(?:\w{1,20}:)?\Z"
)
"""The text before the target of a link, the value of an attribute or the file that a Liquid tag names.

Plugins have a prefix for links (`site:a.png`), and blocks with keys: `- image: a.png`.
"""
_MARKDOWN: Final = re.compile(r"(?:\]\([ \t]{0,9}|\]:[ \t]{1,9}|\[\w{1,9}\()<?\Z")
"""The text before the target of a Markdown link, or of one in neoteroi's notation: `[OAD(docs/api.json)]`."""
_SRCSET: Final = re.compile(r"srcset\s{0,9}=\s{0,9}(?:\"[^\"]*+|'[^']*+)\Z")
"""The text before a picture in a list of pictures, of which each may be without a width."""
_VALUE: Final = re.compile(r"[:,\[{\"'-]\s{0,9}\Z")
"""The text of front matter before a value."""
_TAG: Final = 300
"""Characters of a tag that are checked before a name."""
_MOST: Final = 40
"""Characters before a path that are checked."""


def is_target(text: str, start: int) -> bool:
    """Return whether a link target or attribute value begins at a position."""
    if _TARGET.search(text, max(0, start - _MOST), start):
        return True
    listed = text.rfind("srcset", max(0, start - _TAG), start)
    return listed >= 0 and bool(_SRCSET.match(text, listed, start))


def is_markdown_target(text: str, start: int) -> bool:
    """Return whether the target of a Markdown link begins at a position: plugins find files there by their names alone."""
    return bool(_MARKDOWN.search(text, max(0, start - _MOST), start))


def is_value(text: str, start: int) -> bool:
    """Return whether a value of front matter begins at a position."""
    return bool(_VALUE.search(text, max(0, start - _MOST), start))


def may_be_anywhere(text: str, start: int) -> bool:
    """Return whether the folder of a file is unknown whose name is in a text.

    The name is in a tag of Liquid, Jinja or an extension that includes files (`{!x.txt!}`, `{* x.py *}`), is behind a tag
    that begins the target of a link, or is linked as in a wiki.
    """
    if text[max(0, start - 2) : start] == "[[":
        return True
    first = max(0, start - _TAG)
    opened = max(text.rfind(sign, first, start) for sign in ("{{", "{%", "{!", "{*"))
    closed = max(text.rfind(sign, first, start) for sign in ("}}", "%}", "!}", "*}"))
    if closed < opened:
        return True
    return opened >= 0 and closed + 2 == start and (is_target(text, opened) or text[opened - 1 : opened] == "/")
