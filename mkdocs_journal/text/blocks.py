"""The block that is used as the beginning of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mkdocs_journal.text.elements import HEADINGS, INLINE
from mkdocs_journal.text.formulas import readable_text
from mkdocs_journal.text.html import Token
from mkdocs_journal.text.invisible import without_invisible
from mkdocs_journal.text.tags import OpenElements, classes

_BLOCKS: Final = frozenset({"ul", "ol", "menu", "dl", "blockquote", "table", "details", "figure", "aside"})
"""Elements whose words are used if no paragraph has any."""
_BLOCK_CLASSES: Final = frozenset({"admonition"})
_CODE: Final = frozenset({"pre", "listing", "xmp"})
_CODE_CLASSES: Final = frozenset({"highlight", "codehilite"})
_SKIPPED: Final = frozenset(
    {*HEADINGS, "nav", "video", "audio", "object", "iframe", "canvas", "svg", "head", "title", "script", "style"}
)
"""Elements whose words are not part of the text."""
_SKIPPED_CLASSES: Final = frozenset({"footnote", "footnotes", "toc"})
_WHOLE: Final = ("math", "ruby", "picture")
"""Parts of a line that have elements of their own."""
_PARTS: Final = frozenset({"li", "tr", "dt", "p"})
_MOST_PARTS: Final = 5
"""Items of a list, rows of a table or paragraphs of a quotation that an excerpt shows."""
_MOST_LINES: Final = 10
"""Lines of code that an excerpt shows."""


def first_block(found: Iterable[Token]) -> str:
    """Return the block that is used as the beginning of a text, or empty.

    It is the first paragraph that has words and is not within another block. Without one it is the first of these that has
    words: a list, quotation, admonition, list of definitions, table, figure, or words outside all elements. Without
    those it is the first block of code. Elements such as `div` and unknown ones are treated as containers.
    """
    reader = _Reader()
    for token in found:
        reader.read(token)
        if reader.paragraph:
            return reader.paragraph
    return reader.end()


class _Reader:
    """Finds the first paragraph with words, and collects a replacement for texts without one."""

    def __init__(self) -> None:
        self.paragraph = ""
        self._other = ""
        self._code = ""
        self._around = OpenElements()
        """Elements that only contain blocks."""
        self._within = OpenElements()
        """The elements of the block, paragraph or run of words that is being read."""
        self._kind = ""
        """Of what is being read: `p`, `block`, `code`, `skipped`, `run`, or empty."""
        self._taken: list[Token] = []

    def read(self, token: Token) -> None:
        kind = _kind_of(token)
        if self._kind in {"p", "run"} and self._ends(token, kind):
            self._finish()
        if self._kind:
            self._take(token)
        elif token.kind == "end":
            self._around.close(token.name)
        elif kind:
            self._begin(kind, token)
        elif token.kind == "start" and not token.alone:
            self._around.push(token.name)

    def _ends(self, token: Token, kind: str) -> bool:
        """Return whether a token ends the paragraph before it: another block, or the end of its container."""
        if token.kind == "end":
            return token.name not in self._within and token.name in self._around
        if token.kind != "start" or kind == "run" or any(name in self._within for name in _WHOLE):
            return False
        return kind in {"p", "block", "code"} or token.name in HEADINGS or (not kind and self._kind == "run")

    def _begin(self, kind: str, token: Token) -> None:
        self._kind, self._taken = kind, []
        self._take(token)

    def _take(self, token: Token) -> None:
        self._taken.append(token)
        if token.kind == "start" and not token.alone:
            self._within.push(token.name)
        elif token.kind == "end" and not self._within.close(token.name) and self._around.close(token.name):
            self._finish()
        if self._kind and self._kind != "run" and not len(self._within):
            self._finish()

    def _finish(self) -> None:
        kind, taken = self._kind, self._taken
        self._kind, self._taken, self._within = "", [], OpenElements()
        html = "".join(token.text for token in taken)
        if kind == "skipped" or (self._other and kind not in {"p", "code"}) or (kind == "code" and self._code):
            return
        if not without_invisible(readable_text(html)).strip():
            return
        if kind == "p":
            self.paragraph = html
        elif kind == "code":
            self._code = _lines(taken)
        else:
            self._other = f"<p>{html.strip()}</p>" if kind == "run" else _parts(taken)

    def end(self) -> str:
        """Return the result at the end of the text."""
        if self._kind:
            self._finish()
        return self.paragraph or self._other or self._code


def _kind_of(token: Token) -> str:
    """Return what kind of block a token starts, or empty for none and for containers."""
    if token.kind == "text":
        return "run" if token.text.strip() else ""
    if token.kind != "start":
        return ""
    if token.name == "p":
        return "p"
    if token.name in INLINE:
        return "run"
    names = classes(token.text)
    if token.name in _SKIPPED or names & _SKIPPED_CLASSES:
        return "skipped"
    if token.name in _CODE or names & _CODE_CLASSES:
        return "code"
    return "block" if token.name in _BLOCKS or names & _BLOCK_CLASSES else ""


def _parts(taken: list[Token]) -> str:
    """Return the beginning of a block as HTML, which may leave elements open."""
    part = next((token.name for token in taken if token.kind == "start" and token.name in _PARTS), "")
    starts = [number for number, token in enumerate(taken) if token.kind == "start" and token.name == part]
    end = starts[_MOST_PARTS] if len(starts) > _MOST_PARTS else len(taken)
    return "".join(token.text for token in taken[:end])


def _lines(taken: list[Token]) -> str:
    """Return the first lines of code as HTML, which may leave elements open."""
    left = _MOST_LINES
    kept: list[str] = []
    for token in taken:
        if token.kind == "text" and token.text.count("\n") >= left:
            return "".join(kept) + "\n".join(token.text.split("\n", left)[:left])
        left -= token.text.count("\n") if token.kind == "text" else 0
        kept.append(token.text)
    return "".join(kept)
