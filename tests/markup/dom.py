"""Two pieces of HTML compared as a browser sees them: elements, attributes and words; code without its colours."""

from __future__ import annotations

import re
from typing import Any

import lxml.html

Node = tuple[str, tuple[tuple[str, str], ...], tuple[Any, ...]]

_OF_HIGHLIGHTERS = re.compile(r"(?:language-\S+|highlight\S*|rouge\S*)\Z")


def dom(html: str) -> tuple[Any, ...]:
    """Return nested tuples of name, attributes and contents."""
    root = lxml.html.fragment_fromstring(html.strip() or "<p></p>", create_parent="div")
    return _contents(root)


def _contents(element: Any) -> tuple[Any, ...]:
    found: list[Any] = [element.text or ""]
    for child in element:
        node = _node(child)
        if node is not None:
            found.append(node)
        found.append(child.tail or "")
    joined: list[Any] = []
    for item in found:
        if isinstance(item, str) and joined and isinstance(joined[-1], str):
            joined[-1] += item
        else:
            joined.append(item)
    return tuple(item for item in map(_folded, joined) if item != "")


def _folded(item: Any) -> Any:
    return re.sub(r"[ \t\r\n]+", " ", item).strip(" ") if isinstance(item, str) else item


def _node(element: Any) -> Node | None:
    if not isinstance(element.tag, str):
        return ("comment", (), (" ".join((element.text or "").split()),))
    if element.tag == "pre" or (element.tag == "div" and _holds_code(element)):
        return ("pre", _attributes(element), (_code(element),))
    if element.tag == "code":
        return ("code", _attributes(element), (_folded(element.text_content()),))
    return (element.tag, _attributes(element), _contents(element))


def _holds_code(element: Any) -> bool:
    """Return whether a `div` is nothing but what surrounds code."""
    return len(element) == 1 and not (element.text or "").strip() and element.xpath("./pre | ./div/pre") != []


def _code(element: Any) -> str:
    code = element.xpath(".//td[contains(@class, 'code')]//pre") or element.xpath(".//pre") or [element]
    return "".join(part.text_content() for part in code).strip("\n")


def _attributes(element: Any) -> tuple[tuple[str, str], ...]:
    attributes = {name: value for name, value in element.attrib.items() if name != "data-lang"}
    classes = [word for word in attributes.pop("class", "").split() if not _OF_HIGHLIGHTERS.match(word)]
    return tuple(sorted({**attributes, **({"class": " ".join(classes)} if classes else {})}.items()))
