"""Code, mathematics, HTML and attribute lists in a line; and the kinds of spans in the order in which they are tried."""

from __future__ import annotations

from mkdocs_journal.markup.kramdown.attribute_lists import read_attribute_list
from mkdocs_journal.markup.kramdown.element_tree import AttributeList, Document, Element
from mkdocs_journal.markup.kramdown.emphasis import read_emphasis, read_struck
from mkdocs_journal.markup.kramdown.extensions import EXTENSION, STOP, read_extension
from mkdocs_journal.markup.kramdown.html_blocks import closing_tag, tag_element, unread_markup
from mkdocs_journal.markup.kramdown.html_names import BLOCK_ELEMENTS, contents_of
from mkdocs_journal.markup.kramdown.link_syntax import read_address, read_footnote_mark, read_link
from mkdocs_journal.markup.kramdown.patterns import ATTRIBUTE_TEXT, HTML_CLOSE, HTML_TAG, WHITE, compiled
from mkdocs_journal.markup.kramdown.span_reader import SpanReader, SpanRules
from mkdocs_journal.markup.kramdown.typography import read_break, read_entity, read_escaped, read_quotes, read_symbol

BLANKS = frozenset(WHITE)
TICKS = compiled("`+")
MATH_END = compiled(r"\$\$")
ATTRIBUTES = compiled(rf"\{{:({ATTRIBUTE_TEXT})\}}")
BRACE = compiled(r"\}")
LEFTOVER = compiled(r"\{:[^\n}]{0,200}+\}?")


def read_code(reader: SpanReader) -> bool:
    """Read text between backticks."""
    start, text = reader.pos, reader.text
    ticks = reader.word(TICKS)
    place = reader.pos
    alone = len(ticks) == 1
    stands_free = alone and (not start or text[start - 1] in BLANKS) and text[place : place + 1] in BLANKS
    closing = None if stands_free else reader.find(compiled(ticks), place)
    if closing is None:
        reader.add_text(ticks)
        return True
    code = text[place : closing.start()]
    reader.add(Element("code span", code if alone else code.removeprefix(" ").removesuffix(" ")))
    reader.pos = closing.end()
    return True


def read_math(reader: SpanReader) -> bool:
    """Read mathematics between `$$`."""
    start = reader.pos + 2
    closing = reader.find(MATH_END, start)
    if closing is None:
        return False
    reader.add(Element("math", reader.text[start : closing.start()].strip(WHITE), block=False))
    reader.pos = closing.end()
    return True


def read_braces(reader: SpanReader) -> bool:
    """Read `{: …}` after a span, and `{::name}`."""
    if not reader.find(BRACE):
        return False
    if found := reader.check(EXTENSION):
        extension = read_extension(reader, found, reader.document, block=False)
        if extension:
            if extension.kind != "end":
                reader.add(extension)
            return True
    elif not reader.check(STOP) and (found := reader.check(ATTRIBUTES)):
        last = reader.tree.children[-1] if reader.tree.children else None
        if last is not None and last.kind != "text":
            listed = AttributeList()
            read_attribute_list(found[1], listed)
            reader.document.apply(last.attrs, listed)
            last.listed = listed
            reader.pos = found.end()
            return True
    place = reader.pos
    reader.document.leftovers.append(reader.word(LEFTOVER))
    reader.pos = place
    return False


def read_html(reader: SpanReader) -> bool:
    """Read a tag with everything up to its closing tag, or a comment."""
    if reader.text.startswith("<!--", reader.pos) and (comment := unread_markup(reader)):
        reader.add(Element("markup", comment, block=False))
        reader.pos += len(comment)
        return True
    if closing := reader.take(HTML_CLOSE):
        reader.add_text(closing[0])
        return True
    tag = reader.take(HTML_TAG)
    if tag is None:
        return False
    element = tag_element(tag, block=False)
    if element.value in BLOCK_ELEMENTS or not reader.attempt():
        reader.add_text(tag[0])
        return True
    _read_inside(reader, element)
    return True


def _read_inside(reader: SpanReader, element: Element) -> None:
    """Read an inline element to its end."""
    element.attrs = {key: " ".join(value.split("\n")) for key, value in element.attrs.items()}
    wanted = element.attrs.pop("markdown", "")
    raw = contents_of(element.value) == "raw" or (
        not wanted and (reader.tree.contents == "raw" or not reader.document.options.parse_span_html)
    )
    if wanted in ("span", "0"):
        raw = wanted == "0"
    element.contents = "raw" if raw else "span"
    reader.add(element)
    if element.closed:
        return
    stop = closing_tag(element.value)
    if reader.read(element, stop, rules=TAG_RULES if raw else RULES):
        reader.take(stop)
    else:
        element.children.append(Element("text", reader.rest()))


RULES: SpanRules = {
    "*": (read_emphasis,),
    "_": (read_emphasis,),
    "`": (read_code,),
    "<": (read_address, read_html, read_symbol),
    "[": (read_footnote_mark, read_link),
    "!": (read_link,),
    '"': (read_quotes,),
    "'": (read_quotes,),
    "$": (read_math,),
    "{": (read_braces,),
    "&": (read_entity,),
    "-": (read_symbol,),
    ".": (read_symbol,),
    ">": (read_symbol,),
    " ": (read_symbol, read_break),
    "\\": (read_symbol, read_break, read_escaped),
    "~": (read_struck,),
}
TAG_RULES: SpanRules = {"<": (read_html,)}


def read_spans(element: Element, text: str, document: Document) -> None:
    """Read the spans of a text into an element."""
    SpanReader(document, RULES, text).read(element)
