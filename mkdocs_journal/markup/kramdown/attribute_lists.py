"""Attribute lists: `{: .class #id key="value" name}` below a block or after a span, and their definitions."""

from __future__ import annotations

import re

from mkdocs_journal.markup.kramdown.element_tree import AttributeList
from mkdocs_journal.markup.kramdown.patterns import ID_NAME, compiled

_CLASS_OR_ID = r"(?:#[A-Za-z][\w:-]*|\.[^\s.#]+)"
_ITEM = compiled(
    rf"""(?:\A|(?<=\s))(?:({ID_NAME})=("|')((?:[^}}\\"']++|\\\}}|\\\2|(?!\2)[\\"'])*?)\2|({ID_NAME})|({_CLASS_OR_ID}+))(?=\s|\Z)"""
)
_EACH = compiled(r"#([A-Za-z][\w:-]*)|\.([^\s.#]+)")


def read_attribute_list(text: str, into: AttributeList) -> bool:
    """Add the attributes in `text` to `into`; return whether there are any."""
    found = False
    into.length += len(text)
    for key, quote, value, name, classes in _ITEM.findall(text):
        found = True
        if name:
            into.references.append(name)
        elif classes:
            for identifier, css_class in _EACH.findall(classes):
                if css_class:
                    into.values["class"] = f"{into.values.get('class', '')} {css_class}".lstrip()
                else:
                    into.values["id"] = identifier
        else:
            into.values[key] = re.sub(rf"\\(\}}|{quote})", r"\1", value)
    return found
