"""Cuts HTML at its tags where all of it is as Markdown writes it, for readers that would parse it once more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.tokens import ENDLESS, RAW

_TAG: Final = re.compile(
    r"<(?:/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?: [a-zA-Z_:][^\s<>=\"'/]*(?:=\"[^\"<>]*\")?)*)( ?/)?|!--[ \w]*--)>"
)
"""A tag in lower case with quoted attributes, or a comment of words."""
_GROUPS: Final = 5
"""A text, and after it the name of an end tag, or the name, the attributes and the slash of a start tag."""
_RAW: Final = RAW | {"noscript", ENDLESS}
"""Elements whose content parsers read by rules of its own."""
_ODD: Final = "\0\r\x1c\x1d\x1e\x1f\x85"
"""Characters that only some count as white space or as the end of a line."""
_ATTRIBUTE: Final = re.compile(r' ([^\s=]+)(?:="([^"]*)")?')


Part = tuple[str, str | None, str | None, str | None]
"""A text with the characters that references stand for, and of what follows it: the name of the element that starts, the
name of the element that ends (one that closes itself does both), and the attributes as they are written."""


def parts_of(html: str) -> Iterable[Part] | None:
    """Cut HTML at its tags.

    Returns:
        The parts, which the standard library's parser finds as well; None if anything is not as Markdown writes it (raw
        scripts, `<` in a text, upper case), so that only a parser can read it.
    """
    cut: list[Any] = _TAG.split(html)
    if html.count("<") != len(cut) // _GROUPS or "&" in cut[-1] or any(sign in html for sign in _ODD):
        return None
    cut += [None] * (_GROUPS - 1)
    texts, ends, starts, attributes, slashes = (cut[group::_GROUPS] for group in range(_GROUPS))
    if not _RAW.isdisjoint(starts):
        return None
    if "&" in html:
        texts = list(map(unescaped, texts))
    if any(slashes):
        ends = [start if slash else end for start, end, slash in zip(starts, ends, slashes, strict=True)]
    return zip(texts, starts, ends, attributes, strict=True)


def attributes_of(written: str) -> dict[str, str | None]:
    """Return the attributes of a tag by their names in lower case; of one that stands there twice, the last."""
    return {found[1].lower(): found[2] and unescaped(found[2]) for found in _ATTRIBUTE.finditer(written)}
