"""HTML on lines of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.html_names import (
    KNOWN_ELEMENTS,
    SPAN_ELEMENTS,
    VOID_ELEMENTS,
    contents_of,
    own_spelling,
)
from mkdocs_journal.markup.kramdown.patterns import (
    HTML_ATTRIBUTE,
    HTML_CLOSE,
    HTML_TAG,
    NAME,
    SPACE,
    compiled,
)
from mkdocs_journal.markup.kramdown.source_text import SourceText

HTML_LINE = compiled(rf"({SPACE})<(?:{NAME}|!--)")
REST_OF_LINE = compiled(r"[ \t]*\n")
MARKUP = compiled(rf"<(?:{NAME}|/|!--|\?)")
COMMENT_END, INSTRUCTION_END = compiled("-->"), compiled(r"\?>")
UNREAD_MARKUP = (("<!--", COMMENT_END), ("<?", INSTRUCTION_END))
"""What opens and closes what is handed on as it is."""
UNREAD = ("script", "style")
DEEPEST_HTML = 40
"""The deepest nesting of elements; deeper tags are text."""
READ_AS = {"0": "raw", "1": "own", "span": "span", "block": "block"}


def attributes_of(text: str, *, lower: bool = True) -> dict[str, str]:
    """Return the attributes of a tag."""
    return {
        (name.lower() if lower else name): bare or double or single
        for name, bare, double, single in HTML_ATTRIBUTE.findall(text)
    }


def tag_element(found: re.Match[str], *, block: bool = True) -> Element:
    """Return the element that a tag opens."""
    name = own_spelling(found[1])
    closed = bool(found[3]) or name in VOID_ELEMENTS
    return Element("html", name, attributes_of(found[2], lower=name == found[1].lower()), block=block, closed=closed)


def tag_at(source: SourceText, start: int) -> re.Match[str] | None:
    """Return the opening tag at a place."""
    return HTML_TAG.match(source.text, start)


def unread_markup(source: SourceText) -> str:
    """Return a comment or an instruction at this place, if it has an end."""
    for opening, end in UNREAD_MARKUP:
        if source.text.startswith(opening, source.pos) and (found := source.find(end, source.pos + len(opening))):
            return source.text[source.pos : found.end()]
    return ""


def read_html(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a comment, or an element with everything up to its closing tag, over any number of blocks."""
    if reader.text.startswith("<!--", reader.pos):
        comment = unread_markup(reader)
        if comment:
            reader.pos += len(comment)
            reader.tree.children.append(Element("markup", comment))
            reader.take(REST_OF_LINE)
        return bool(comment)
    tag = tag_at(reader, found.end(1))
    if tag is None or tag[1].lower() in SPAN_ELEMENTS:
        return False
    reader.pos = tag.end()
    element = reader.add(tag_element(tag))
    set_contents(element, reader.tree, by_default=reader.document.options.parse_block_html)
    if element.contents == "block":
        reader.take(REST_OF_LINE)
    if not element.closed:
        read_inside(reader, element)
        if element.value not in UNREAD:
            reader.take(REST_OF_LINE)
    return True


def set_contents(element: Element, parent: Element, *, by_default: bool) -> None:
    """Decide how the content of an element is read: as set by its attribute `markdown`, else as HTML."""
    kind = READ_AS.get(element.attrs.pop("markdown", ""), "")
    if kind == "own" or (not kind and by_default and not (parent.kind == "html" and parent.contents == "raw")):
        kind = contents_of(element.value)
    element.contents = kind or "raw"


def read_inside(reader: BlockReader, element: Element, depth: int = 0) -> None:
    """Read an element to its end."""
    if element.value in UNREAD:
        _to_closing_tag(reader, element, "unescaped")
    elif element.contents == "span":
        _to_closing_tag(reader, element, "raw text")
    elif element.contents == "block":
        inner = BlockReader(reader.document, reader.rules, element, "", reader.depth + depth + 1)
        inner.share(reader)
        inner.read(inside=element.value)
        reader.pos = inner.pos
    else:
        _read_raw(reader, element)


def _to_closing_tag(reader: BlockReader, element: Element, kind: str) -> None:
    """Read everything up to the closing tag of an element, or to the end, as its text."""
    closing = reader.find(closing_tag(element.value))
    text = reader.text[reader.pos : closing.start()] if closing else reader.rest()
    element.children.append(Element(kind, text))
    if closing:
        reader.pos = closing.end()


@lru_cache(maxsize=256)
def closing_tag(name: str) -> re.Pattern[str]:
    """Return the pattern of the closing tag of an element."""
    return compiled(rf"</{re.escape(name)}\s*>", re.IGNORECASE if name in KNOWN_ELEMENTS else 0)


def _read_raw(reader: BlockReader, outermost: Element) -> None:
    """Read HTML as written, up to the closing tag of `outermost`; open elements are closed at the end."""
    opened = [outermost]
    while opened:
        inside = opened[-1].children
        markup = reader.find(MARKUP)
        start = markup.start() if markup else len(reader.text)
        if start > reader.pos:
            inside.append(Element("text", reader.text[reader.pos : start]))
        reader.pos = start
        if markup is None:
            return
        if unread := unread_markup(reader):
            reader.pos += len(unread)
            inside.append(Element("markup", unread, block=False))
        elif reader.depth + len(opened) < DEEPEST_HTML and (tag := reader.take(HTML_TAG)):
            element = tag_element(tag)
            set_contents(element, opened[-1], by_default=False)
            inside.append(element)
            _enter(reader, element, opened)
        elif (closing := reader.take(HTML_CLOSE)) and own_spelling(closing[1]) == opened[-1].value:
            opened.pop()
        else:
            end = closing.end() if closing else reader.pos + 1
            inside.append(Element("text", reader.text[start:end]))
            reader.pos = end


def _enter(reader: BlockReader, element: Element, opened: list[Element]) -> None:
    """Continue inside an element that was opened in raw HTML."""
    if element.closed:
        return
    if element.contents == "raw" and element.value not in UNREAD:
        opened.append(element)
        return
    if element.contents == "block":
        reader.take(REST_OF_LINE)
    read_inside(reader, element, depth=len(opened))
