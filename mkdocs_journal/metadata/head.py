"""Elements put into the head of a finished page, in any theme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

_END: Final = re.compile(r"[ \t]*</head\s*>", re.IGNORECASE)
_NAMED: Final = re.compile(r"<meta\b[^>]*?\b(?:name|property)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_CANONICAL: Final = re.compile(r"<link\b[^>]*?\brel\s*=\s*[\"']?canonical\b", re.IGNORECASE)
_PICTURE: Final = re.compile(
    r"<meta\b(?=[^>]*\bproperty=[\"']?og:image[\"'\s>])[^>]*?\bcontent=[\"']([^\"']*)", re.IGNORECASE
)
_NOINDEX: Final = re.compile(r"<meta\b(?=[^>]*\bname=[\"']?robots\b)[^>]*\bnoindex\b", re.IGNORECASE)


class Head:
    """What the head of a page holds before us."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.names = frozenset(name.lower() for name in _NAMED.findall(html))

    @property
    def picture(self) -> str:
        """The picture that link previews show, as another plugin wrote it, or empty."""
        found = _PICTURE.search(self.html)
        return unescape(found[1]) if found else ""


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` element."""

    rel: str
    href: str
    mime_type: str = ""
    title: str = ""

    def __str__(self) -> str:
        named = {"rel": self.rel, "type": self.mime_type, "title": self.title, "href": self.href}
        return "<link " + " ".join(f'{name}="{escape(value)}"' for name, value in named.items() if value) + ">"

    def is_in(self, head: Head) -> bool:
        """Return whether the head has it: the same address, or, of a canonical one, any."""
        if self.rel == "canonical":
            return bool(_CANONICAL.search(head.html))
        return f'href="{escape(self.href)}"' in head.html


@dataclass(frozen=True, slots=True)
class Meta:
    """A `<meta>` element."""

    attribute: str
    """`name` or `property`."""
    name: str
    content: str

    def __str__(self) -> str:
        return f'<meta {self.attribute}="{self.name}" content="{escape(self.content)}">'

    def is_in(self, head: Head) -> bool:
        """Return whether the head has one of this name; of a picture's parts, whether it has a picture."""
        if self.name == "robots":
            return bool(_NOINDEX.search(head.html))
        name = ":".join(self.name.split(":")[:2])
        return name in head.names


@dataclass(frozen=True, slots=True)
class Script:
    """Data for machines: a `<script>` of a type that no browser runs."""

    mime_type: str
    text: str
    """What it holds; must not have the end of a script."""

    def __str__(self) -> str:
        return f'<script type="{self.mime_type}">{self.text}</script>'

    def is_in(self, head: Head) -> bool:
        """Return whether the head has the same."""
        return str(self) in head.html


HeadElement = HeadLink | Meta | Script


def head_of(html: str) -> Head | None:
    """Return what the head of a page holds, or None if there is no head."""
    end = _END.search(html)
    return Head(html[: end.start()]) if end else None


def with_head(html: str, elements: Iterable[HeadElement]) -> str:
    """Return a page with elements before the end of its head, each unless the head has it already.

    A page without a head is returned as it is.
    """
    head = head_of(html)
    if head is None:
        return html
    missing = "".join(f"{element}\n" for element in elements if not element.is_in(head))
    return head.html + missing + html[len(head.html) :] if missing else html
