"""Text and attributes as HTML."""

from __future__ import annotations

from mkdocs_journal.markup.kramdown.patterns import compiled

AMPERSAND = compiled(r"&(?!(?:[A-Za-z_:][\w.:-]*|#\d+|#x[0-9a-fA-F]+);)")


def escape(text: str) -> str:
    """Escape text in which entities may stand."""
    return AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def escape_all(text: str) -> str:
    """Escape text that says what it shows."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(attrs: dict[str, str]) -> str:
    """Attributes as they stand in a tag."""
    return "".join(
        f' {key}="{escape(value).replace(chr(34), "&quot;")}"'
        for key, value in attrs.items()
        if key != "id" or value.strip()
    )
