"""Values and texts are written as the standard library writes them, which would import `ssl`."""

from __future__ import annotations

from itertools import product
from xml.sax.saxutils import escape, quoteattr

from mkdocs_journal.feeds.xml import element, start

SIGNS = ("a", "&", "<", ">", '"', "'", "\n", "\t", "\r\n", "é", "\x07")


def test_values_and_texts_are_those_of_the_standard_library() -> None:
    for signs in product(SIGNS, repeat=3):
        text = "".join(signs)
        clean = text.replace("\r\n", "\n").replace("\x07", "")
        if clean:
            assert element("a", text) == f"<a>{escape(clean)}</a>", text
        assert start("a", {"b": text}) == f"<a b={quoteattr(clean)}>", text
