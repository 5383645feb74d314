"""Readable messages for YAML errors."""

from __future__ import annotations

from typing import Final

Meaning = tuple[str, str]
"""What is wrong, and what to write."""

OPEN_QUOTE: Final = ("a quote that is never closed", "close the quote, or put the value in other quotes")
_INNER_QUOTE: Final = ("a quote inside a quoted value", "double it, or put the value in the other quotes")
_STRAY: Final = ("text that does not belong to a key", "remove it, or put the value before it in quotes")
_COLON: Final = ("a colon in an unquoted value", "put the value in quotes")
_RESERVED: Final = ("a value starts with a character that YAML reserves", "put the value in quotes")
_TAB: Final = ("a tab as indentation", "indent with spaces, not tabs")
_NO_KEY: Final = ("a line that is neither a key nor indented", "write key: value, or indent it below its key")
_BACKSLASH: Final = ("a backslash in double quotes", "write it twice, or use single quotes")
_BLOCK: Final = ("text after a | or >", "put the value in quotes, or write the text below, indented")
_LIST: Final = ("a list item in the line of its key", "write [a, b], or one item per line below; or put it in quotes")
_OPEN_BRACKET: Final = ("a bracket that is never closed", "close it, or put the value in quotes")
_IN_BRACKETS: Final = ("a missing comma in brackets", "add the comma, or put the item in quotes")
_NO_VALUE: Final = ("a bracket or comma where a value should be", "put the value in quotes")
_COMMENT: Final = ("a # in brackets, which begins a comment", "put the item in quotes")
_NO_ITEM: Final = ("text that does not belong to a list item", "indent it, or begin it with -")

_MEANINGS: Final = (
    ("found character '\\t'", _TAB),
    ("mapping values are not allowed", _COLON),
    ("cannot start any token", _RESERVED),
    ("escape", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
    ("quoted", OPEN_QUOTE),
    ("end of stream", OPEN_QUOTE),
    ("document indicator", OPEN_QUOTE),
    ("expected ':'", _NO_KEY),
    ("expected key", _STRAY),
    ("comment or line break", _BLOCK),
    ("indentation indicator", _BLOCK),
    ("block sequence entries", _LIST),
    ("expected '-'", _NO_ITEM),
    ("alphabetic", _RESERVED),
    ("mapping keys are not allowed", _RESERVED),
    ("tag", _RESERVED),
    ("URI", _RESERVED),
    ("directive", _RESERVED),
    ("document start", _RESERVED),
    ("expected '!'", _RESERVED),
    ("expected '>'", _RESERVED),
)
"""By a part of libyaml's message; the first one that matches is used."""


def explained(problem: str, lines: list[str], line: int, begun: int) -> Meaning:
    """Return a readable message for a YAML error, and what to write.

    Args:
        problem: The message of libyaml.
        lines: The document.
        line: The line of the error, counted from 0.
        begun: The line in which the unreadable value begins, counted from 0; the line of the error if unknown.
    """
    text, before, first = (lines[at] if 0 <= at < len(lines) else "" for at in (line, line - 1, begun))
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return _TAB
    if "expected key" in problem and any(quote in text + before for quote in "'\""):
        return _INNER_QUOTE
    if "',' or" in problem or "node content" in problem:
        if "#" in first:
            return _COMMENT
        return _NO_VALUE if "node content" in problem else _OPEN_BRACKET if begun < line else _IN_BRACKETS
    other = (problem, "put the value in quotes, or correct the indentation")
    return next((meaning for words, meaning in _MEANINGS if words in problem), other)


def is_reported_where_it_begins(problem: str, lines: int) -> bool:
    """Return whether to report an error where the broken value begins instead of where libyaml stops, `lines` below."""
    far = ("could not find expected ':'", "',' or", "node content")
    return "end of stream" in problem or (lines > 0 and any(words in problem for words in far))
