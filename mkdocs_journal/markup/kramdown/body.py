"""Converts a body in kramdown with GitHub's additions to HTML, by the rules of kramdown 2.4 as Jekyll 4 configures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journal.markup.kramdown.block_rules import read_blocks
from mkdocs_journal.markup.kramdown.element_tree import Document
from mkdocs_journal.markup.kramdown.finishing import finish
from mkdocs_journal.markup.kramdown.html_writing import PLACES, SiteParts, Writer
from mkdocs_journal.markup.kramdown.kramdown_options import set_options
from mkdocs_journal.markup.kramdown.toc import Heading


@dataclass(frozen=True, slots=True)
class Written:
    """The result for a body."""

    html: str
    headings: tuple[Heading, ...]
    """The headings with an id, in order."""
    leftovers: tuple[str, ...]
    """kramdown's syntax that could not be used and is shown as text."""


def write_body(text: str, parts: SiteParts | None = None, options: Mapping[str, object] | None = None) -> Written:
    """Read a body in kramdown and write its HTML.

    Args:
        text: The body, any line endings.
        parts: Functions of the site for some parts of it.
        options: kramdown's options.
    """
    document = Document()
    set_options(document.options, options or {})
    read_blocks(PLACES.sub("\ufffd", text), document)
    finish(document)
    writer = Writer(document, parts or SiteParts())
    html = writer.body()
    return Written(html, tuple(writer.headings), tuple(document.leftovers))
