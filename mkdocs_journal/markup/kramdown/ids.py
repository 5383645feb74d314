"""Ids of headings, made from their words by GitHub's rule and by kramdown's."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import category

from mkdocs_journal.markup.kramdown.element_tree import Document, Element

_NO_WORD = re.compile(r"[^\w\- \t]|[²³¹¼-¾]")
_MARKS = frozenset({"Mn", "Mc", "Me"})


def text_of(element: Element) -> str:
    """Return the words of an element for its id."""
    if element.kind in ("text", "sign", "code span", "math", "abbreviation"):
        return element.value
    return "".join(text_of(child) for child in element.children)


def github_id(text: str) -> str:
    """Return lower case without punctuation, `-` for blanks; letters of every script and their marks are kept."""
    kept = _NO_WORD.sub(lambda found: found[0] if category(found[0]) in _MARKS else "", text.lower())
    return kept.replace(" ", "-").replace("\t", "-")


def latin_id(text: str) -> str:
    """Apply kramdown's own rule, used inside HTML: Latin letters and digits from the first letter on."""
    text = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower() or "section"


class HeadingIds:
    """Gives each heading without an id a unique one."""

    def __init__(self, document: Document) -> None:
        self.prefix = document.options.auto_id_prefix
        self._used: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._visit(document.root, in_html=False)
        for note in document.footnotes.values():
            self._visit(note, in_html=True)

    def _visit(self, element: Element, *, in_html: bool) -> None:
        for child in element.children:
            if child.kind == "heading":
                if "id" not in child.attrs:
                    child.attrs["id"] = self._id(text_of(child), in_html=in_html)
            elif child.block:
                self._visit(child, in_html=in_html or child.kind == "html")

    def _id(self, text: str, *, in_html: bool) -> str:
        made = latin_id(text) if in_html else github_id(text)
        before = self._used[in_html][made]
        self._used[in_html][made] += 1
        return self.prefix + (f"{made}-{before}" if before else made)
