"""The sections of a page for its search, as the search plugins of MkDocs and of Material find them.

Both cut a page at its headings, each in its own way. Markup that Markdown does not write is left to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from mkdocs_journal.text.tokens import VOID
from mkdocs_journal.text.usual_markup import Part, attributes_of

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT: Final = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Elements whose tags stay in the texts of Material's search."""
_UNKNOWN: Final = ("<object", "data-search-exclude", "linenodiv")
"""What Material's search leaves out."""
_DEEPEST: Final = 50
"""How many elements may be open: all of them are looked at for each text."""


class _Texts:
    """Texts, and tags of elements that are not empty."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.first: dict[str, int] = {}
        """The place of the first start tag of each element."""

    def start(self, name: str) -> None:
        self.first.setdefault(name, len(self.parts))
        self.parts.append(f"<{name}>")

    def end(self, name: str) -> None:
        """End an element; one with nothing but white space behind its first start tag is taken out with it."""
        first = self.first[name]
        if all(self.parts[place].isspace() for place in range(first + 1, len(self.parts))):
            del self.parts[first:], self.first[name]
        else:
            self.parts.append(f"</{name}>")


class Section:
    """A heading and what stands below it."""

    def __init__(self, identity: str | None = None, heading: str = "") -> None:
        """Begin a section.

        Args:
            identity: The `id` of the heading; none for the first section.
            heading: The name of the heading's element; empty before the first heading.
        """
        self.id, self.heading = identity, heading
        self.title, self.text = _Texts(), _Texts()


def mkdocs_sections(parts: Iterable[Part]) -> tuple[list[list[str]], list[tuple[str | None, int]]]:
    """Cut a page as the search of MkDocs does.

    Returns:
        The texts of the page, cut where headings start and end, behind an empty list; then of each heading its `id` and the
        number of the list below it, 0 if there is none.
    """
    cut: list[list[str]] = [[], []]
    found: list[tuple[str | None, int]] = []
    for text, starts, ends, attributes in parts:
        if text:
            cut[-1].append(text)
        if starts in _HEADINGS:
            found.append((attributes_of(attributes or "").get("id"), 0))
            cut.append([])
        if ends in _HEADINGS and found and not found[-1][1]:
            found[-1] = (found[-1][0], len(cut))
            cut.append([])
    return cut, found


def material_sections(html: str, parts: Iterable[Part]) -> list[Section] | None:
    """Cut a page as the search of Material does: what stands before the first heading is a section too.

    Args:
        html: The page.
        parts: Its parts.

    Returns:
        The sections; None where they depend on more than the headings: parts that are left out, a heading in another
        element, very many elements in each other.
    """
    if any(word in html for word in _UNKNOWN):
        return None
    try:
        return _Reader().read(parts)
    except ValueError:
        return None


class _Reader:
    """Reads the sections of one page."""

    def __init__(self) -> None:
        self.found: list[Section] = []
        self._open: list[str] = []
        self._links: list[int] = []
        """Of each open link beside a heading, the number of elements that are open in it."""

    def read(self, parts: Iterable[Part]) -> list[Section]:
        """Return the sections.

        Raises:
            ValueError: They depend on more than the headings.
        """
        for text, starts, ends, attributes in parts:
            if text:
                self._read(text)
            if starts and starts not in VOID:
                self._start(starts, attributes or "")
            if ends and self._open and self._open[-1] == ends:
                self._end(ends)
        return self.found

    def _section(self) -> Section:
        if not self.found:
            self.found.append(Section())
        return self.found[-1]

    def _current(self) -> _Texts:
        """Return where texts and tags go: everything in an element with the name of the heading is its title."""
        section = self._section()
        return section.title if section.heading in self._open else section.text

    def _start(self, name: str, written: str) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise ValueError(name)
        if name in _HEADINGS:
            self._start_heading(name, attributes_of(written))
        self._section()
        if name == "a" and attributes_of(written).get("class") == "headerlink":
            self._links.append(len(self._open))
        if name in _KEPT:
            self._current().start(name)

    def _start_heading(self, name: str, attributes: dict[str, str | None]) -> None:
        if "id" not in attributes:
            return
        if len(self._open) > 1:
            raise ValueError(name)
        if name != "h1":
            self._section()
        self.found.append(Section(attributes["id"] if self.found else None, name))

    def _end(self, name: str) -> None:
        if self._links and self._links[-1] == len(self._open):
            self._links.pop()
        self._open.pop()
        if name in _KEPT:
            self._current().end(name)

    def _read(self, text: str) -> None:
        blank, in_code = text.isspace(), "pre" in self._open
        if not in_code:
            text = " " if blank else text.replace("\n", " ")
        section = self._section()
        if section.heading in self._open:
            if not self._links:
                section.title.parts.append(escape(text, quote=False))
        elif not blank:
            section.text.parts.append(escape(text, quote=False))
        elif in_code or not section.text.parts or not section.text.parts[-1].isspace():
            section.text.parts.append(text)
