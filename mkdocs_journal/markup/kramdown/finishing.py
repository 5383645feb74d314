"""Finishes the tree of blocks: reads spans, attributes, abbreviations, line breaks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mkdocs_journal.markup.kramdown.element_tree import Document, Element
from mkdocs_journal.markup.kramdown.ids import HeadingIds
from mkdocs_journal.markup.kramdown.spans import read_spans


def finish(document: Document) -> None:
    """Read the spans of all blocks, then apply what needs the whole tree."""
    notes = list(document.footnotes.values())
    for tree in (document.root, *notes):
        _read_texts(tree, document)
    if document.abbreviations:
        known = _Abbreviations(document.abbreviations)
        for tree in (document.root, *notes):
            _abbreviate(tree, known)
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


_HEAD = re.compile(r"(?<![A-Za-z0-9_])(?:[A-Za-z0-9_]+|.)", re.DOTALL)
"""Where an abbreviation may begin, with its first word or sign."""
_WORD = re.compile("[A-Za-z0-9_]")


class _Abbreviations:
    """Finds the abbreviations of a document in texts, the longest of those that begin at a place."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._lengths: dict[str, list[int]] = {}
        """Of those that have a first word or sign in common; the longest first."""
        for length, head in sorted({(len(name), _HEAD.findall(name)[0]) for name in names}, reverse=True):
            self._lengths.setdefault(head, []).append(length)

    def in_text(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield their places, and which they are."""
        pos = 0
        for head in _HEAD.finditer(text):
            start = head.start()
            for length in self._lengths.get(head[0], ()) if start >= pos else ():
                name = text[start : start + length]
                if name in self._names and not _WORD.match(text, start + length):
                    yield start, name
                    pos = start + length
                    break


def _abbreviate(element: Element, known: _Abbreviations) -> None:
    """Mark the abbreviations in the texts below an element."""
    children: list[Element] = []
    for child in element.children:
        if child.kind != "text" or element.contents == "raw":
            _abbreviate(child, known)
            children.append(child)
            continue
        start = 0
        for place, name in known.in_text(child.value):
            children.append(Element("text", child.value[start:place]))
            children.append(Element("abbreviation", name))
            start = place + len(name)
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
