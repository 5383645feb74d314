"""The tree that a body is read into."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_REFERENCES, LONGEST_REFERENCES = 100, 2_000
"""The number and the characters of attribute lists beyond which no further ones are added that others name."""


@dataclass(slots=True)
class AttributeList:
    """The content of `{: … }`: attributes, and names of attribute lists defined elsewhere."""

    values: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    length: int = 0
    """Characters as written."""


@dataclass(slots=True)
class Element:
    """One block or span; `kind` determines which of the other fields are used."""

    kind: str
    value: str = ""
    """Text, code, an address; the name of an HTML element; of a footnote."""
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    listed: AttributeList | None = None
    """The attribute list below or after it."""
    level: int = 0
    """Of a heading."""
    plain: bool = False
    """Of a paragraph: written in its list item without `<p>`."""
    block: bool = True
    """Of HTML, comments, mathematics and raw text: a block, not a span."""
    contents: str = ""
    """Of HTML: how its inside is read."""
    closed: bool = False
    """Of HTML: written with `/>`."""
    language: str = ""
    """Of code."""
    alignment: list[str] = field(default_factory=list)
    """Of a table: the alignment of each column, or empty."""
    loose: bool = False
    """Of a definition: its text is a paragraph."""

    def attribute_list(self) -> AttributeList:
        """Return its attribute list, created on first access."""
        if self.listed is None:
            self.listed = AttributeList()
        return self.listed


@dataclass(slots=True)
class KramdownOptions:
    """kramdown's options that change what is read or written, as Jekyll sets them."""

    auto_ids: bool = True
    auto_id_prefix: str = ""
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    footnote_nr: int = 1
    parse_block_html: bool = False
    parse_span_html: bool = True
    header_offset: int = 0
    hard_wrap: bool = False
    smart_quotes: str = "lsquo,rsquo,ldquo,rdquo"


@dataclass(slots=True)
class Document:
    """The state of a body while it is read."""

    root: Element = field(default_factory=lambda: Element("root"))
    options: KramdownOptions = field(default_factory=KramdownOptions)
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)
    links: dict[str, tuple[str, str | None, Element]] = field(default_factory=dict)
    """Address, title and place of each definition."""
    footnotes: dict[str, Element] = field(default_factory=dict)
    abbreviations: dict[str, tuple[str, Element]] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)
    """Syntax that could not be used and is shown as text, in the order of the body."""

    def apply(self, attrs: dict[str, str], listed: AttributeList) -> None:
        """Add an attribute list to attributes, after all lists that it names, directly or through others."""
        waiting = [listed]
        ordered: list[AttributeList] = []
        length = -listed.length
        while waiting and len(ordered) < MOST_REFERENCES and length < LONGEST_REFERENCES:
            one = waiting.pop()
            ordered.append(one)
            length += one.length
            waiting += [self.attribute_lists[name] for name in one.references if name in self.attribute_lists]
        for one in reversed(ordered):
            merge(attrs, one.values)


def merge(attrs: dict[str, str], more: dict[str, str]) -> None:
    """Add attributes: classes are joined, others replaced."""
    for key, value in more.items():
        attrs[key] = f"{attrs.get(key, '')} {value}".lstrip() if key == "class" else value
