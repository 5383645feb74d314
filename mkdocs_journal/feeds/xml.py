"""Writes XML with one line per element, so that a changed entry changes only its own lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from mkdocs_journal.feeds.entry import clean_text

DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_SIGN: Final = re.compile('[\x00-\x1f\x7f-\x9f&<>"\ud800-\udfff\ufffe\uffff]')
"""A character that is not written as it is in every place."""
HISTORY: Final = "http://purl.org/syndication/history/1.0"
"""The namespace of RFC 5005."""


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element; text and attributes are cleaned and escaped, attributes without a value are left out."""
    written = "".join(f" {key}={_attribute(value)}" for key, value in (attributes or {}).items() if value)
    body = escape(_text(text), quote=False) if _SIGN.search(text) else text
    return f"<{name}{written}>{body}</{name}>" if body else f"<{name}{written}/>"


def start(name: str, attributes: Mapping[str, str]) -> str:
    """Return the start tag of an element."""
    return f"<{name}" + "".join(f" {key}={_attribute(value)}" for key, value in attributes.items() if value) + ">"


def _attribute(value: str) -> str:
    """Return a value in quotes, as `quoteattr` of the standard library does, whose module imports `ssl`."""
    if not _SIGN.search(value):
        return f'"{value}"'
    text = escape(_text(value), quote=False).replace("\n", "&#10;").replace("\t", "&#9;")
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"{}"'.format(text.replace('"', "&quot;"))


def _text(text: str) -> str:
    """Return a text that is valid in XML, with normalized line ends."""
    return clean_text(text).replace("\r\n", "\n").replace("\r", "\n")


def lines(elements: Iterable[str]) -> bytes:
    """Return elements as bytes, one per line."""
    return ("\n".join(elements) + "\n").encode("utf-8")


def document(before: Iterable[str], entries: Iterable[bytes], after: Iterable[str], *, stylesheet: str = "") -> bytes:
    """Return the bytes of a document.

    Args:
        before: The elements above the entries.
        entries: The entries, as `lines()` returns them.
        after: The end of the document.
        stylesheet: The address of a CSS stylesheet for browsers, or empty.
    """
    sheet = _sheet(stylesheet) if stylesheet else b""
    return b"".join((DECLARATION.encode("utf-8"), sheet, lines(before), *entries, lines(after)))


def with_stylesheet(data: bytes, old: str, new: str) -> bytes:
    """Return a document that names another address of its stylesheet; one that does not name `old` stays as it is."""
    return data if old == new else data.replace(_sheet(old), _sheet(new), 1)


def _sheet(address: str) -> bytes:
    return f'<?xml-stylesheet type="text/css" href={_attribute(address)}?>\n'.encode()
