"""What a YAML error means to an author, in their words."""

from __future__ import annotations


def explained(problem: str, lines: list[str], line: int) -> tuple[str, str]:
    """Return what is wrong in the words of an author, and what to write.

    Args:
        problem: What libyaml says.
        lines: The document.
        line: The line of the error, counted from 0.
    """
    text = lines[line] if line < len(lines) else ""
    before = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in text[: len(text) - len(text.lstrip())] or "found character '\\t'" in problem:
        return "a tab as indentation", "indent with blanks, not a tab"
    if "mapping values are not allowed" in problem:
        return "a colon in an unquoted value", "put the value in quotes"
    if "cannot start any token" in problem:
        return "a value starts with a character that YAML reserves", "put the value in quotes"
    if "while scanning a quoted scalar" in problem or "quoted" in problem or "end of stream" in problem:
        return "a quote that is never closed", "close the quote, or put the value in other quotes"
    if "did not find expected key" in problem and any(quote in text + before for quote in "'\""):
        return "a quote inside a quoted value", "double it, or put the value in the other quotes"
    if "',' or ']'" in problem or "',' or '}'" in problem:
        return "a bracket that is never closed", "close it, or put the value in quotes"
    if "could not find expected ':'" in problem:
        return "a line that is no key and not indented", "write key: value, or indent it below its key"
    if "did not find expected key" in problem:
        return "something that belongs to no key", "remove it, or put the value before it in quotes"
    return problem, "put the value in quotes, or correct the indentation"
