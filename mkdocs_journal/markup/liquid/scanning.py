"""Finds Liquid in a text: tags, outputs, and the closing tag of each tag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_OPENING: Final = re.compile(r"\{([%{])")
_NAME: Final = re.compile(r"\s*(\w*)")
_END_RAW: Final = re.compile(r"\{%-?\s*endraw\s*-?%\}")
BLOCKS: Final = frozenset({"if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "comment", "highlight"})
"""Tags of Jekyll that are closed by `end` and their name and contain what is between."""


@dataclass(slots=True)
class Mark:
    """A tag or an output."""

    start: int
    end: int
    name: str
    """Of a tag; empty for an output."""
    inside: str
    """The text after the name of a tag, or in an output."""
    trims_before: bool = False
    """Written with `-`: blanks before it are removed."""
    trims_after: bool = False
    closing: int = -1
    """Number of the tag that closes this one; -1 if none does."""


def scan(text: str) -> list[Mark]:
    """Find the tags and outputs of a text in order.

    Text between `raw` and `endraw` contains none; only the dashes of `raw` itself are used, as in Liquid.
    """
    marks: list[Mark] = []
    opened: dict[str, list[int]] = {}
    pos, raw_ends = 0, True
    absent: set[str] = set()
    while mark := _next(text, pos, absent):
        marks.append(mark)
        pos = mark.end
        if mark.name == "raw":
            end = _END_RAW.search(text, pos) if raw_ends else None
            raw_ends = end is not None
            if end:
                mark.closing = len(marks)
                marks.append(Mark(end.start(), end.end(), "endraw", "", trims_after=mark.trims_after))
                pos = end.end()
        elif mark.name in BLOCKS:
            opened.setdefault(mark.name, []).append(len(marks) - 1)
        elif mark.name.startswith("end") and opened.get(mark.name[3:]):
            marks[opened[mark.name[3:]].pop()].closing = len(marks) - 1
    return marks


def _next(text: str, pos: int, absent: set[str]) -> Mark | None:
    """Return the next tag or output; one that is opened and never closed is text, and its end is noted as absent."""
    while found := _OPENING.search(text, pos):
        closing = "%}" if found[1] == "%" else "}}"
        end = -1 if closing in absent else text.find(closing, found.end())
        if end >= 0:
            return _mark(text, found.start(), end + 2)
        absent.add(closing)
        pos = text.find("{{" if found[1] == "%" else "{%", found.end())
        if pos < 0:
            return None
    return None


def _mark(text: str, start: int, end: int) -> Mark:
    inside = text[start + 2 : end - 2]
    trims_before, trims_after = inside.startswith("-"), len(inside) > 1 and inside.endswith("-")
    inside = inside[trims_before : len(inside) - trims_after]
    name = ""
    if text[start + 1] == "%" and (found := _NAME.match(inside)):
        name, inside = found[1] or "%", inside[found.end() :]
    return Mark(start, end, name, inside.strip(), trims_before, trims_after)
