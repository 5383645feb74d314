"""Single tags of HTML, for what walks through tokens."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from mkdocs_journal.text.html import Token, attributes

_ATTRIBUTE: Final = re.compile(r"(?<!\s)\s++([^\s\"'>/=]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>`]+))?")


def classes(tag: str) -> frozenset[str]:
    """Return the class names of a start tag, each a whole word: `toc-like` is not `toc`."""
    if "class" not in tag.lower():
        return frozenset()
    return frozenset(attributes(tag).get("class", "").split())


def without_attributes(tag: str, names: Collection[str]) -> str:
    """Return a start tag without some attributes, all else as it was.

    Args:
        tag: The tag.
        names: The attributes, in lower case.
    """
    return _ATTRIBUTE.sub(lambda found: "" if found[1].lower() in names else found[0], tag)


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
    """Return the box of an item of a task list as a sign, or an empty text for any other control."""
    found = attributes(token.text)
    return ("☑" if "checked" in found else "☐") if found.get("type", "").lower() == "checkbox" else ""
