"""Reads the spans of a text one after another; the modules of their names read each kind of span."""

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
"""The deepest nesting of spans; the marks of deeper ones are text."""
PATIENCE = 10
"""How many times the length of a text may be read again after marks that turn out to open nothing."""


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
        """The kinds of the open spans."""
        self.plain_from = 0
        """Where the text starts that no rule has read."""
        self.patience = PATIENCE * len(text) + 5_000

    def read(
        self,
        parent: Element,
        stop: re.Pattern[str] | None = None,
        accept: Callable[[re.Match[str]], bool] = lambda _found: True,
        rules: SpanRules | None = None,
    ) -> bool:
        """Read into `parent` up to a match of `stop` that `accept` confirms, or to the end; return whether it was found.

        Args:
            parent: The span to read into.
            stop: What ends it.
            accept: Returns whether a match ends it.
            rules: The kinds of spans allowed in it, all starting with `<`.
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
        """Append text to the open span."""
        if text:
            self.tree.children.append(Element("text", text))

    def add(self, element: Element) -> Element:
        """Append a span to the open span."""
        self.tree.children.append(element)
        return element

    def attempt(self) -> bool:
        """Return whether a span may be tried here: nesting and failed attempts are limited."""
        return len(self.opened) < DEEPEST and self.patience > 0

    def give_up(self, place: int, literal: str) -> None:
        """Go back to `place` after a failed attempt to read a span; its opening mark is text."""
        self.patience -= self.pos - place + 1
        self.pos = place + len(literal)
        self.add_text(literal)


SpanRule = Callable[[SpanReader], bool]
"""Reads the span at the reader's place, or returns false."""
SpanRules = Mapping[str, tuple[SpanRule, ...]]
"""Rules by their first character, in the order in which they are tried."""
