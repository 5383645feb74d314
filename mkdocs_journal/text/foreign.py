"""SVG and MathML inside HTML, where tags follow other rules."""

from __future__ import annotations

from collections import Counter
from typing import Final

FOREIGN: Final = frozenset({"svg", "math"})
"""The root elements of drawings and formulas."""
_BREAKING: Final = frozenset(
    {"b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3",
     "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s",
     "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var"}
)  # fmt: skip
"""HTML elements that end a drawing or formula if they begin inside it."""
_OF_TEXT: Final = frozenset({"mi", "mo", "mn", "ms", "mtext"})
_OF_HTML: Final = frozenset({"foreignobject", "desc", "title"})
"""Elements of SVG and MathML that contain HTML."""
_OF_PAGES: Final = frozenset({"p", "br", "div", "article", "main"})
"""Elements that may be open around every post, and two whose end always ends a drawing."""
_ALONE: Final = frozenset({"html", "head", "body", "form"})
"""Elements whose end closes nothing inside them."""


class Foreign:
    """The open elements since a drawing or formula began.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []  # name, and `svg`, `math`, or empty for HTML
        self._count: Counter[str] = Counter()
        self._around: Counter[str] = Counter()
        """Elements that are open around the drawing."""
        self.left: list[str] = []
        """The elements that the last start tag ended, innermost first: an HTML element ends a drawing."""

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def of_tags(self) -> bool:
        """Return whether the position is in a drawing or formula, and not in HTML inside it."""
        name, kind = self._open[-1] if self._open else ("", "")
        return kind != "" and name not in (_OF_HTML if kind == "svg" else _OF_TEXT)

    @property
    def of_data(self) -> bool:
        """Return whether `<![CDATA[` begins text here."""
        return bool(self._open) and self._open[-1][1] != ""

    def start(self, name: str, *, closed: bool, void: bool) -> bool:
        """Process a start tag and return whether its element is part of a drawing or formula.

        Args:
            name: Of the element, in lower case.
            closed: Whether the tag ends with `/>`.
            void: Whether it is an element without an end in HTML.
        """
        self.left = []
        while self._follows_foreign_rules(name):
            if name not in _BREAKING:
                if not closed:
                    self._push(name, self._open[-1][1])
                return True
            self.left.append(self._pop())
        if name in FOREIGN:
            if not closed:
                self._push(name, name)
            return True
        if self._open and not void:
            self._push(name, "")
        elif not void:
            self.around(name)
        return False

    def around(self, name: str) -> None:
        """Note that an element begins outside of drawings."""
        if name not in _ALONE:
            self._around[name] += 1

    def end(self, name: str) -> None:
        """Process an end tag: close its element with everything inside; one of an outer element ends the drawing."""
        self.left = []
        if not self._open:
            self._around[name] -= self._around[name] > 0
        elif self._count[name]:
            while self._pop() != name:
                pass
        elif self.of_tags and (self._around[name] or name in _OF_PAGES):
            self._around[name] -= self._around[name] > 0
            self.left = [self._pop() for _ in range(len(self._open))]

    def _follows_foreign_rules(self, name: str) -> bool:
        if not self._open:
            return False
        top, kind = self._open[-1]
        if kind == "svg":
            return top not in _OF_HTML
        if kind == "math" and top == "annotation-xml":
            return name != "svg"
        return kind == "math" and (top not in _OF_TEXT or name in {"mglyph", "malignmark"})

    def _push(self, name: str, kind: str) -> None:
        self._open.append((name, kind))
        self._count[name] += 1

    def _pop(self) -> str:
        name, _ = self._open.pop()
        self._count[name] -= 1
        return name
