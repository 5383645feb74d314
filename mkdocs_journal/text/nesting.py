"""HTML nested as a browser reads it, so that strict parsers accept it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from html.entities import html5
from typing import Final

from mkdocs_journal.text.elements import BLOCKS, HEADINGS, MATH
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import VOID, Token
from mkdocs_journal.text.tags import OpenElements
from mkdocs_journal.text.tokens import RAW

_CELLS: Final = frozenset({"td", "th", "caption"})
_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot", "colgroup"})
_ROWS: Final = _SECTIONS | {"table", "tr"}
"""Elements of a table that cannot contain text."""
_IN_TABLE: Final = _CELLS | _SECTIONS | {"tr", "col"}
_LISTS: Final = {"li": ("ul", "ol", "menu", "dir"), "dd": ("dl",), "dt": ("dl",)}
_SIGN: Final = re.compile(r"&(?:#(?:\d++|[xX][0-9A-Fa-f]++);?|[A-Za-z][A-Za-z0-9]{1,31};?)?")
_MOST_DIGITS: Final = 8


def nested(found: Iterable[Token]) -> str:
    """Return the HTML of tokens with end tags where a browser ends each element.

    A block ends the paragraph before it, a link the link before it, an item, cell or row the one before it; end tags
    without a start are dropped, open elements are closed at the end; `<` and `&` outside tags and entities are escaped.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
    """
    writer = _Writer()
    for token in found:
        writer.write(token)
    return writer.end()


class _Writer:
    """Writes tokens and tracks open elements, one stack for each table cell."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open = OpenElements()
        self._scopes = [self._open]
        """The innermost last, which is `_open`."""

    def write(self, token: Token) -> None:
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.name)
        elif token.kind == "text":
            if token.text.strip() and self._open.innermost in _ROWS:
                self._cell()
            self._out.append(escaped_text(token.text))
        elif not token.is_endless:
            self._out.append(token.text)

    def end(self) -> str:
        """Close all elements and return the output."""
        while len(self._scopes) > 1:
            self._close_cell()
        self._close_all()
        return "".join(self._out)

    def _start(self, token: Token) -> None:
        name, text = token.name, token.text
        if name in _IN_TABLE:
            if not self._start_in_table(name):
                return
        elif self._open.innermost in _ROWS:
            self._cell()
        if name in MATH:
            if name != "math" and "math" not in self._open:
                return
        else:
            self._close_before(name)
        if name in VOID or (name in MATH and text.endswith("/>")):
            self._out.append(text)
        elif text.endswith("/>") and name not in RAW:
            self._out.append(f"{text[:-2].rstrip()}></{name}>")
        else:
            self._out.append(text)
            self._push(name)

    def _push(self, name: str) -> None:
        self._open.push(name)
        if name in _CELLS:
            self._open = OpenElements()
            self._scopes.append(self._open)

    def _close_before(self, name: str) -> None:
        """Close elements that cannot contain an element."""
        if name in BLOCKS and "p" in self._open:
            self._close("p")
        if name in HEADINGS and self._open.innermost in HEADINGS:
            self._close(self._open.innermost)
        if name == "a" and "a" in self._open:
            self._close("a")
        if name in _LISTS:
            self._close_item(name)

    def _close_item(self, name: str) -> None:
        """Close the item before an item of the same list."""
        siblings = {"li"} if name == "li" else {"dd", "dt"}
        passed = {"div", "p", "address"}
        while any(sibling in self._open for sibling in siblings):
            innermost = self._open.innermost
            if innermost in siblings:
                self._close(innermost)
                return
            if innermost in _LISTS[name] or (innermost in BLOCKS and innermost not in passed):
                return
            self._close(innermost)

    def _start_in_table(self, name: str) -> bool:
        """Close elements before a part of a table, and return whether there is a table for it."""
        if "table" not in self._open and len(self._scopes) > 1:
            self._close_cell()
        if "table" not in self._open:
            return False
        if self._open.innermost == "colgroup" and name != "col":
            self._close("colgroup")
        if name in {"td", "th"}:
            if self._open.innermost != "tr":
                self._row()
            return True
        if self._open.innermost == "tr":
            self._close("tr")
        if self._open.innermost in _SECTIONS - {"colgroup"} and name != "tr":
            self._close(self._open.innermost)
        return True

    def _row(self) -> None:
        self._out.append("<tr>")
        self._push("tr")

    def _cell(self) -> None:
        """Open a cell for content that is in a table, but not in a cell."""
        if self._open.innermost == "colgroup":
            self._close("colgroup")
        if self._open.innermost != "tr":
            self._row()
        self._out.append("<td>")
        self._push("td")

    def _close_cell(self) -> None:
        self._close_all()
        self._scopes.pop()
        self._open = self._scopes[-1]
        self._out.append(f"</{self._open.pop()}>")

    def _close_all(self) -> None:
        self._out += [f"</{self._open.pop()}>" for _ in range(len(self._open))]

    def _end(self, name: str) -> None:
        """Close the element of an end tag; one without a start is left out."""
        if name in self._open:
            self._close(name)
        elif name in HEADINGS and self._open.innermost in HEADINGS:
            self._close(self._open.innermost)
        elif (name in _IN_TABLE or name == "table") and len(self._scopes) > 1 and "table" not in self._open:
            outer = self._scopes[-2]
            if name in _CELLS:
                if outer.innermost == name:
                    self._close_cell()
            elif name in outer:
                self._close_cell()
                self._close(name)

    def _close(self, name: str) -> None:
        self._out += [f"</{ended}>" for ended in self._open.close(name)]


def escaped_text(text: str) -> str:
    """Return a text in which `<` and `&` are escaped unless they start a tag or entity."""
    if "<" in text:
        text = text.replace("<", "&lt;")
    return _SIGN.sub(_entity, text) if "&" in text else text


def _entity(found: re.Match[str]) -> str:
    """Return an entity or an escaped `&`; an invalid number becomes the character that browsers show."""
    sign = found[0]
    shown = unescaped(sign)
    if shown == sign:
        return f"&amp;{sign[1:]}"
    whole = sign.endswith(";") and (_is_of(sign, shown) if sign[1] == "#" else sign[1:] in html5)
    return sign if whole else escape(shown, quote=False)


def _is_of(sign: str, shown: str) -> bool:
    """Return whether a browser shows the character with this number for it."""
    digits = sign[2:-1]
    if not shown or len(digits) > _MOST_DIGITS:
        return False
    return ord(shown) == (int(digits[1:], 16) if digits[0] in "xX" else int(digits))
