"""Formulas in MathML: one readable form in plain text, and no second copy for screens."""

from __future__ import annotations

from html import escape
from typing import Final

from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.foreign import FOREIGN
from mkdocs_journal.text.html import Token, attributes, plain_text, tokens, without

_MOST = 40
"""Deepest level of nested elements that is kept; deeper ones become one row."""
_MARKS: Final = {"msub": "_", "munder": "_", "msup": "^", "mover": "^"}
_BOTH: Final = frozenset({"msubsup", "munderover"})


def has_formulas(html: str) -> bool:
    """Return whether there is MathML."""
    return "<math" in html.lower()


def is_screen_copy(token: Token) -> bool:
    """Return whether a start tag opens a drawn copy of a formula, which is redundant beside MathML.

    KaTeX and MathJax mark the drawn copy as hidden from programs; pictures with this mark are kept.
    """
    if "aria-hidden" not in token.text.lower() or token.name == "img":
        return False
    return attributes(token.text).get("aria-hidden", "").strip().lower() == "true"


def with_tex(html: str) -> str:
    """Return HTML in which formulas that need a script become TeX text.

    MathJax 2 reads them from `<script type="math/tex">`; a preview beside it has the same content.
    """
    if "math/tex" not in html:
        return html
    preview = "MathJax_Preview" in html
    out: list[str] = []
    inside = False
    for token in tokens(html):
        if token.name == "script":
            begins = token.kind == "start" and attributes(token.text).get("type", "").startswith("math/tex")
            if begins or inside:
                inside = begins
                continue
        if not inside:
            out.append(token.text)
        elif not preview:
            out.append(escape(token.text))
    return "".join(out)


def readable_text(html: str) -> str:
    """Return the plain text of HTML without drawings, each formula once: its source in TeX, else on one line."""
    twice = has_formulas(html)
    if not twice and "<svg" not in html.lower():
        return plain_text(html)
    kept = without(html, lambda token: token.name in FOREIGN or (twice and is_screen_copy(token)), _formula)
    return plain_text("".join(token.text for token in kept))


def _formula(element: list[Token]) -> str:
    return escape(formula_text(element)) if element[0].name == "math" else ""


def formula_text(element: list[Token]) -> str:
    """Return a formula as text: its `alttext`, else its source in TeX, else `1/2`, `x^2`, `√(a+b)`.

    Args:
        element: The tokens of an element `math`.
    """
    if words := attributes(element[0].text).get("alttext", "").strip():
        return words
    tex = False
    for token in element:
        if token.name == "annotation":
            tex = token.kind == "start" and "tex" in attributes(token.text).get("encoding", "").lower()
        elif tex and token.kind == "text" and token.text.strip():
            return unescaped(token.text.strip())
    return _on_one_line(element)


def _on_one_line(element: list[Token]) -> str:
    names = [""]
    parts: list[list[str]] = [[]]
    for token in element:
        if token.kind == "text":
            parts[-1].append(" ".join(unescaped(token.text).split()))
        elif token.kind == "start" and not token.alone and len(names) < _MOST:
            names.append(token.name)
            parts.append([])
        elif token.kind == "end" and token.name in names[1:]:
            ended = ""
            while ended != token.name:
                ended = names.pop()
                text = _written(ended, parts.pop())
                parts[-1].append(text)
    return "".join(parts[0]).strip()


def _written(name: str, found: list[str]) -> str:
    """Return the text of an element, given that of its children."""
    inside = [part for part in found if part and not name.startswith("annotation")]
    if name == "mfrac" and len(inside) > 1:
        return f"{_group(inside[0])}/{_group(inside[1])}"
    if name in _MARKS and len(inside) > 1:
        return f"{_group(inside[0])}{_MARKS[name]}{_group(inside[1])}"
    if name in _BOTH and len(inside) > 2:
        return f"{_group(inside[0])}_{_group(inside[1])}^{_group(inside[2])}"
    if name == "msqrt":
        return f"√{_group(''.join(inside))}"
    if name == "mroot" and len(inside) > 1:
        return f"{_group(inside[0])}^(1/{_group(inside[1])})"
    if name in {"mtr", "mtable"}:
        return (", " if name == "mtr" else "; ").join(inside)
    return "".join(inside)


def _group(text: str) -> str:
    """Return a text as an operand: more than one word is put in brackets."""
    return text if text.isalnum() or len(text) == 1 else f"({text})"
