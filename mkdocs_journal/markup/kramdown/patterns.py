"""Regular expressions that several rules share. They are matched at a place, so none starts with `^`."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.html_names import SPAN_ELEMENTS

WHITE = " \t\r\n\f\v"
"""kramdown's white space: only that of ASCII."""

INDENT = r"(?:\t| {4})"
SPACE = r" {0,3}"
NAME = r"(?u:[^\W\d][-\w.]*(?::[^\W\d][-\w.]*)?)"
"""The name of an HTML element or attribute."""

TAGS = "\U000f0000-\U000f7fff"
"""Placeholders of Liquid tags that could not be evaluated; alone on a line they end blocks."""

_CHAR, _LONGEST = r"(?:\\\}|[^}])", 2_000
IS_CLOSED = rf"(?=[^}}]{{0,{_LONGEST}}}+\}})"
"""A brace is closed soon. The limit keeps the time linear where none of many is closed."""
ATTRIBUTE_CHARS = rf"{_CHAR}{{0,{_LONGEST}}}"
ATTRIBUTE_TEXT = rf"(?!\}}){IS_CLOSED}{ATTRIBUTE_CHARS}+"
"""What an attribute list has between its braces."""
ID_NAME = r"\w[\w-]*"
ATTRIBUTE_LIST = rf"\{{:(?!:|/)({ATTRIBUTE_TEXT})\}}[ \t\r\f\v]*+\n"

_STAYS = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
HTML_START = rf"<(?!(?:{_STAYS})\b){NAME}"
HTML_STOP = rf"</(?!(?:{_STAYS})\b){NAME}\s*>"


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern in which words, blanks and digits are those of ASCII, as in kramdown."""
    return re.compile(pattern, re.ASCII | flags)


BLANK = rf"(?:{SPACE}[{TAGS}][ \t\r\f\v{TAGS}]*+|[ \t\r\f\v]*+)\n"
BLANK_LINE = compiled(rf"(?:{BLANK})++")
END_OF_BLOCK = compiled(r"\^[ \t\r\f\v]*+\n")
BLOCK_ATTRIBUTES = compiled(SPACE + ATTRIBUTE_LIST)
LAZY_END = compiled(rf"{BLANK}|{SPACE}{ATTRIBUTE_LIST}|\^[ \t\r\f\v]*+\n|{SPACE}{HTML_STOP}|{SPACE}{HTML_START}|\Z")
"""What ends a quotation and a paragraph even without a blank line."""

BOUNDARY = compiled(rf"{BLANK}|\^[ \t\r\f\v]*+\n|{SPACE}{ATTRIBUTE_LIST}|\Z")
LINE = compiled(r"[^\n]*+\n")

_VALUE = r"""(?:(?u:\w)+|"[^"]*"|'[^']*')"""
HTML_TAG = compiled(rf"<((?>{NAME}))((?>\s+{NAME}(?:\s*=\s*{_VALUE})?)*+)\s*+(/)?>")
HTML_CLOSE = compiled(rf"</({NAME})\s*>")
HTML_ATTRIBUTE = compiled(rf"""({NAME})(?:\s*=\s*(?:((?u:\w)+)|"([^"]*)"|'([^']*)'))?""")
ENTITY = compiled(r"&(?:([A-Za-z_:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));")

LIST_START = compiled(rf"{SPACE}(?:[+*-]|\d+\.)[\t| ][^\n]*+\n")
DEFINITION_START = compiled(rf"({SPACE}:)([\t| ][^\n]*+\n)")
HEADING = compiled(r"(#{1,6}+)[\t ]++([^\n]*+)\n")
QUOTE = compiled(rf"{SPACE}> ?")
FENCE = compiled(rf"{SPACE}[~`]{{3,}}")
RULE = compiled(rf"{SPACE}(\*|-|_)[ \t]*+\1[ \t]*+\1(?:\1|[ \t])*+\n")
PARAGRAPH_END = compiled("|".join(p.pattern for p in (LAZY_END, LIST_START, HEADING, DEFINITION_START, QUOTE, FENCE)))
