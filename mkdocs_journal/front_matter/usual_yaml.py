"""Reads front matter as nearly everyone writes it: `key: value`, lists on one line, lists with a line for each item.

That takes a tenth of the time that libyaml's events take; whatever may have another meaning in YAML is left to these.
"""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.front_matter.yaml_values import ListValue, MapValue, Scalar, Value

_UNUSUAL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Tabs, control characters, byte-order marks, and line ends of other systems."""
_KEY: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +|\Z)")
_DASH: Final = re.compile(r"( {0,20})- +(?=[^ ])")
_QUOTED: Final = re.compile(r"(?:\"([^\"\\]*)\"|'([^']*)') *")
_ITEM: Final = re.compile(
    r" *+(?:(?:\"(?P<double>[^\"\\]*+)\"|'(?P<single>[^']*+)') *+|(?P<plain>[^ \-?:,\[\]{}#&*!|>'\"%@`][^:?,\[\]{}]*+))"
    r"(?:,|\Z)"
)
"""An item of a list on one line."""
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>%@`")
"""Signs that have a meaning at the beginning of a value."""


def read_usual(text: str, first_line: int) -> MapValue | None:
    r"""Return the map that a YAML document is, or None if a line of it is unusual.

    Args:
        text: The document, line ends `\n`.
        first_line: The line of the file in which it begins, counted from 1.

    Returns:
        The value that libyaml's events have.
    """
    if _UNUSUAL.search(text):
        return None
    entries: list[tuple[Scalar, Value]] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, number = lines[at], first_line + at
        at += 1
        if not line or line[0] == "#":
            continue
        found = _KEY.match(line)
        if found is None:
            return None
        if found.end() < len(line):
            value = _value(line, found.end(), number)
            if value is None:
                return None
        elif items := _items(lines, at, first_line):
            value, at = items, at + len(items.items)
        else:
            value = Scalar("", number, found.end(1) + 2)
        entries.append((Scalar(found[1], number, 1), value))
    return MapValue(tuple(entries), entries[0][0].line, 1) if entries else None


def _value(line: str, start: int, number: int) -> Value | None:
    """Return the value that a line ends with, or None if it is unusual."""
    return _list(line, start, number) if line[start] == "[" else _scalar(line, start, number)


def _scalar(line: str, start: int, number: int) -> Scalar | None:
    """Return the text that a line ends with, or None if it is unusual."""
    if line[start] in "\"'":
        found = _QUOTED.fullmatch(line, start)
        return Scalar(found[found.lastindex or 0], number, start + 1, quoted=True) if found else None
    text = line[start:].rstrip(" ")
    if text[0] in _INDICATORS or ": " in text or " #" in text or text[-1] == ":":
        return None
    return Scalar(text, number, start + 1)


def _list(line: str, start: int, number: int) -> ListValue | None:
    """Return the list in brackets that a line ends with, or None if it is unusual."""
    end = len(line.rstrip(" ")) - 1
    if line[end] != "]":
        return None
    items: list[Scalar] = []
    at = start + 1
    while at < end:
        found = _ITEM.match(line, at, end)
        if found is None:
            return None
        kind = found.lastgroup or ""
        quoted = kind != "plain"
        text = found[kind] if quoted else found[kind].rstrip(" ")
        if not quoted and " #" in text:
            return None
        items.append(Scalar(text, number, found.start(kind) + 1 - quoted, quoted))
        at = found.end()
    return ListValue(tuple(items), number, start + 1)


def _items(lines: list[str], at: int, first_line: int) -> ListValue | None:
    """Return a list with a line for each item, as far as its items are usual, or None if the first is not."""
    items: list[Scalar] = []
    indent = ""
    while at < len(lines) and (found := _DASH.match(lines[at])):
        indent = indent if items else found[1]
        item = _scalar(lines[at], found.end(), first_line + at) if found[1] == indent else None
        if item is None:
            break
        items.append(item)
        at += 1
    return ListValue(tuple(items), items[0].line, len(indent) + 1) if items else None
