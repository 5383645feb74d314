"""Adds elements to the head of a finished page, in any theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final

from mkdocs_journal.metadata.head_elements import CANONICAL, NOINDEX, HeadElement, named, of_language
from mkdocs_journal.text.tokens import Token, attributes, tokens

_OF_ANY: Final = frozenset({"noscript", "template"})
"""Elements of a head that contain others."""
_IN_HEAD: Final = _OF_ANY | {"html", "head", "title", "meta", "link", "script", "style", "base"}
_ATTRIBUTES: Final = r'(?:\s++[a-zA-Z:-]++(?:="[^"<>]*+"|=[^\s"\'<>=`]++)?+)*+\s*+/?+>'
_TEXT: Final = r"(?:[^<]++|<(?![A-Za-z/!?]))*+"
_USUAL: Final = re.compile(
    rf"\s*+<!doctype html>[^<]*+(?:(?:<!--(?:[^<>-]++|-(?!->))*+-->|</?html{_ATTRIBUTES}|<head{_ATTRIBUTES}"
    rf"|<(?:meta|link|base){_ATTRIBUTES}|<title>[^<]*+</title>|<script{_ATTRIBUTES}{_TEXT}</script>"
    rf"|<style{_ATTRIBUTES}{_TEXT}</style>)[^<]*+)*+",
    re.IGNORECASE,
)
"""A head as themes write it: no element in another, no sign of a tag in a value, a script or a style."""
_HEAD_TAG: Final = re.compile(r"<(?:meta|link)\s[^<>]*>", re.IGNORECASE)
_TITLE: Final = "<title>"
_VALUE: Final = re.compile(r'="(?:(?<= content=")|(?<= href="))[^"<>]*+"')
"""What differs, beside the title, between the heads of the pages of a theme; it begins with what is found quickly."""


class Head:
    """The content of the head of a page before the journal adds to it."""

    def __init__(self, html: str, tags: Iterable[Token] | None = None, facts: frozenset[str] | None = None) -> None:
        """Read a head.

        Args:
            html: The head, up to its end tag.
            tags: Its tags, if they are known.
            facts: Its facts, if they are known.
        """
        self.html = html
        self._given = tokens(html) if tags is None else tags
        if facts is not None:
            self.facts = facts

    @cached_property
    def facts(self) -> frozenset[str]:
        """What it has, each as the `fact` of the elements that are then not needed: names, a canonical link, languages."""
        found = set(map(named, self.names)) | set(map(of_language, self.languages))
        found |= {CANONICAL} if self.has_canonical else set()
        return frozenset(found | {NOINDEX} if self.is_noindex else found)

    @cached_property
    def _tags(self) -> list[Token]:
        return [token for token in self._given if token.kind == "start"]

    @cached_property
    def _metas(self) -> list[Mapping[str, str]]:
        return [_attributes(token.text) for token in self._tags if token.name == "meta"]

    @property
    def _links(self) -> Iterator[Token]:
        return (token for token in self._tags if token.name == "link")

    @property
    def names(self) -> frozenset[str]:
        """The names of its metadata, in lower case."""
        return frozenset(meta[key].lower() for meta in self._metas for key in ("name", "property") if key in meta)

    @property
    def picture(self) -> str:
        """The picture that link previews show, as another plugin wrote it, or empty."""
        return next((meta.get("content", "") for meta in self._metas if meta.get("property") == "og:image"), "")

    @property
    def has_canonical(self) -> bool:
        """Whether it gives the canonical address of the page."""
        return any("canonical" in _attributes(link.text).get("rel", "").lower().split() for link in self._links)

    @property
    def languages(self) -> frozenset[str]:
        """The languages, in lower case, for which it names a page with the same content."""
        return frozenset(filter(None, map(_language, self._links)))

    @property
    def is_noindex(self) -> bool:
        """Whether it keeps search engines away."""
        robots = (meta.get("content", "") for meta in self._metas if meta.get("name", "").lower() == "robots")
        return any("noindex" in content.lower() for content in robots)

    def has(self, element: HeadElement) -> bool:
        """Return whether it already contains an element, or what makes it needless."""
        return element.fact in self.facts if element.fact else element.text in self.html


@lru_cache(maxsize=256)
def _attributes(tag: str) -> Mapping[str, str]:
    """Return the attributes of a tag; most tags of a head are the same on all pages of a site."""
    return attributes(tag)


def head_of(html: str) -> Head | None:
    """Return the content of the head of a page, or None if it has none; the way of `read_head()` where it is not usual.

    The heads that a theme writes differ in some values only, and without these only a few heads are left.
    """
    end = html.find("</head>")
    head = html[:end] if end >= 0 else ""
    facts = _facts_of_usual(_without_values(head))
    if facts is None:
        return read_head(html)
    tags = (Token("start", tag[0], tag[0][1:5].lower()) for tag in _HEAD_TAG.finditer(head))
    of_values = named("robots") in facts
    return Head(head.rstrip(" \t"), tags, None if of_values else facts)


def _without_values(head: str) -> str:
    """Return a head without the text of its title and the values of `content` and `href`."""
    start = head.find(_TITLE) + len(_TITLE)
    end = head.find("<", start)
    return _VALUE.sub('=""', head if start < len(_TITLE) else head[:start] + head[end:])


@lru_cache(maxsize=256)
def _facts_of_usual(head: str) -> frozenset[str] | None:
    """Return the facts of a head that is as themes write it, or None for any other; values of `content` do not count."""
    return Head(head).facts if _USUAL.fullmatch(head) else None


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


def with_head(
    html: str, elements: Iterable[HeadElement], more: Callable[[Head], Iterable[HeadElement]] | None = None
) -> str:
    """Return a page with elements added at the end of its head, except those that it already has.

    A page without a head is not changed.

    Args:
        html: The page.
        elements: What to add.
        more: Returns more of them for a head.
    """
    head = head_of(html)
    if head is None:
        return html
    elements = [*elements, *more(head)] if more else elements
    missing = "".join([f"{element.html}\n" for element in elements if not head.has(element)])
    return head.html + missing + html[len(head.html) :] if missing else html
