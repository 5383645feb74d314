"""Removes dead links from HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final

from mkdocs_journal.text.html import attributes, tokens
from mkdocs_journal.text.link_attributes import LINKS

_REFRESH: Final = re.compile(r"\A\s*+[\d.]++\s*+[;,]\s*+(?:url\s*+=\s*+)?[\"']?([^\"']*+)[\"']?\Z", re.IGNORECASE)
"""The value of `content` in a `<meta http-equiv="refresh">` redirect."""


def without_links(html: str, is_dropped: Callable[[str], bool]) -> str:
    """Return a page without some links: an `a` element is replaced by its content, other elements lose the attribute.

    Args:
        html: The page.
        is_dropped: Returns whether to remove the link to an address.
    """
    out: list[str] = []
    spans: list[bool] = []
    for token in tokens(html):
        text = token.text
        if token.kind == "start":
            given = attributes(text) if "=" in text else {}
            dropped = [name for name, value in given.items() if (link := _link(name, value)) and is_dropped(link)]
            if token.name == "a":
                spans.append(bool(dropped))
                text = "<span>" if dropped else text
            elif dropped:
                text = _tag(token.name, {name: value for name, value in given.items() if name not in dropped}, text)
        elif token.name == "a" and token.kind == "end" and spans:
            text = "</span>" if spans.pop() else text
        out.append(text)
    return "".join(out)


def _link(name: str, value: str) -> str:
    """Return the address in an attribute, or empty."""
    if name in LINKS:
        return value
    found = _REFRESH.match(value) if name == "content" else None
    return found[1] if found else ""


def _tag(name: str, given: dict[str, str], old: str) -> str:
    """Return a start tag with other attributes."""
    parts = [f'{key}="{escape(value)}"' if value else key for key, value in given.items()]
    return f"<{' '.join([name, *parts])}{' /' if old.endswith('/>') else ''}>"
