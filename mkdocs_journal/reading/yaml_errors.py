"""What a YAML error means to an author, in their words."""

from __future__ import annotations

from typing import Final

OPEN_QUOTE: Final = ("a quote that is never closed", "close the quote, or put the value in other quotes")


def explained(problem: str, lines: list[str], line: int) -> tuple[str, str]:
    """Return what is wrong in the words of an author, and what to write.

    Args:
        problem: What libyaml says.
        lines: The document.
        line: The line of the error, counted from 0.
    """
    text = lines[line] if line < len(lines) else ""
    before = lines[line - 1] if 0 < line <= len(lines) else ""
    tab = "\t" in text[: len(text) - len(text.lstrip())] or "found character '\\t'" in problem
    quoted = any(quote in text + before for quote in "'\"")
    reserved = ("a value starts with a character that YAML reserves", "put the value in quotes")
    inner_quote = ("a quote inside a quoted value", "double it, or put the value in the other quotes")
    no_key = ("a line that is no key and not indented", "write key: value, or indent it below its key")
    stray = ("something that belongs to no key", "remove it, or put the value before it in quotes")
    meanings = (
        (tab, ("a tab as indentation", "indent with blanks, not a tab")),
        ("mapping values are not allowed" in problem, ("a colon in an unquoted value", "put the value in quotes")),
        ("cannot start any token" in problem, reserved),
        ("quoted" in problem or "end of stream" in problem, OPEN_QUOTE),
        ("expected key" in problem and quoted, inner_quote),
        ("',' or" in problem, ("a bracket that is never closed", "close it, or put the value in quotes")),
        ("expected ':'" in problem, no_key),
        ("expected key" in problem, stray),
    )
    other = (problem, "put the value in quotes, or correct the indentation")
    return next((meaning for meant, meaning in meanings if meant), other)
