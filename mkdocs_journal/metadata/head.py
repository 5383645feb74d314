"""Elements put into the head of a finished page, in any theme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

_END: Final = re.compile(r"[ \t]*</head\s*>", re.IGNORECASE)


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


def with_head_links(html: str, links: Iterable[HeadLink]) -> str:
    """Return a page with links before the end of its head, each unless the head links there already.

    A page without a head is returned as it is.
    """
    end = _END.search(html)
    if end is None:
        return html
    head = html[: end.start()]
    missing = [str(link) for link in links if f'href="{escape(link.href)}"' not in head]
    return head + "".join(f"{element}\n" for element in missing) + html[end.start() :] if missing else html
