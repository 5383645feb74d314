"""Typography as in kramdown: quotation marks, dashes, dots, guillemets, entities, escapes, line breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import name2codepoint

from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.patterns import ENTITY, compiled
from mkdocs_journal.markup.kramdown.span_reader import SpanReader

LEFT, RIGHT = {"'": 0, '"': 2}, {"'": 1, '"': 3}
"""Positions of quotation marks in the option `smart_quotes`."""
_PUNCTUATION = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
_QUOTES: tuple[tuple[re.Pattern[str], dict[str, int]], ...] = (
    (compiled(r"()([\"'])(?=[_*]{1,2}\S)"), LEFT),
    (compiled(rf"()([\"'])(?={_PUNCTUATION}(?!\.\.)(?u:\B))"), RIGHT),
    (compiled(r"(\s?)(\"'|'\")(?=\w)"), LEFT),
    (compiled(r"(\s?)(')(?=\d\ds)"), RIGHT),
    (compiled(r"(\s)(['\"])(?=\w)"), LEFT),
    (compiled(r"([^ \\\t\r\n\[{(-])(['\"])"), RIGHT),
    (compiled(r"()([\"'])(?=\s|s(?u:\b)|$)", re.MULTILINE), RIGHT),
    (compiled(r"(.?)(')", re.DOTALL), LEFT),
    (compiled(r"(.?)(\")", re.DOTALL), LEFT),
)
"""Text before and after quotation marks, and the marks to write; the first match is used."""
SYMBOLS = {
    "---": "—",
    "--": "–",
    "...": "…",
    "\\<<": "<<",
    "\\>>": ">>",
    "<< ": "«\u00a0",
    " >>": "\u00a0»",
    "<<": "«",
    ">>": "»",
}
SYMBOL = compiled("|".join(map(re.escape, SYMBOLS)))
BREAK = compiled(r"(?:  |\\\\)(?=\n)")
ESCAPED = compiled(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=\-~])""")
RESERVED = 0xF0000
"""First of the characters that may stand for Liquid; their entities stay as they are written."""
KNOWN_ENTITIES = {**name2codepoint, "apos": 39}


def read_quotes(reader: SpanReader) -> bool:
    """Read `"` and `'`, which become opening or closing marks depending on the text around them."""
    place = reader.pos
    start = place - (place > reader.plain_from and reader.text[place - 1] != "\\")
    found, signs = next((found, signs) for pattern, signs in _QUOTES if (found := pattern.match(reader.text, start)))
    if start == place:
        reader.add_text(found[1])
    for quote in found[2]:
        reader.add(Element("sign", _quotes(reader.document.options.smart_quotes)[signs[quote]]))
    reader.pos = found.end()
    return True


@lru_cache(maxsize=256)
def _quotes(option: str) -> tuple[str, ...]:
    """Return the four quotation marks, from the names of their entities."""
    marks = [chr(KNOWN_ENTITIES.get(name.strip(), 0)) for name in option.split(",")]
    return tuple(marks) if len(marks) == 4 and "\0" not in marks else ("‘", "’", "“", "”")


def read_symbol(reader: SpanReader) -> bool:
    """Read dashes, dots and guillemets."""
    found = reader.take(SYMBOL)
    if found:
        reader.add(Element("sign", SYMBOLS[found[0]]))
    return found is not None


def read_break(reader: SpanReader) -> bool:
    """Read two blanks or backslashes at the end of a line."""
    found = None if reader.document.options.hard_wrap else reader.take(BREAK)
    if found:
        reader.add(Element("br"))
    return found is not None


def read_escaped(reader: SpanReader) -> bool:
    """Read a character escaped by a backslash."""
    found = reader.take(ESCAPED)
    if found:
        reader.add_text(found[1])
    return found is not None


def read_entity(reader: SpanReader) -> bool:
    """Read an HTML entity; an unknown one is shown as written."""
    found = reader.take(ENTITY)
    if found is None:
        return False
    name, number, hexadecimal = found.groups()
    code = KNOWN_ENTITIES.get(name) if name else int(number[-9:]) if number else int(hexadecimal[-7:], 16)
    if code is not None and RESERVED <= code < 0x110000:
        reader.add_text(found[0])
        return True
    known = code is not None and 0 < code < RESERVED and not 0xD800 <= code < 0xE000
    reader.add(Element("sign", chr(code) if code is not None and known else "&"))
    if not known:
        reader.add_text(found[0][1:])
    return True
