"""Writes text and attributes as HTML."""

from __future__ import annotations

from mkdocs_journal.markup.kramdown.patterns import compiled

AMPERSAND = compiled(r"&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[0-9a-fA-F]+);)")


def escape(text: str) -> str:
    """Escape text that may contain entities."""
    return AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def escape_all(text: str) -> str:
    """Escape text without entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(attrs: dict[str, str]) -> str:
    """Return attributes as written in a tag."""
    return "".join(
        f' {key}="{escape(value).replace(chr(34), "&quot;")}"'
        for key, value in attrs.items()
        if key != "id" or value.strip()
    )
