"""Writes the HTML of a finished tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_journal.markup.kramdown.element_tree import Document, Element
from mkdocs_journal.markup.kramdown.escaping import attributes, escape, escape_all
from mkdocs_journal.markup.kramdown.html_names import VOID_ELEMENTS
from mkdocs_journal.markup.kramdown.patterns import TAGS, compiled
from mkdocs_journal.markup.kramdown.toc import Heading, toc_list

Highlight = Callable[[str, str], str]
"""Returns the HTML of a code block from its text and its language (empty if unknown)."""
Address = Callable[[str], str | None]
"""Returns the address to write on the page for a link of Markdown, or None for plain text."""

LANGUAGE = compiled(r"(?u:\b)language-(\S+)")
TAG_CHARS = re.compile(f"[{TAGS}]")
TOC_PLACE, NOTES_PLACE = "\U0010fffc", "\U0010fffd"
PLACES = re.compile(f"[{TOC_PLACE}{NOTES_PLACE}]")
"""Private characters that hold the places of the table of contents and the footnotes; a text must not have them."""


def plain_code(code: str, language: str) -> str:
    """Return a code block without highlighting."""
    of = f' class="language-{escape(language).replace(chr(34), "&quot;")}"' if language else ""
    return f"<pre><code{of}>{escape_all(code)}</code></pre>"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteParts:
    """Functions of the site for some parts of a body."""

    highlight: Highlight = plain_code
    address: Address = str
    heading_end: Callable[[str], str] = lambda _id: ""
    """Returns the permanent link at the end of a heading from its id."""


class Writer:
    """Writes the elements of one document."""

    def __init__(self, document: Document, parts: SiteParts) -> None:
        self.document = document
        self.parts = parts
        self.headings: list[Heading] = []
        self.toc: Element | None = None
        self.notes_placed = False
        self.notes: dict[str, list[int]] = {}
        """Number of each footnote, and how often it was referenced again."""
        self.note_names: list[str] = []
        """The same footnotes, in their order."""

    def body(self) -> str:
        """Return the whole body, with its footnotes at the end or where the author placed them."""
        html = self.inside(self.document.root)
        notes = self._notes()
        html = html.replace(NOTES_PLACE, notes) if self.notes_placed else html + notes
        if self.toc is not None:
            html = html.replace(
                TOC_PLACE, toc_list(self.toc.kind, self.toc.attrs, self.headings, self.document.options.toc_levels)
            )
        return html

    def inside(self, element: Element) -> str:
        """Return the HTML of the children of an element."""
        return "".join([WRITERS[child.kind](self, child) for child in element.children])

    def _notes(self) -> str:
        items = [self._note(name) for name in self.note_names]  # a footnote may add others
        if not items:
            return ""
        first = self.document.options.footnote_nr
        start = "" if first == 1 else f' start="{first}"'
        return f'<div class="footnotes" role="doc-endnotes">\n<ol{start}>\n{"".join(items)}</ol>\n</div>\n'

    def _note(self, name: str) -> str:
        note = self.document.footnotes[name]
        inside = note.children
        last = inside[-1] if inside and inside[-1].kind == "p" else None
        html = "".join(WRITERS[child.kind](self, child) for child in (inside[:-1] if last else inside))
        ways = [_way_back(name, "", "")]
        ways += [_way_back(name, f":{number}", f"<sup>{number + 1}</sup>") for number in range(1, self.notes[name][1] + 1)]
        back = "\u00a0".join(ways)
        end = f"<p{attributes(last.attrs)}>{self.inside(last)}\u00a0{back}</p>" if last else f"<p>{back}</p>"
        return f'<li id="fn:{name}" role="doc-endnote">\n{html}{end}\n</li>\n'


def _way_back(name: str, repeated: str, sign: str) -> str:
    return f'<a href="#fnref:{name}{repeated}" class="reversefootnote" role="doc-backlink">↩{sign}</a>'


def _text(_writer: Writer, element: Element) -> str:
    return escape(element.value)


def _sign(_writer: Writer, element: Element) -> str:
    return escape_all(element.value)


def _as_it_is(_writer: Writer, element: Element) -> str:
    return element.value + ("\n" if element.block else "")


def _comment(_writer: Writer, element: Element) -> str:
    return f"<!-- {element.value.replace('-->', '--&gt;')} -->" + ("\n" if element.block else "")


def _nothing(_writer: Writer, _element: Element) -> str:
    return ""


def _blank(_writer: Writer, element: Element) -> str:
    return "\n" + "".join(f"<p>{tag}</p>\n" for tag in TAG_CHARS.findall(element.value))


def _paragraph(writer: Writer, element: Element) -> str:
    if element.plain:
        return writer.inside(element)
    picture = element.children[0] if len(element.children) == 1 else None
    if picture and picture.kind == "img" and picture.listed and "standalone" in picture.listed.references:
        return _figure(writer, element, picture)
    return f"<p{attributes(element.attrs)}>{writer.inside(element)}</p>\n"


def _figure(writer: Writer, element: Element, picture: Element) -> str:
    """Return a paragraph that consists of a picture marked as standalone."""
    caption = f"<figcaption>{escape(picture.attrs['alt'])}</figcaption>"
    for key in ("class", "id"):
        if key in picture.attrs and key not in element.attrs:
            element.attrs[key] = picture.attrs.pop(key)
    return f"<figure{attributes(element.attrs)}>\n{_picture(writer, picture)}\n{caption}\n</figure>\n"


def _block(writer: Writer, element: Element) -> str:
    return f"<{element.kind}{attributes(element.attrs)}>\n{writer.inside(element)}</{element.kind}>\n"


def _item(writer: Writer, element: Element) -> str:
    plain = not element.children or element.children[0].plain
    return (
        f"<{element.kind}{attributes(element.attrs)}>{'' if plain else chr(10)}{writer.inside(element)}</{element.kind}>\n"
    )


def _list(writer: Writer, element: Element) -> str:
    names = element.listed.references if element.listed else []
    if "toc" in names and writer.toc is None:
        writer.toc = element
        return TOC_PLACE
    if "footnotes" in names and not writer.notes_placed:
        writer.notes_placed = True
        return NOTES_PLACE
    return _block(writer, element)


def _heading(writer: Writer, element: Element) -> str:
    level = min(max(element.level + writer.document.options.header_offset, 1), 6)
    html = writer.inside(element)
    if element.attrs.get("id", "").strip():
        writer.headings.append(Heading(element.level, level, element, html))
        html += writer.parts.heading_end(element.attrs["id"])
    return f"<h{level}{attributes(element.attrs)}>{html}</h{level}>\n"


def _empty(_writer: Writer, element: Element) -> str:
    return f"<{element.kind}{attributes(element.attrs)} />" + ("\n" if element.kind == "hr" else "")


def _code(writer: Writer, element: Element) -> str:
    attrs = dict(element.attrs)
    found = LANGUAGE.search(attrs.get("class", ""))
    if found:
        attrs["class"] = f"{attrs['class'][: found.start()]}{attrs['class'][found.end() :]}".strip()
        if not attrs["class"]:
            del attrs["class"]
    html = writer.parts.highlight(element.value, found[1] if found else "")
    return f"<div{attributes(attrs)}>{html}</div>\n" if attrs else f"{html}\n"


def _span(writer: Writer, element: Element) -> str:
    return f"<{element.kind}{attributes(element.attrs)}>{writer.inside(element)}</{element.kind}>"


def _link(writer: Writer, element: Element) -> str:
    address = writer.parts.address(element.attrs["href"])
    if address is None:
        return f"<span>{writer.inside(element)}</span>"
    return f"<a{attributes({**element.attrs, 'href': address})}>{writer.inside(element)}</a>"


def _picture(writer: Writer, element: Element) -> str:
    address = writer.parts.address(element.attrs["src"])
    if address is None:
        return f"<span>{escape(element.attrs['alt'])}</span>"
    return f"<img{attributes({**element.attrs, 'src': address})} />"


def _code_span(_writer: Writer, element: Element) -> str:
    return f"<code{attributes(element.attrs)}>{escape_all(element.value)}</code>"


def _footnote(writer: Writer, element: Element) -> str:
    name = element.value
    repeated = ""
    if name in writer.notes:
        writer.notes[name][1] += 1
        repeated = f":{writer.notes[name][1]}"
    else:
        writer.note_names.append(name)
        writer.notes[name] = [len(writer.notes) + writer.document.options.footnote_nr, 0]
    number = writer.notes[name][0]
    mark = f'<a href="#fn:{name}" class="footnote" rel="footnote">{number}</a>'
    return f'<sup id="fnref:{name}{repeated}" role="doc-noteref">{mark}</sup>'


def _abbreviation(writer: Writer, element: Element) -> str:
    title, place = (
        writer.document.abbreviations.get(element.value) or writer.document.abbreviations[" ".join(element.value.split())]
    )
    attrs = place.attrs | ({"title": title} if title else {})
    return f"<abbr{attributes(attrs)}>{escape(element.value)}</abbr>"


def _math(_writer: Writer, element: Element) -> str:
    if element.block:
        html = f"\\[{escape_all(element.value)}\\]"
        return f"<div{attributes(element.attrs)}>{html}</div>\n" if element.attrs else f"{html}\n"
    html = f"\\({escape_all(element.value)}\\)"
    return f"<span{attributes(element.attrs)}>{html}</span>" if element.attrs else html


def _table(writer: Writer, element: Element) -> str:
    parts: list[str] = []
    for part in element.children:
        rows = "".join(
            _row(writer, row, "th" if part.kind == "thead" else "td", element.alignment) for row in part.children
        )
        parts.append(f"<{part.kind}>\n{rows}</{part.kind}>\n")
    return f"<table{attributes(element.attrs)}>\n{''.join(parts)}</table>\n"


def _row(writer: Writer, row: Element, name: str, alignment: Iterable[str]) -> str:
    cells = []
    for cell, side in zip(row.children, alignment, strict=False):
        style = f' style="text-align: {side}"' if side else ""
        cells.append(f"<{name}{style}>{writer.inside(cell) or chr(160)}</{name}>\n")
    return f"<tr>\n{''.join(cells)}</tr>\n"


def _html(writer: Writer, element: Element) -> str:
    name, attrs = element.value, attributes(element.attrs)
    end = "\n" if element.block and element.contents == "block" else ""
    if name in VOID_ELEMENTS:
        return f"<{name}{attrs} />{end}"
    return f"<{name}{attrs}>{end}{writer.inside(element)}</{name}>{end}"


WRITERS: dict[str, Callable[[Writer, Element], str]] = {
    "text": _text,
    "sign": _sign,
    "raw": _as_it_is,
    "markup": _as_it_is,
    "unescaped": lambda _writer, element: element.value,
    "comment": _comment,
    "end": _nothing,
    "blank": _blank,
    "p": _paragraph,
    "blockquote": _block,
    "dl": _block,
    "li": _item,
    "dd": _item,
    "dt": lambda writer, element: _span(writer, element) + "\n",
    "ul": _list,
    "ol": _list,
    "heading": _heading,
    "hr": _empty,
    "br": _empty,
    "img": _picture,
    "code": _code,
    "code span": _code_span,
    "em": _span,
    "strong": _span,
    "a": _link,
    "footnote": _footnote,
    "abbreviation": _abbreviation,
    "math": _math,
    "table": _table,
    "html": _html,
}
