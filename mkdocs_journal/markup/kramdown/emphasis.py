"""Emphasis with `*` and `_`, and text struck out with `~~`."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.patterns import WHITE, compiled
from mkdocs_journal.markup.kramdown.span_reader import SpanReader

MARKS = compiled(r"\*\*?|__?")
STOPS = {mark: compiled(re.escape(mark)) for mark in ("*", "**", "_", "__")}
BLANKS = frozenset(WHITE)
STRUCK = compiled(r"~~(?![\s~])")
STRUCK_END = compiled(r"[^\s~]~~")


def read_emphasis(reader: SpanReader) -> bool:
    """Read `*text*`, `**text**` and the same with `_`."""
    place = reader.pos
    mark = reader.word(MARKS)
    kind = "strong" if len(mark) == 2 else "em"
    if _is_text(reader, place, mark, kind):
        reader.add_text(mark)
        return True
    element = Element(kind)
    if not _read_inside(reader, element, mark):
        reader.patience -= reader.pos - place + 1
        element = Element("em")
        reader.pos = place + 1
        again = kind == "strong" and reader.tree.kind != "em" and reader.attempt()
        if not again or not _read_inside(reader, element, mark[0]):
            reader.give_up(place, mark)
            return True
        mark = mark[0]
    reader.pos += len(mark)
    reader.add(element)
    return True


def _is_text(reader: SpanReader, place: int, mark: str, kind: str) -> bool:
    """Return whether a mark cannot open emphasis at its place."""
    text = reader.text
    before = text[max(0, place - 2) : place].removesuffix("-")[-1:]
    after = text[place + len(mark) : place + len(mark) + 1]
    in_word = mark[0] == "_" and before.isalpha()
    return in_word or after in BLANKS or kind in reader.opened or not reader.attempt()


def _read_inside(reader: SpanReader, element: Element, mark: str) -> bool:
    """Read up to the mark that closes emphasis."""
    text = reader.text
    twice = compiled(rf"{re.escape(mark * 2)}(?!{re.escape(mark)})")

    def closes(found: re.Match[str]) -> bool:
        place = found.start()
        return (
            text[place - 1] not in BLANKS
            and not (element.kind == "em" and twice.match(text, place))
            and not (mark[0] == "_" and text[found.end() : found.end() + 1].isalnum())
            and bool(element.children)
        )

    return reader.read(element, STOPS[mark], closes)


def read_struck(reader: SpanReader) -> bool:
    """Read `~~text~~`."""
    found = reader.check(STRUCK) if reader.attempt() else None
    end = reader.find(STRUCK_END, found.end()) if found else None
    if found is None or end is None:
        return False
    inner = SpanReader(reader.document, reader.rules, reader.text[found.end() : end.end() - 2])
    inner.opened = ["del"] * len(reader.opened)
    inner.patience = reader.patience
    reader.pos = end.end()
    inner.read(reader.add(Element("html", "del", block=False, contents="span")))
    reader.patience = inner.patience
    return True
