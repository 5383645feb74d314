"""Single HTML tags, for code that processes tokens."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from mkdocs_journal.text.kept_if_short import kept_if_short
from mkdocs_journal.text.tokens import ATTRIBUTE, Token, after_name, attributes

_AFTER_VALUE: Final = frozenset(" \t\n\f\r/>")

_SIGNED: Final = re.compile(r"<[^<>]+>")
_PLAIN_TAG: Final = re.compile(
    r"""</?[a-zA-Z][a-zA-Z0-9-]*+(?:\s++[^\s"'<>/=]++(?:="[^"<>]*+")?+)*+\s*+/?+>|<!--(?!-?>)[^<>]*-->"""
)
"""A tag whose values are in double quotes and have no sign of a tag, or a comment without such signs."""
_UNSEEN: Final = re.compile(r"(?:\A|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
"""Styles that hide an element."""
LONGEST_BODY: Final = 50_000
"""The most letters of a fragment that is held with its tags: with pictures written into their address it has millions."""


def tags_of(html: str) -> str:
    """Return the different tags and comments of a fragment, if each `<` begins one that is plain; else the fragment.

    A program writes few different ones, so a quick check for some tag or attribute has little to read. Several functions
    ask about the same text, some of them only when all pages have been rendered; then the result is forgotten.
    """
    return (_kept_tags_of if len(html) <= LONGEST_BODY else _tags_of)(html)


def forget_tags() -> None:
    """Let go of the fragments that are held, and of their tags."""
    _kept_tags_of.cache_clear()


def _tags_of(html: str) -> str:
    found = _SIGNED.findall(html)
    different = dict.fromkeys(found)
    plain = len(found) == html.count("<") and all(map(_is_plain, different))
    return "".join(different) if plain else html


_kept_tags_of: Final = lru_cache(maxsize=1024)(_tags_of)


@kept_if_short(1024)
def _is_plain(tag: str) -> bool:
    """Return whether a tag is plain; most tags are on all pages."""
    return _PLAIN_TAG.fullmatch(tag) is not None


def classes(tag: str) -> frozenset[str]:
    """Return the class names of a start tag, each a whole word: `toc-like` is not `toc`."""
    if "class" not in tag.lower():
        return frozenset()
    return frozenset(attributes(tag).get("class", "").split())


def is_unseen(tag: str) -> bool:
    """Return whether the page does not show the element of a start tag: `hidden`, or a style that hides it."""
    lower = tag.lower()
    if "hidden" not in lower and "style" not in lower:
        return False
    found = attributes(tag)
    return "hidden" in found or bool(_UNSEEN.search(found.get("style", "")))


def without_attributes(tag: str, names: Collection[str]) -> str:
    """Return a start tag without the given attributes and the blanks before them, otherwise unchanged.

    Args:
        tag: The tag.
        names: The attributes, in lower case.
    """
    kept, end = [], 0
    for found in ATTRIBUTE.finditer(tag, after_name(tag)):
        if found[1].lower() in names:
            kept.append(tag[end : found.start()].rstrip())
            end = found.end()
            kept.append("" if tag[end : end + 1] in _AFTER_VALUE else " ")
    return "".join(kept) + tag[end:]


def written(name: str, values: dict[str, str], *, closed: bool = False) -> str:
    """Return the start tag of an element with attributes.

    Args:
        name: The element.
        values: The attributes; one without a value is written as such.
        closed: Whether the tag ends with a slash.
    """
    inside = "".join(f' {key}="{_escaped(value)}"' if value else f" {key}" for key, value in values.items())
    return f"<{name}{inside}{' /' if closed else ''}>"


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def checkbox(token: Token) -> str:
    """Return the checkbox of a task as a character, or empty for any other control."""
    found = attributes(token.text)
    return ("☑" if "checked" in found else "☐") if found.get("type", "").lower() == "checkbox" else ""


class OpenElements:
    """The open elements, innermost last; every lookup takes constant time."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._places: dict[object, list[int]] = {}

    def __contains__(self, name: object) -> bool:
        return bool(self._places.get(name))

    def __len__(self) -> int:
        return len(self._names)

    @property
    def innermost(self) -> str:
        """The name of the innermost element, or empty."""
        return self._names[-1] if self._names else ""

    def depth(self, name: str) -> int:
        """Return how many elements are around the innermost one of a name; -1 if there is none."""
        places = self._places.get(name)
        return places[-1] if places else -1

    def push(self, name: str) -> None:
        """Open an element."""
        self._places.setdefault(name, []).append(len(self._names))
        self._names.append(name)

    def pop(self) -> str:
        """Close the innermost element and return its name."""
        name = self._names.pop()
        self._places[name].pop()
        return name

    def pass_by(self, token: Token) -> list[str]:
        """Process a token and return the elements that it ends, innermost first; none for an end tag without a start."""
        if token.kind == "start" and not token.alone:
            self.push(token.name)
        return self.close(token.name) if token.kind == "end" else []

    def rest(self) -> tuple[str, ...]:
        """Return the open elements, innermost first."""
        return tuple(reversed(self._names))

    def close(self, name: str) -> list[str]:
        """Close the innermost element of a name and everything inside; return the closed ones, innermost first."""
        ended: list[str] = []
        while name in self:
            ended.append(self.pop())
            if ended[-1] == name:
                break
        return ended
