"""kramdown's extensions: `{::comment}`, `{::nomarkdown}` and `{::options}`, in a line or on lines of their own."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.attribute_lists import read_attribute_list
from mkdocs_journal.markup.kramdown.element_tree import AttributeList, Document, Element
from mkdocs_journal.markup.kramdown.kramdown_options import NOT_INSIDE, set_options
from mkdocs_journal.markup.kramdown.patterns import ATTRIBUTE_CHARS, ID_NAME, IS_CLOSED, SPACE, compiled
from mkdocs_journal.markup.kramdown.source_text import SourceText

_START = rf"\{{::(\w+){IS_CLOSED}(?:\s({ATTRIBUTE_CHARS}?))?(/)?\}}"
EXTENSION = compiled(_START)
EXTENSION_LINE = compiled(rf"{SPACE}{_START}[ \t\r\f\v]*\n")
STOP = compiled(rf"\{{:/(?:{ID_NAME})?\}}")
_STOPS: dict[tuple[str, bool], re.Pattern[str]] = {}
NAMES = ("comment", "nomarkdown", "options")


def read_extension(source: SourceText, found: re.Match[str], document: Document, *, block: bool) -> Element | None:
    """Read the extension that `found` opens; return None if it has no end or is unknown."""
    name = found[1]
    if name not in NAMES:
        return None
    listed = AttributeList()
    read_attribute_list(found[2] or "", listed)
    body, end = "", found.end()
    if not found[3]:
        stop = source.find(_stop_of(name, block=block), end - 1 if block else end)
        if stop is None:
            return None
        body, end = source.text[end : stop.start()], stop.end()
    source.pos = end
    if name == "options":
        set_options(document.options, {key: value for key, value in listed.values.items() if key not in NOT_INSIDE})
        return Element("end", "options", block=block)
    kinds = listed.values.get("type", "html").split()
    if name == "nomarkdown" and "html" not in kinds:
        body = ""
    return Element("comment" if name == "comment" else "raw", body, block=block)


def _stop_of(name: str, *, block: bool) -> re.Pattern[str]:
    if (name, block) not in _STOPS:
        stop = rf"\{{:/(?:{name})?\}}"
        _STOPS[name, block] = compiled(rf"\n{SPACE}{stop}[ \t\r\f\v]*(?=\n)\n" if block else stop)
    return _STOPS[name, block]
