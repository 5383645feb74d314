"""The journal's dated updates, `!!! update "2025-05-05: text"`, an addition to kramdown."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.patterns import INDENT, SPACE, compiled

UPDATE = compiled(rf"{SPACE}(!!!|\?\?\?\+?)[ \t]+update\b[^\"\n]*\"([^\"\n]*)\"[ \t]*\n", re.IGNORECASE)
INDENTED = compiled(rf"(?:[ \t]*\n)*{INDENT}[ \t]*\S[^\n]*\n")


def read_update(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read an update and the indented blocks below it."""
    reader.pos = start = found.end()
    while reader.take(INDENTED):
        pass
    text = re.sub(rf"(?m)^{INDENT}", "", reader.text[start : reader.pos])
    folded = found[1] != "!!!"
    title = Element("raw text", found[2])
    attrs = {"class": "update"} | ({"open": "open"} if found[1].endswith("+") else {})
    if folded:
        whole = Element("html", "details", attrs, contents="block")
        whole.children.append(Element("html", "summary", children=[title], contents="span"))
    else:
        whole = Element("html", "div", {"class": "admonition update"}, contents="block")
        whole.children.append(Element("p", attrs={"class": "admonition-title"}, children=[title]))
        whole.children.append(Element("end"))
    reader.nested(reader.add(whole), text)
    return True
