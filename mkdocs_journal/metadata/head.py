"""Adds elements to the head of a finished page, in any theme."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from typing import Final

from mkdocs_journal.text.tokens import Token, attributes, tokens

_OF_ANY: Final = frozenset({"noscript", "template"})
"""Elements of a head that contain others."""
_IN_HEAD: Final = _OF_ANY | {"html", "head", "title", "meta", "link", "script", "style", "base"}
_ATTRIBUTES: Final = r'(?:\s++[a-zA-Z:-]++(?:="[^"<>]*+"|=[^\s"\'<>=`]++)?+)*+\s*+/?+>'
_TEXT: Final = r"(?:[^<]++|<(?![A-Za-z/!?]))*+"
_USUAL: Final = re.compile(
    rf"\s*+<!doctype html>[^<]*+(?:(?:<!--(?:[^<>-]++|-(?!->))*+-->|</?html{_ATTRIBUTES}|<head{_ATTRIBUTES}"
    rf"|<(?:meta|link|base){_ATTRIBUTES}|<title>[^<]*+</title>|<script{_ATTRIBUTES}{_TEXT}</script>"
    rf"|<style{_ATTRIBUTES}{_TEXT}</style>)[^<]*+)*+(?=</head>)",
    re.IGNORECASE,
)
"""A head as themes write it: no element in another, no sign of a tag in a value, a script or a style."""
_HEAD_TAG: Final = re.compile(r"<(?:meta|link)\s[^<>]*>", re.IGNORECASE)


class Head:
    """The content of the head of a page before the journal adds to it."""

    def __init__(self, html: str, tags: Iterable[Token] | None = None) -> None:
        """Read a head.

        Args:
            html: The head, up to its end tag.
            tags: Its tags, if they are known.
        """
        self.html = html
        found = [token for token in (tokens(html) if tags is None else tags) if token.kind == "start"]
        self._metas = [_attributes(token.text) for token in found if token.name == "meta"]
        self._links = [token for token in found if token.name == "link"]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its metadata, in lower case."""
        return frozenset(meta[key].lower() for meta in self._metas for key in ("name", "property") if key in meta)

    def has_name(self, name: str) -> bool:
        """Return whether it has metadata of a name in lower case."""
        return name in self._lower and name in self.names

    @cached_property
    def _lower(self) -> str:
        return self.html.lower()

    @property
    def picture(self) -> str:
        """The picture that link previews show, as another plugin wrote it, or empty."""
        return next((meta.get("content", "") for meta in self._metas if meta.get("property") == "og:image"), "")

    @property
    def has_canonical(self) -> bool:
        """Whether it gives the canonical address of the page."""
        return any("canonical" in _attributes(link.text).get("rel", "").lower().split() for link in self._links)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages, in lower case, for which it names a page with the same content."""
        return frozenset(filter(None, map(_language, self._links)))

    @property
    def is_noindex(self) -> bool:
        """Whether it keeps search engines away."""
        robots = (meta.get("content", "") for meta in self._metas if meta.get("name", "").lower() == "robots")
        return any("noindex" in content.lower() for content in robots)


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` element."""

    rel: str
    href: str
    mime_type: str = ""
    title: str = ""
    language: str = ""
    """BCP 47, of the page that it leads to; empty: it is not about languages."""

    def __str__(self) -> str:
        named = {"rel": self.rel, "type": self.mime_type, "hreflang": self.language, "title": self.title, "href": self.href}
        return "<link " + " ".join(f'{name}="{escape(value)}"' for name, value in named.items() if value) + ">"

    def is_in(self, head: Head) -> bool:
        """Return whether the head already contains it; any canonical link counts, with any address."""
        if self.rel == "canonical":
            return head.has_canonical
        if self.language:
            return self.language.lower() in head.languages
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
        """Return whether the head has this name; for properties of a picture, whether it has a picture."""
        if self.name == "robots":
            return head.is_noindex
        name = ":".join(self.name.split(":")[:2])
        return head.has_name(name)


@dataclass(frozen=True, slots=True)
class Script:
    """Data for programs: a `<script>` of a type that browsers do not run."""

    mime_type: str
    text: str
    """Its content, without the end tag of a script."""

    def __str__(self) -> str:
        return f'<script type="{self.mime_type}">{self.text}</script>'

    def is_in(self, head: Head) -> bool:
        """Return whether the head already contains it."""
        return str(self) in head.html


HeadElement = HeadLink | Meta | Script


@lru_cache(maxsize=256)
def _attributes(tag: str) -> Mapping[str, str]:
    """Return the attributes of a tag; most tags of a head are the same on all pages of a site."""
    return attributes(tag)


def head_of(html: str) -> Head | None:
    """Return the content of the head of a page, or None if it has none; the way of `read_head()` where it is not usual."""
    usual = _USUAL.match(html)
    if usual is None:
        return read_head(html)
    head = usual[0]
    tags = (Token("start", tag, tag[1:5].lower()) for tag in _HEAD_TAG.findall(head))
    return Head(head.rstrip(" \t"), tags)


def read_head(html: str) -> Head | None:
    """Return the content of the head of a page, read tag by tag, or None if it has none.

    The head ends at its end tag. Minifiers leave that out, and the start tag of the body too: then it ends before the first
    element that a head cannot have.
    """
    position = 0
    tags: list[Token] = []
    implied: tuple[int, int] | None = None
    hidden = ""  # the element in which any other may be
    for token in tokens(html):
        if token.name == "head" and token.kind == "end":
            return Head(html[:position].rstrip(" \t"), tags)
        if token.name:
            if implied is None and not hidden and token.kind == "start" and token.name not in _IN_HEAD:
                implied = position, len(tags)
            if token.name in _OF_ANY and token.name == (hidden or token.name):
                hidden = token.name if token.kind == "start" else ""
            tags.append(token)
        position += len(token.text)
    end, count = implied or (0, 0)
    return Head(html[:end], tags[:count]) if any(tag.name in {"html", "head"} for tag in tags[:count]) else None


def without_languages(html: str, languages: Collection[str]) -> str:
    """Return a page whose head has no `hreflang` links for some languages, in lower case; its body is not changed."""
    head = head_of(html) if languages else None
    if head is None or head.languages.isdisjoint(languages):
        return html
    kept = (token.text for token in tokens(head.html) if not (token.name == "link" and _language(token) in languages))
    return "".join(kept) + html[len(head.html) :]


def _language(link: Token) -> str:
    """Return the language, in lower case, for which a `<link>` names a page with the same content, or empty."""
    found = _attributes(link.text)
    return found.get("hreflang", "").lower() if found.get("rel") == "alternate" else ""


def with_head(html: str, elements: Iterable[HeadElement]) -> str:
    """Return a page with elements added at the end of its head, except those that it already has.

    A page without a head is not changed.
    """
    head = head_of(html)
    if head is None:
        return html
    missing = "".join(f"{element}\n" for element in elements if not element.is_in(head))
    return head.html + missing + html[len(head.html) :] if missing else html
