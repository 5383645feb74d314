"""Elements of the head of a page: written once, with what a head has that already has them."""

from functools import lru_cache
from html import escape
from typing import NamedTuple


class HeadElement(NamedTuple):
    """An element of a head."""

    html: str
    fact: str = ""
    """The one of `Head.facts` with which it is not needed; empty: `text` decides."""
    text: str = ""
    """The text with which it is not needed in a head."""

    def __str__(self) -> str:
        return self.html


def link(rel: str, href: str, mime_type: str = "", title: str = "", language: str = "") -> HeadElement:
    """Return a `<link>`; any canonical link of a theme counts, with any address.

    Args:
        rel: What it leads to.
        href: Where it leads.
        mime_type: Of what it leads to.
        title: Of what it leads to, plain.
        language: BCP 47, of a page with the same content; empty: the link is not about languages.
    """
    of_target = f' type="{mime_type}"' if mime_type else ""
    of_target += f' hreflang="{escape(language)}"' if language else ""
    of_target += f' title="{escape(title)}"' if title else ""
    address = f'href="{escape(href)}"'
    html = f'<link rel="{rel}"{of_target} {address}>'
    if rel == "canonical":
        return HeadElement(html, CANONICAL)
    if language:
        return HeadElement(html, of_language(language))
    return HeadElement(html, text=address)


def meta(attribute: str, name: str, content: str) -> HeadElement:
    """Return a `<meta>`; `attribute` is `name` or `property`.

    Any metadata of this name counts; of a picture, any property of one; for `robots`, what keeps search engines away.
    """
    return HeadElement(f'<meta {attribute}="{name}" content="{escape(content)}">', _fact(name))


def script(mime_type: str, text: str) -> HeadElement:
    """Return data for programs: a `<script>` of a type that browsers do not run.

    Args:
        mime_type: The type.
        text: Its content, without the end tag of a script.
    """
    html = f'<script type="{mime_type}">{text}</script>'
    return HeadElement(html, text=html)


CANONICAL = "canonical link"
"""The fact that a head gives the address of its page."""
NOINDEX = "noindex"
"""The fact that a head keeps search engines away."""


def of_language(language: str) -> str:
    """Return the fact that a head names a page with the same content in a language."""
    return f"language {language.lower()}"


def named(name: str) -> str:
    """Return the fact that a head has metadata of a name."""
    return f"name {name}"


@lru_cache(maxsize=256)
def _fact(name: str) -> str:
    return NOINDEX if name == "robots" else named(":".join(name.split(":")[:2]))
