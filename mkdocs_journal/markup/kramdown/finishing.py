"""Finishes the tree of blocks: reads spans, attributes, abbreviations, line breaks."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.element_tree import Document, Element
from mkdocs_journal.markup.kramdown.ids import HeadingIds
from mkdocs_journal.markup.kramdown.spans import read_spans


def finish(document: Document) -> None:
    """Read the spans of all blocks, then apply what needs the whole tree."""
    notes = list(document.footnotes.values())
    for tree in (document.root, *notes):
        _read_texts(tree, document)
    if document.abbreviations:
        pattern = _abbreviations(document)
        for tree in (document.root, *notes):
            _abbreviate(tree, pattern)
    _break_lines(document.root, "\n" if document.options.hard_wrap else "\\\n")
    if document.options.auto_ids:
        HeadingIds(document)


def _read_texts(element: Element, document: Document) -> None:
    """Replace raw text by its spans, and apply the attribute lists of blocks."""
    children: list[Element] = []
    for child in element.children:
        if child.kind == "raw text":
            holder = Element("spans", contents=element.contents)
            read_spans(holder, child.value, document)
            children += _joined(holder.children)
            continue
        _read_texts(child, document)
        if child.listed:
            document.apply(child.attrs, child.listed)
        children.append(child)
    element.children = children


def _joined(spans: list[Element]) -> list[Element]:
    """Return spans with adjacent texts joined."""
    joined: list[Element] = []
    texts: list[str] = []
    for span in spans:
        if span.kind == "text":
            texts.append(span.value)
            continue
        if texts:
            joined.append(Element("text", "".join(texts)))
            texts = []
        span.children = _joined(span.children)
        joined.append(span)
    if texts:
        joined.append(Element("text", "".join(texts)))
    return joined


def _abbreviations(document: Document) -> re.Pattern[str]:
    names = sorted(document.abbreviations, key=len, reverse=True)
    words = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![A-Za-z0-9_])(?:{words})(?![A-Za-z0-9_])")


def _abbreviate(element: Element, pattern: re.Pattern[str]) -> None:
    """Mark the abbreviations in the text below an element."""
    children: list[Element] = []
    for child in element.children:
        if child.kind != "text" or element.contents == "raw":
            _abbreviate(child, pattern)
            children.append(child)
            continue
        start = 0
        for found in pattern.finditer(child.value):
            children.append(Element("text", child.value[start : found.start()]))
            children.append(Element("abbreviation", found[0]))
            start = found.end()
        children.append(Element("text", child.value[start:]))
    element.children = children


def _break_lines(element: Element, sign: str) -> None:
    """Break lines at their end, or only at a backslash at their end, outside HTML and headings."""
    children: list[Element] = []
    for child in element.children:
        if child.kind == "text" and sign in child.value:
            lines = child.value.split(sign)
            at_end = not lines[-1] and element.block and child is element.children[-1]
            for number, line in enumerate(lines):
                children.append(Element("text", f"\n{line}" if number else line))
                if number < len(lines) - (2 if at_end else 1):
                    children.append(Element("br"))
            continue
        if child.kind not in ("html", "heading"):
            _break_lines(child, sign)
        children.append(child)
    element.children = children
