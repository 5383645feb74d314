"""The ways in which a program may read a text with paths, and a path in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Final

from mkdocs_journal.text.unicode_forms import normalized

_ESCAPED: Final = re.compile(r"\\([ -/:-@\[-`{-~])")
"""A sign that Markdown reads as itself, `my\\_picture.png`, or style sheets do, `my\\ picture.png`."""
_NUMBERED: Final = re.compile(r"\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([\dA-Fa-f]{1,6})[ \t\n]?)")
"""A character by its number, in JSON, in a script or in a style sheet."""
_MARKS: Final = "*_`~"
"""Signs of Markdown that may stand directly before a path."""
_NOTATION: Final = re.compile(r"@?\w{1,20}:(?!//)")
"""What plugins have before a path: `@from_file:` mkdocs-kroki-plugin, `site:` mkdocs-site-urls."""
_DETOUR: Final = re.compile(r"(?<![^\s()<>\"'\[\]{}|,=/])(?:(?!\.\.?/)[^\s()<>\"'\[\]{}|,=/]++/\.\./)|(?<=/)(?:\./)++")
"""Parts of a path that lead nowhere: `x/../` and `./`."""
_DEEPEST: Final = 12
"""Folders one inside the other that a path may enter and leave again."""


def readings(text: str) -> Iterator[str]:
    """Yield a text as it is written, as Markdown reads it, without the backslashes before signs, and as programs do."""
    yield text
    if (read := _ESCAPED.sub(r"\1", text)) != text:
        yield read
    if (read := _NUMBERED.sub(_character, text)) != text:
        yield normalized("NFC", read.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if 0 < number <= sys.maxunicode else escape[0]


def meant(path: str) -> Iterator[str]:
    """Yield a path as it is written, without Markdown's signs before it, and without the next value of a query."""
    yield path
    bare = path.lstrip(_MARKS)
    if (bare := bare[found.end() :] if (found := _NOTATION.match(bare)) else bare) != path:
        yield bare
    if "&" in bare:  # viewer.html?file=/x.pdf&page=2
        yield bare.partition("&")[0]


def without_detours(text: str) -> str:
    """Return a text with the shortest way in each path, and with slashes between folders where Windows has others."""
    text = text.replace("\\", "/")
    for _ in range(_DEEPEST):
        shorter = _DETOUR.sub("", text) if "/." in text else text
        if shorter == text:
            break
        text = shorter
    return text


def without_marks(path: str) -> str:
    """Return a path without its query, its fragment and the signs after it, which are those of a sentence or of markup."""
    return re.split(r"[?#]", path, maxsplit=1)[0].rstrip(".,;:!?*_`~")
