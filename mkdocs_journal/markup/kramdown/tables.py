"""Tables: rows of cells between `|`, with or without a head, bodies and a foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mkdocs_journal.markup.kramdown.backticks import code_and_text
from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.html_blocks import closing_tag
from mkdocs_journal.markup.kramdown.html_names import SPAN_ELEMENTS, VOID_ELEMENTS
from mkdocs_journal.markup.kramdown.patterns import BOUNDARY, HTML_TAG, SPACE, WHITE, compiled

PIPE = r"(?>\||[^\n]*?[^\\\n]\|)"
TABLE_LINE = compiled(PIPE + r"[^\n]*+\n")
TABLE_START = compiled(rf"{SPACE}(?=\S){PIPE}[^\n]*+\n")
RULED = compiled(r"((?=[+|: \t]*+-)[+|: \t-]*+)\n")
FOOT = compiled(r"(?=[+|: \t]*+=)[+|: \t=]*+\n")
ALIGNMENT = compiled(r"(:?)-+(:?)")
BAR = compiled(r"(?<!\\)\|")
MOST_CELLS = 20_000
"""The largest number of cells added to fill up a table, so that one long row does not make a large page."""

MOST_AGAIN = 10_000
"""Characters that were read as a table without a body and may be read once more, from a later line."""


@dataclass(slots=True)
class Gathered:
    """A table while its lines are read."""

    parts: list[Element] = field(default_factory=list)
    rows: list[Element] = field(default_factory=list)
    alignment: list[str] | None = None
    footed: bool = False

    def close(self, kind: str) -> None:
        """End a part of the table, unless it is empty."""
        if self.rows:
            self.parts.append(Element(kind, children=self.rows))
            self.rows = []

    def ruled(self, line: str) -> None:
        """Read a line of dashes: below the head it sets the alignment of columns, elsewhere it separates bodies."""
        if not self.rows:
            return
        if self.alignment is None and not self.footed:
            self.close("thead")
            self.alignment = [_alignment(*sides) for sides in ALIGNMENT.findall(line)]
        elif not self.footed:
            self.close("tbody")


def _alignment(left: str, right: str) -> str:
    return {(True, True): "center", (True, False): "left", (False, True): "right"}.get((bool(left), bool(right)), "")


def read_table(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a table: every line has a `|` outside code, and a block boundary follows."""
    if not reader.after_boundary() or reader.pos < reader.in_vain.get(TABLE_START, 0):
        return False
    place, table = reader.pos, Gathered()
    leading = found[0].lstrip().startswith("|")
    reader.take(RULED)
    while line := reader.take(TABLE_LINE):
        if not BAR.search(_outside_html("".join(text for text, code in code_and_text(line[0]) if not code))):
            return _no_table(reader, place, again=0)
        if ruled := RULED.fullmatch(line[0]):
            table.ruled(ruled[1])
        elif FOOT.fullmatch(line[0]):
            table.close("tbody")
            table.footed = True
        else:
            table.rows.append(Element("tr", children=cells_of(line[0].rstrip(" \t\n"), leading=leading)))
    table.close("tfoot" if table.footed else "tbody")
    if not reader.check(BOUNDARY):
        return _no_table(reader, place, again=0)
    if not any(part.kind == "tbody" for part in table.parts):
        return _no_table(reader, place, again=MOST_AGAIN)
    reader.add(Element("table", children=table.parts, alignment=_filled(table)))
    return True


def _no_table(reader: BlockReader, place: int, *, again: int) -> bool:
    """Go back to `place`; a later line begins a table only if at most `again` characters were read."""
    if reader.pos - place > again:
        reader.in_vain[TABLE_START] = reader.pos
    reader.pos = place
    return False


def _outside_html(line: str) -> str:
    """Return a line without HTML elements; one that is not closed extends to the end of the line."""
    kept, pos = [], 0
    for tag in HTML_TAG.finditer(line):
        if tag.start() < pos or tag[1].lower() not in SPAN_ELEMENTS:
            continue
        kept.append(line[pos : tag.start()])
        pos = tag.end()
        if not tag[3] and tag[1].lower() not in VOID_ELEMENTS:
            closing = closing_tag(tag[1].lower()).search(line, pos)
            pos = closing.end() if closing else len(line)
    return "".join([*kept, line[pos:]])


def _filled(table: Gathered) -> list[str]:
    """Give each row as many cells as the longest row; return the alignment of each column."""
    rows = [row for part in table.parts for row in part.children]
    columns = max(len(row.children) for row in rows)
    if columns * len(rows) <= MOST_CELLS:
        for row in rows:
            row.children += [Element("td") for _ in range(columns - len(row.children))]
    return ((table.alignment or []) + [""] * columns)[:columns]


def cells_of(line: str, *, leading: bool) -> list[Element]:
    """Return the cells of a row."""
    pieces: list[list[str]] = [[]]
    for text, code in code_and_text(line):
        first, *others = [text] if code else (part.replace("\\|", "|") for part in BAR.split(text))
        pieces[-1].append(first)
        pieces += ([other] for other in others)
    cells = ["".join(cell) for cell in pieces]
    if leading and not cells[0].strip(WHITE):
        del cells[0]
    if cells and not cells[-1].strip(WHITE):
        del cells[-1]
    return [Element("td", children=[Element("raw text", cell.strip(WHITE))]) for cell in cells]
