"""The beginning of a post, cut from its final HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mkdocs_journal.text.blocks import first_block
from mkdocs_journal.text.formulas import readable_text, with_tex
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.text.headings import demoted, without_title
from mkdocs_journal.text.html import Token, attributes, balanced, plain_text, tokens, without
from mkdocs_journal.text.pictures import with_real_pictures
from mkdocs_journal.text.tabs import with_one_tab
from mkdocs_journal.text.tags import checkbox, classes, is_unseen, without_attributes

_MORE: Final = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_PARTS: Final = "|".join(
    [*(f"<{name}>[^<]*+</{name}>" for name in ("em", "strong", "code")), '<a href="[^"<>]*+">[^<]*+</a>', "<br ?/?>"]
)
_USUAL: Final = re.compile(rf"\s*+(?:<p>[^<]*+(?:(?:{_PARTS})[^<]*+)*+</p>\s*+)++(?=<!--\s*(?i:more)\s*-->)")
"""Paragraphs before the mark as most posts have them: nothing in them is left out or changed."""
_DROPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "form", "input", "button", "select", "textarea", "title"}
    | {"base", "link", "meta"}  # these change the whole page on which they are
)
_THINGS: Final = re.compile(r"<(?:img|video|audio|iframe|pre|table|form)\b", re.IGNORECASE)
_UNWRAPPED: Final = frozenset({"label"})
_NO_WORDS: Final = frozenset({"linenos", "task-list-indicator"})
"""Classes of elements that are not part of the text."""


def cut_excerpt(html: str, title: str = "") -> str:
    """Return the beginning of a post as a fragment for another page.

    The part before the first `<!-- more -->`, in any spelling; without such a mark the first block with words
    (`first_block()`). The heading that opens the post and one that repeats its title are left out, other headings are one
    level lower. Identifiers, footnote references, links to headings, scripts and controls are left out; of content tabs
    the first is shown; links stay as they are.

    Args:
        html: The rendered body.
        title: The title of the post.

    Returns:
        Balanced HTML; empty without words.
    """
    usual = _USUAL.match(html)
    return usual[0].strip() if usual else cut_any_excerpt(html, title)


def cut_any_excerpt(html: str, title: str = "") -> str:
    """Return the same for any text; the way that decides."""
    body = with_tex(with_real_pictures(fragment(html)))
    mark = _MORE.search(body)
    found = without_title(_cleaned(body[: mark.start()] if mark else body), title, any_first=True)
    kept = demoted(found if mark else tokens(first_block(found)))
    return balanced("".join(token.text for token in kept)).strip()


def has_mark(html: str) -> bool:
    """Return whether the author of a post has marked where its excerpt ends."""
    return _MORE.search(html) is not None


def has_more(html: str, excerpt: str, title: str = "") -> bool:
    """Return whether a post has words, pictures or code that its excerpt does not have."""
    if len(html) > 2 * len(excerpt) + 1000:
        return True
    body = "".join(token.text for token in without_title(tokens(fragment(html)), title, any_first=True))
    return any(count(body) > count(excerpt) for count in (_shown_words, _shown_things))


def _shown_words(html: str) -> int:
    return len(plain_text(html).split())


def _shown_things(html: str) -> int:
    return len(_THINGS.findall(html))


def beginning(html: str, title: str = "") -> str:
    """Return the words of the beginning of a post as plain text, each formula once."""
    return readable_text(cut_excerpt(html, title))


def marked(body: str, separator: str) -> str:
    """Return the body of a post with `excerpt_separator` replaced by the standard mark.

    A comment is replaced; any other separator is text of the post and stays below the mark.
    """
    before, found, after = body.partition(separator.strip()) if separator.strip() else (body, "", "")
    if not found or _MORE.search(before):
        return body
    own_line = not before or before.endswith("\n")
    mark = "<!-- more -->\n\n" if own_line and not found.startswith("<!--") else "<!-- more -->"
    return before + mark + ("" if found.startswith("<!--") else found) + after


def first_words(text: str, most: int) -> str:
    """Return the beginning of a plain text, at most `most` characters, cut after a word, with an ellipsis if cut."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    words, blank, _ = head.rpartition(" ")
    return (words if blank else head).rstrip(" ,;:.–—-") + "…"


def _cleaned(html: str) -> Iterator[Token]:
    """Yield the tokens of a text without identifiers and elements that are useless on another page."""
    for token in with_one_tab(without(html, _is_ornament, _left)):
        if token.kind == "start" and token.name not in _UNWRAPPED:
            yield token._replace(text=without_attributes(token.text, {"id", "name"}))
        elif token.name not in _UNWRAPPED:
            yield token


def _left(element: list[Token]) -> str:
    """Return the replacement of a removed element: for a task's checkbox, its state."""
    return checkbox(element[0]) if element[0].name == "input" else ""


def _is_ornament(token: Token) -> bool:
    if token.name in _DROPPED or is_unseen(token.text):
        return True
    names = classes(token.text)
    if token.name == "a":
        return not names.isdisjoint({"headerlink", "footnote-ref"})
    if token.name == "sup":
        return attributes(token.text).get("id", "").startswith("fnref")
    return not names.isdisjoint(_NO_WORDS)
