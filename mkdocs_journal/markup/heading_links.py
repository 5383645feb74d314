"""What Markdown's extension `toc` does to headings, for bodies that Markdown does not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any, Final, TypedDict

from mkdocs_journal.markup.bodies import Entry
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import plain_text

_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_ANCHOR: Final = re.compile(r"""\s(?:id|name)=["']([^"'<>]*)["']""")


class Listed(TypedDict):
    """An entry of the table of contents, as Markdown describes it."""

    level: int
    id: str
    name: str
    """Escaped."""


class HeadingLinks:
    """The links at the end of headings, and the entries of the table of contents."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        depth = str(options.get("toc_depth", 6))
        first, _, last = depth.rpartition("-")
        self._levels = range(int(first or 1), int(last) + 1) if re.fullmatch(r"(?:[1-6]-)?[1-6]", depth) else range(1, 7)
        link = options.get("permalink")
        text = "&para;" if link is True or str(link).lower() in {"true", "yes", "1"} else escape(str(link)) if link else ""
        title = escape(str(options.get("permalink_title", "Permanent link")))
        css_class = escape(str(options.get("permalink_class", "headerlink")))
        self._link = f'<a class="{css_class}" href="#%s" title="{title}">{text}</a>' if text else ""

    def end(self, anchor: str) -> str:
        """Return what stands at the end of a heading."""
        return self._link.replace("%s", escape(anchor)) if self._link else ""

    def listed(self, headings: Iterable[Entry]) -> Iterator[Listed]:
        """Yield the headings that the table of contents has, as Markdown describes them."""
        for entry in headings:
            if entry.level in self._levels:
                yield Listed(level=entry.level, id=entry.id, name=plain_name(entry.name))


def plain_name(html: str) -> str:
    """Return the words of a heading, escaped, as themes print them."""
    return escape(plain_text(html), quote=False)


def anchors_of(html: str) -> set[str]:
    """Return what links may lead to on a page: the values of `id` and `name`."""
    return {unescaped(name) for tag in _TAG.findall(html) for name in _ANCHOR.findall(tag)}
