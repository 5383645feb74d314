"""Reading the spans of a text one after another; what each kind of span is stands in the modules of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from mkdocs_journal.markup.kramdown.element_tree import Document, Element
from mkdocs_journal.markup.kramdown.patterns import compiled
from mkdocs_journal.markup.kramdown.source_text import SourceText

START = r"""[*_`<"'&\\]|!?\[|\$\$|\{:|--|\.\.\.| ?>>|[ ]{2}(?=\n)|~~"""
"""Where a span may start."""
STARTS = compiled(START)
DEEPEST = 24
"""Spans in spans that are read; the marks of deeper ones are text."""
PATIENCE = 10
"""How often a text may be read again from a mark that turns out to open nothing, in lengths of the text."""


@lru_cache(maxsize=256)
def _or_stop(stop: re.Pattern[str], *, tags_only: bool) -> re.Pattern[str]:
    return re.compile(f"(?:{stop.pattern})|(?:{'<' if tags_only else START})", stop.flags)


class SpanReader(SourceText):
    """Reads the spans of one paragraph, heading, cell or the like."""

    def __init__(self, document: Document, rules: SpanRules, text: str) -> None:
        super().__init__(text)
        self.document = document
        self.rules = rules
        self.tree = Element("none")
        self.opened: list[str] = []
        """Kinds of the spans that are open here."""
        self.plain_from = 0
        """Where the text begins that no rule has claimed."""
        self.patience = PATIENCE * len(text) + 5_000

    def read(
        self,
        parent: Element,
        stop: re.Pattern[str] | None = None,
        accept: Callable[[re.Match[str]], bool] = lambda _found: True,
        rules: SpanRules | None = None,
    ) -> bool:
        """Read into `parent` up to what `stop` finds and `accept` agrees to, or to the end; whether it was found.

        Args:
            parent: The span that is read into.
            stop: What ends it.
            accept: Whether it does so at this place.
            rules: The only kinds of spans in it, all of which start with `<`.
        """
        outer, self.tree = self.tree, parent
        outer_rules, self.rules = self.rules, rules or self.rules
        self.opened.append(parent.kind)
        self.plain_from = self.pos
        search = _or_stop(stop, tags_only=len(self.rules) == 1) if stop else STARTS
        stopped = self._read(search.search, stop, accept)
        self.opened.pop()
        self.tree, self.rules = outer, outer_rules
        self.plain_from = self.pos
        return stopped

    def _read(
        self,
        search: Callable[[str, int], re.Match[str] | None],
        stop: re.Pattern[str] | None,
        accept: Callable[[re.Match[str]], bool],
    ) -> bool:
        text = self.text
        while (stop is None or self.patience > 0) and (found := search(text, self.pos)):
            start = found.start()
            if start > self.pos:
                self.add_text(text[self.pos : start])
                self.pos = start
            if stop and (end := stop.match(text, start)) and accept(end):
                return True
            for rule in self.rules.get(text[start], ()):
                if rule(self):
                    self.plain_from = self.pos
                    break
            else:
                self.add_text(text[start])
                self.pos = start + 1
        if stop is None:
            self.add_text(self.rest())
        return False

    def add_text(self, text: str) -> None:
        """Append text to the span that is open."""
        if text:
            self.tree.children.append(Element("text", text))

    def add(self, element: Element) -> Element:
        """Append a span to the span that is open."""
        self.tree.children.append(element)
        return element

    def attempt(self) -> bool:
        """Whether a span may be tried here: not too deep, and not too often in vain."""
        return len(self.opened) < DEEPEST and self.patience > 0

    def give_up(self, place: int, literal: str) -> None:
        """Go back to `place` after a span that turned out to be none; what would have opened it is text."""
        self.patience -= self.pos - place + 1
        self.pos = place + len(literal)
        self.add_text(literal)


SpanRule = Callable[[SpanReader], bool]
"""Reads the span at the reader's place, or declines."""
SpanRules = Mapping[str, tuple[SpanRule, ...]]
"""Rules by the character that they start with, in the order in which they are tried."""
