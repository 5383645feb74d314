"""The beginning of a post, cut from its final HTML."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.text.headings import opening_heading
from mkdocs_journal.text.html import OpenElements, Token, balanced, plain_text, tokens, without

_MORE: Final = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_ID: Final = re.compile(r"\s(?:id|name)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_DROPPED: Final = frozenset({"script", "style", "template", "noscript", "form", "input", "button", "select", "textarea"})
_CONTAINERS: Final = frozenset({"section", "article", "div", "header", "main", "center"})
"""Elements whose paragraphs are paragraphs of the text."""
_SKIPPED: Final = frozenset({"admonition", "highlight", "footnote", "toc", "md-typeset__table"})
"""Classes of blocks that are no running text."""


def cut_excerpt(html: str) -> str:
    """Return the beginning of a post as a fragment that can stand on another page.

    What stands before the first `<!-- more -->`, in any spelling, without the heading that opens the post; without such a
    mark the first paragraph that has text. Identifiers, footnote references, links to headings, scripts and controls are
    left out; links stay as they are.

    Args:
        html: The rendered body.

    Returns:
        Balanced HTML; empty if there is no paragraph.
    """
    heading = opening_heading(html)
    start = heading.end if heading else 0
    if mark := _MORE.search(html, start):
        return _cleaned(html[start : mark.start()])
    return _cleaned(_first_paragraph(html[start:]))


def marked(body: str, separator: str) -> str:
    """Return the body of a post with the mark that ends its excerpt where its author put another.

    A comment is replaced; any other separator is text of the post and stays below the mark.
    """
    before, found, after = body.partition(separator.strip()) if separator.strip() else (body, "", "")
    if not found or _MORE.search(before):
        return body
    own_line = not before or before.endswith("\n")
    mark = "<!-- more -->\n\n" if own_line and not found.startswith("<!--") else "<!-- more -->"
    return before + mark + ("" if found.startswith("<!--") else found) + after


def first_words(text: str, most: int) -> str:
    """Return the beginning of a plain text, at most `most` characters, cut behind a word, with an ellipsis if cut."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    words, blank, _ = head.rpartition(" ")
    return (words if blank else head).rstrip(" ,;:.–—-") + "…"


def _first_paragraph(html: str) -> str:
    """Return the first `<p>` of the running text that has words, or an empty text."""
    outside = OpenElements()  # those that are no running text
    paragraph: list[str] | None = None
    for token in tokens(html):
        if paragraph is not None:
            paragraph.append(token.text)
            if token.kind == "end" and token.name == "p":
                if plain_text("".join(paragraph)):
                    return "".join(paragraph)
                paragraph = None
        elif token.kind == "start" and token.name == "p" and not outside:
            paragraph = [token.text]
        elif (
            token.kind == "end" or outside or token.name not in _CONTAINERS or any(name in token.text for name in _SKIPPED)
        ):
            outside.pass_by(token)
    return ""


def _cleaned(html: str) -> str:
    """Return a fragment without identifiers and what has no use on another page."""
    kept = without(html, _is_ornament)
    return balanced("".join(_ID.sub("", token.text) if token.kind == "start" else token.text for token in kept)).strip()


def _is_ornament(token: Token) -> bool:
    if token.name in _DROPPED:
        return True
    if token.name == "a":
        return "headerlink" in token.text or "footnote-ref" in token.text
    return token.name == "sup" and "fnref" in token.text
