"""Plain blocks: headings, paragraphs, quotations, code, rules, mathematics."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.patterns import (
    BLANK,
    BLOCK_ATTRIBUTES,
    BOUNDARY,
    END_OF_BLOCK,
    HTML_START,
    HTML_STOP,
    INDENT,
    LAZY_END,
    LINE,
    PARAGRAPH_END,
    QUOTE,
    SPACE,
    WHITE,
    compiled,
)

OWN_ID = re.compile(r"[\t ]\{#([^\W\d][-\w.:]*)\}\Z")


def read_blank(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read blank lines, which may contain unevaluated Liquid."""
    reader.pos = found.end()
    reader.add(Element("blank", found[0]))
    return True


def read_end(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a line `^`, which ends the block above it."""
    reader.pos = found.end()
    reader.add(Element("end"))
    return True


CODE_LINE = compiled(rf"{INDENT}[ \t]*+\S[^\n]*+\n")
CODE_AFTER_BLANK = compiled(rf"(?:{BLANK})++(?={INDENT}[ \t]*+\S)")
CODE_GOES_ON = compiled(
    rf"(?!{BLOCK_ATTRIBUTES.pattern}|{END_OF_BLOCK.pattern}|{SPACE}{HTML_STOP}|{SPACE}{HTML_START}|{BLANK})"
    r"[ \t]*+\S[^\n]*+\n"
)


def indented_lines(reader: BlockReader) -> str:
    """Lines indented by four blanks, the lines that continue them, and the blank lines between."""
    start = reader.pos
    while True:
        place = reader.pos
        reader.take(CODE_AFTER_BLANK)
        if not reader.take(CODE_LINE):
            reader.pos = place
            return reader.text[start : reader.pos]
        while reader.take(CODE_LINE) or reader.take(CODE_GOES_ON):
            pass


def read_code(reader: BlockReader, _found: re.Match[str]) -> bool:
    """Read indented code; a line whose text starts with a form feed or a vertical tab is not code."""
    lines = indented_lines(reader)
    if not lines:
        return False
    code = re.sub(r"\n( {0,3}\S)", r" \1", lines)
    reader.add(Element("code", re.sub(rf"(?m)^{INDENT}", "", code)))
    return True


FENCE_LINE = compiled(rf"{SPACE}([~`]{{3,}}+)([^\n]*+)\n")
INFO = compiled(r"[ \t\r\f\v]*+(?:(\S[^\s?]*+)(?:\?\S*+)?)?[ \t\r\f\v]*+\Z")
SHORTEST, TRIES = 3, 8


def read_fence(reader: BlockReader, opening: re.Match[str]) -> bool:
    """Read code between fences. The second is required; it may be shorter if the rest of the first is the language."""
    signs = opening[1]
    for length in range(len(signs), max(SHORTEST, len(signs) - TRIES) - 1, -1):
        info = INFO.match(signs[length:] + opening[2])
        closing = reader.find(closing_fence(signs[:length]), opening.end() - 1) if info else None
        if info and closing:
            reader.pos = closing.end()
            code = reader.add(Element("code", reader.text[opening.end() : closing.start() + 1]))
            if info[1]:
                code.attrs["class"] = f"language-{info[1]}"
            return True
    return False


@lru_cache(maxsize=256)
def closing_fence(fence: str) -> re.Pattern[str]:
    """Return the line that closes what `fence` opens, with the line break before it."""
    return compiled(rf"\n{SPACE}{re.escape(fence)}{re.escape(fence[-1])}*[ \t\r\f\v]*\n")


def read_quote(reader: BlockReader, _found: re.Match[str]) -> bool:
    """Read a quotation; only its first line needs a `>`."""
    start = reader.pos
    reader.take(LINE)
    while not reader.check(LAZY_END):
        reader.take(LINE)
    text = re.sub(rf"(?m)^{QUOTE.pattern}", "", reader.text[start : reader.pos])
    reader.nested(reader.add(Element("blockquote")), text)
    return True


def read_heading(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a heading with `#`."""
    text, own_id = heading_text(found[2])
    text = re.sub(r"[\t ]#+\Z", "", text).rstrip(WHITE)
    return add_heading(reader, found, len(found[1]), text, own_id)


UNDERLINED = compiled(rf"{SPACE}([^ \t\n][^\n]*+)\n([-=])[-=]*+[ \t\r\f\v]*+\n")


def read_underlined(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a heading with a line of `-` or `=` below it."""
    text, own_id = heading_text(found[1])
    return reader.after_boundary() and add_heading(reader, found, 2 if found[2] == "-" else 1, text, own_id)


def heading_text(text: str) -> tuple[str, str]:
    """Return the text of a heading, and the id at its end."""
    text = text.rstrip(WHITE)
    own = OWN_ID.search(text)
    return (text[: own.start()].rstrip(WHITE), own[1]) if own else (text, "")


def add_heading(reader: BlockReader, found: re.Match[str], level: int, text: str, own_id: str) -> bool:
    """Append a heading, unless it is empty."""
    if not text:
        return False
    reader.pos = found.end()
    heading = reader.add(Element("heading", level=level, children=[Element("raw text", text)]))
    if own_id:
        heading.attrs["id"] = own_id
    return True


def read_rule(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a horizontal rule."""
    reader.pos = found.end()
    reader.add(Element("hr"))
    return True


MATH = compiled(rf"{SPACE}(\\)?\$\$(.*?)\$\$([ \t\r\f\v]*\n)?", re.DOTALL)


def read_math(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read mathematics between `$$` on lines of its own; after a backslash it is part of a paragraph."""
    if not reader.after_boundary():
        return False
    if found[1]:
        if found[3]:
            reader.pos = found.end(1)
        return False
    place, reader.pos = reader.pos, found.end()
    if not reader.check(BOUNDARY):
        reader.pos = place
        return False
    reader.add(Element("math", found[2].strip(WHITE)))
    return True


def read_paragraph(reader: BlockReader, _found: re.Match[str]) -> bool:
    """Read text up to a blank line or another block."""
    start = reader.pos
    reader.take(LINE)
    while not reader.check(PARAGRAPH_END):
        reader.take(LINE)
    text = reader.text[start : reader.pos].rstrip(WHITE)
    last = reader.last
    if last is not None and last.kind == "p":
        raw = last.children[-1]
        raw.value += ("  \n" if reader.text[max(0, start - 3) : start] == "  \n" else "\n") + text
    else:
        reader.add(Element("p", children=[Element("raw text", text.lstrip(WHITE))]))
    return True
