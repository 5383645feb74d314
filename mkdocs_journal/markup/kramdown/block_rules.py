"""The kinds of blocks, in the order in which they are tried."""

from __future__ import annotations

from mkdocs_journal.markup.kramdown.block_kinds import (
    FENCE_LINE,
    MATH,
    UNDERLINED,
    read_blank,
    read_code,
    read_end,
    read_fence,
    read_heading,
    read_math,
    read_paragraph,
    read_quote,
    read_rule,
    read_underlined,
)
from mkdocs_journal.markup.kramdown.block_reader import BlockReader, Rules
from mkdocs_journal.markup.kramdown.definitions import (
    ABBREVIATION,
    BRACES,
    LINK,
    NOTE,
    read_abbreviation,
    read_braces,
    read_link,
    read_note,
)
from mkdocs_journal.markup.kramdown.element_tree import Document
from mkdocs_journal.markup.kramdown.html_blocks import HTML_LINE, read_html
from mkdocs_journal.markup.kramdown.lists import read_definitions, read_list
from mkdocs_journal.markup.kramdown.patterns import (
    BLANK_LINE,
    DEFINITION_START,
    END_OF_BLOCK,
    HEADING,
    INDENT,
    LINE,
    LIST_START,
    QUOTE,
    RULE,
    compiled,
)
from mkdocs_journal.markup.kramdown.tables import TABLE_START, read_table
from mkdocs_journal.markup.kramdown.update_blocks import UPDATE, read_update

RULES: Rules = (
    (BLANK_LINE, read_blank),
    (compiled(INDENT), read_code),
    (FENCE_LINE, read_fence),
    (QUOTE, read_quote),
    (HEADING, read_heading),
    (RULE, read_rule),
    (LIST_START, read_list),
    (DEFINITION_START, read_definitions),
    (HTML_LINE, read_html),
    (UNDERLINED, read_underlined),
    (MATH, read_math),
    (TABLE_START, read_table),
    (NOTE, read_note),
    (LINK, read_link),
    (ABBREVIATION, read_abbreviation),
    (BRACES, read_braces),
    (END_OF_BLOCK, read_end),
    (UPDATE, read_update),
    (LINE, read_paragraph),
)


def read_blocks(text: str, document: Document) -> None:
    """Read the blocks of a body into the root of a document."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n") + "\n"
    BlockReader(document, RULES, document.root, text).read()
