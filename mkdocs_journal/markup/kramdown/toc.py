"""The table of contents at `{:toc}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.escaping import attributes

_LINKS = re.compile(r"</?a\b[^<>]*+>")
_NOTES = re.compile(r'<sup id="fnref:[^<>]*+>(?:(?!</?sup)[^\n])*+</sup>')
_NO_TOC = re.compile(r"\bno_toc\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with an id."""

    written: int
    """Its level as written."""
    level: int
    """Its level on the page."""
    element: Element
    html: str

    @property
    def id(self) -> str:
        """Its anchor."""
        return self.element.attrs["id"]

    @property
    def name(self) -> str:
        """Its HTML without links and footnote marks."""
        return _LINKS.sub("", _NOTES.sub("", self.html))


@dataclass(slots=True)
class _Entry:
    level: int
    html: str
    below: list[_Entry]


def toc_list(kind: str, attrs: dict[str, str], headings: Iterable[Heading], levels: frozenset[int]) -> str:
    """Return nested lists of the headings of some levels, except those with the class `no_toc`."""
    attrs = {"id": "markdown-toc", **attrs}
    top = _Entry(0, "", [])
    opened = [top]
    for heading in headings:
        if heading.written not in levels or _NO_TOC.search(heading.element.attrs.get("class", "")):
            continue
        while opened[-1].level >= heading.written:
            opened.pop()
        link = attributes({"href": f"#{heading.id}", "id": f"{attrs['id']}-{heading.id}"})
        entry = _Entry(heading.written, f"<a{link}>{heading.name}</a>", [])
        opened[-1].below.append(entry)
        opened.append(entry)
    return _listed(kind, attributes(attrs), top.below) if top.below else ""


def _listed(kind: str, attrs: str, entries: list[_Entry]) -> str:
    items = [f"<li>{entry.html}{_listed(kind, '', entry.below) if entry.below else ''}</li>\n" for entry in entries]
    return f"<{kind}{attrs}>\n{''.join(items)}</{kind}>\n"
