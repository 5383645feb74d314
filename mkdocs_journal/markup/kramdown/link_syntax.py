"""Links, pictures, addresses in `<…>`, and footnote marks."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.definitions import link_id
from mkdocs_journal.markup.kramdown.element_tree import Element, merge
from mkdocs_journal.markup.kramdown.patterns import ID_NAME, WHITE, compiled
from mkdocs_journal.markup.kramdown.span_reader import SpanReader
from mkdocs_journal.markup.kramdown.typography import ESCAPED

LINK = compiled(r"!?\[(?=[^^])")
BRACKET = compiled(r"(\])|!?\[")
PARENTHESIS = compiled(r"(\()|(\))|\s(?=['\"])")
NAME_BEHIND = compiled(r"\s*\[([^\]]+)?\]")
ANGLED = compiled(r"\(<")
ANGLED_END = compiled(r"[>\n]")
TITLE = compiled(r"\s*([\"'])")
TITLE_ENDS = {quote: compiled(rf"{quote}\s*\)") for quote in "\"'"}
FOOTNOTE = compiled(rf"\[\^({ID_NAME})\]")
ADDRESS = re.compile(r"<((mailto|https?|ftps?):[^\n<>]++|[-\w.]++@[-\w.]++)>")


def read_address(reader: SpanReader) -> bool:
    """Read `<https://…>` or `<name@host>`."""
    found = reader.take(ADDRESS)
    if found is None:
        return False
    address = found[1] if found[2] else f"mailto:{found[1]}"
    reader.add(Element("a", attrs={"href": address}, children=[Element("text", found[1].removeprefix("mailto:"))]))
    return True


def read_footnote_mark(reader: SpanReader) -> bool:
    """Read `[^name]`, if there is such a footnote."""
    found = reader.take(FOOTNOTE)
    if found is None:
        return False
    if found[1] in reader.document.footnotes:
        reader.add(Element("footnote", found[1]))
    else:
        reader.document.leftovers.append(found[0])
        reader.add_text(found[0])
    return True


def read_link(reader: SpanReader) -> bool:
    """Read `[text](address "title")`, `[text][name]`, `[name]`, and the same for pictures with `!` before it."""
    found = reader.take(LINK)
    if found is None:
        return False
    opening, start = found[0], reader.pos
    kind = "a" if opening == "[" else "img"
    if not reader.attempt() or (kind == "a" and ("a" in reader.opened or "img" in reader.opened)):
        reader.add_text(opening)
        return True
    element = Element(kind)
    if not _read_text(reader, element) or not _read_target(
        reader, element, _without_escapes(reader.text[start : reader.pos])
    ):
        reader.give_up(start - len(opening), opening)
    return True


def _without_escapes(text: str) -> str:
    return ESCAPED.sub(r"\1", text)


def _read_text(reader: SpanReader, element: Element) -> bool:
    """Read up to the bracket that closes the text of a link."""
    depth, seen, pictures = 1, 0, 0

    def closes(found: re.Match[str]) -> bool:
        nonlocal depth, seen, pictures
        depth += -1 if found[1] else 1
        pictures += sum(child.kind == "img" for child in element.children[seen:])
        seen = len(element.children)
        return depth == pictures

    return reader.read(element, BRACKET, closes)


def _read_target(reader: SpanReader, element: Element, text: str) -> bool:
    """Read what follows the text of a link."""
    reader.pos += 1
    named = reader.take(NAME_BEHIND)
    if named or not reader.text.startswith("(", reader.pos):
        target = reader.document.links.get(link_id(named[1] if named and named[1] else text))
        if target is None:
            return False
        address, title, place = target
        if place.listed:
            reader.document.apply(element.attrs, place.listed)
        _complete(reader, element, address, title, text)
        return True
    found = _read_parentheses(reader)
    if found is None:
        return False
    _complete(reader, element, *found, text)
    return True


def _read_parentheses(reader: SpanReader) -> tuple[str, str | None] | None:
    """Return the address and the title of `(address "title")`."""
    angled = reader.check(ANGLED)
    closing = reader.find(ANGLED_END, angled.end()) if angled else None
    if angled and closing and closing[0] == ">":
        address, reader.pos = reader.text[angled.end() : closing.start()], closing.end()
        if reader.text.startswith(")", reader.pos):
            reader.pos += 1
            return address, None
    else:
        start, depth = reader.pos, 0
        while found := reader.find(PARENTHESIS):
            reader.pos = found.end()
            depth += 1 if found[1] else -1 if found[2] else 0
            if depth == 0 or not (found[1] or found[2]):
                break
        address = reader.text[start + 1 : reader.pos - 1].strip(WHITE)
        if depth == 0:
            return address, None
    title = reader.check(TITLE)
    end = reader.find(TITLE_ENDS[title[1]], title.end() + 1) if title else None
    if title is None or end is None:
        return None
    reader.pos = end.end()
    return address, reader.text[title.end() : end.start()]


def _complete(reader: SpanReader, element: Element, address: str, title: str | None, text: str) -> None:
    """Give a link or picture its attributes and append it."""
    own = element.attrs
    element.attrs = {"href": address} if element.kind == "a" else {"src": address, "alt": text}
    if title:
        element.attrs["title"] = title
    merge(element.attrs, own)
    if element.kind == "img":
        element.children.clear()
    reader.add(element)
