"""Reads blocks one after another; the modules of their names read each kind of block."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_journal.markup.kramdown.element_tree import AttributeList, Document, Element
from mkdocs_journal.markup.kramdown.patterns import SPACE, compiled
from mkdocs_journal.markup.kramdown.source_text import SourceText

DEEPEST = 24
"""The deepest nesting of blocks; deeper blocks are text."""


class BlockReader(SourceText):
    """Reads blocks of a text into the children of an element."""

    def __init__(self, document: Document, rules: Rules, tree: Element, text: str, depth: int = 0) -> None:
        super().__init__(text)
        self.document = document
        self.rules = rules
        self.tree = tree
        self.depth = depth
        self.waiting: AttributeList | None = None
        """An attribute list above its block."""

    def read(self, inside: str = "") -> bool:
        """Read to the end, or to the closing tag of `inside`; return whether that tag was found."""
        rules = self.rules if self.depth < DEEPEST else (self.rules[0], self.rules[-1])
        closing = compiled(rf"{SPACE}</{re.escape(inside)}\s*>", re.IGNORECASE)
        while not self.at_end:
            if inside and self.take(closing):
                return True
            any((found := pattern.match(self.text, self.pos)) and rule(self, found) for pattern, rule in rules)
        return False

    def add(self, element: Element) -> Element:
        """Append a block, with the attribute list above it."""
        if self.waiting is not None:
            element.listed, self.waiting = self.waiting, None
        self.tree.children.append(element)
        return element

    def nested(self, element: Element, text: str) -> None:
        """Read `text` into `element`."""
        BlockReader(self.document, self.rules, element, text, self.depth + 1).read()

    @property
    def last(self) -> Element | None:
        """The block before this place."""
        return self.tree.children[-1] if self.tree.children else None

    def after_boundary(self) -> bool:
        """Return whether a block boundary, such as a blank line, is before this place."""
        last = self.last
        return last is None or last.kind == "blank" or (last.kind == "end" and not last.value) or self.waiting is not None


Rule = Callable[[BlockReader, re.Match[str]], bool]
"""Reads the block that its pattern found, or returns false; called with the place before the block."""
Rules = tuple[tuple[re.Pattern[str], Rule], ...]
