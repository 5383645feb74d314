"""Lines that are not shown: definitions of links, notes, abbreviations and attributes, and extensions."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.attribute_lists import read_attribute_list
from mkdocs_journal.markup.kramdown.block_kinds import indented_lines
from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import AttributeList, Element
from mkdocs_journal.markup.kramdown.extensions import EXTENSION_LINE, read_extension
from mkdocs_journal.markup.kramdown.patterns import (
    ATTRIBUTE_TEXT,
    BLOCK_ATTRIBUTES,
    ID_NAME,
    INDENT,
    SPACE,
    WHITE,
    compiled,
)

LINK = compiled(
    rf"(?=[^\n]{{1,4000}}\n){SPACE}\[([^\n\]]+)\]:[ \t]*(?:<([^\n>]*)>|([^\n]*?\S[^\n]*?))"
    r"(?:(?:[ \t]*+\n[ \t]*+|[ \t]++)(?:\"([^\n]+)\"|'([^\n]+)'))?[ \t]*+\n"
)
NOTE = compiled(rf"{SPACE}\[\^({ID_NAME})\]:[ \t\r\f\v]*+([^\n]*+\n)")
ABBREVIATION = compiled(rf"{SPACE}\*\[(?>([^\n]+?)\]:)([^\n]*+)\n")
ATTRIBUTES = compiled(rf"{SPACE}\{{:({ID_NAME}):({ATTRIBUTE_TEXT})\}}[ \t\r\f\v]*+\n")
LONGEST_ABBREVIATION, LONGEST_TEXT, LONGEST_LIST = 100, 1_000, 2_000
"""Characters of an abbreviation, of a title or what an abbreviation stands for, and of an attribute list with a name.

They are written wherever they are used; a definition with more is text.
"""
BRACES = compiled(rf"{SPACE}\{{:")


def link_id(text: str) -> str:
    """Return the name by which a link definition is looked up."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).lower()


def read_link(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read `[name]: address "title"`."""
    address = found[2] if found[2] is not None else found[3]
    if found[2] is None and re.search(r"[ \t][\"']", address):
        return False
    title = found[4] or found[5]
    if title and len(title) > LONGEST_TEXT:
        reader.document.leftovers.append(f"[{found[1]}]:")
        return False
    reader.pos = found.end()
    place = reader.add(Element("end", "link"))
    reader.document.links[link_id(found[1])] = (address, title, place)
    return True


def read_note(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read `[^name]: text`, with indented blocks below it."""
    reader.pos = found.end()
    text = found[2] + indented_lines(reader)
    note = Element("note", found[1])
    reader.nested(note, re.sub(rf"(?m)^{INDENT}", "", text))
    reader.document.footnotes[found[1]] = note
    reader.add(Element("end", "note"))
    return True


def read_abbreviation(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read `*[HTML]: Hyper Text Markup Language`."""
    if len(found[1]) > LONGEST_ABBREVIATION or len(found[2]) > LONGEST_TEXT:
        reader.document.leftovers.append(f"*[{found[1]}]:")
        return False
    reader.pos = found.end()
    place = reader.add(Element("end", "abbreviation"))
    reader.document.abbreviations[found[1]] = (found[2].strip(WHITE), place)
    return True


def read_braces(reader: BlockReader, _found: re.Match[str]) -> bool:
    """Read `{:name: …}`, `{: …}` and `{::name}`, each on lines of its own."""
    if found := reader.check(ATTRIBUTES):
        known = reader.document.attribute_lists.setdefault(found[1], AttributeList())
        if known.length + len(found[2]) > LONGEST_LIST:
            return False
        reader.pos = found.end()
        read_attribute_list(found[2], known)
        reader.add(Element("end", "attributes"))
        return True
    if found := reader.check(EXTENSION_LINE):
        extension = read_extension(reader, found, reader.document, block=True)
        if extension:
            reader.tree.children.append(extension)
        return extension is not None
    if found := reader.take(BLOCK_ATTRIBUTES):
        _attach(reader, found[1])
        return True
    return False


SHOWN = ("", "attributes", "options")


def _attach(reader: BlockReader, text: str) -> None:
    """Give an attribute list to the block above it, or keep it for the block below."""
    last = reader.last
    if last is not None and last.kind != "blank" and (last.kind != "end" or last.value in ("link", "note", "abbreviation")):
        read_attribute_list(text, last.attribute_list())
        if not reader.check(BLOCK_ATTRIBUTES):
            reader.add(Element("end", "attached"))
    else:
        if reader.waiting is None:
            reader.waiting = AttributeList()
        read_attribute_list(text, reader.waiting)
