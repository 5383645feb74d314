"""The title of a post: from its key, its first heading or its file name."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from mkdocs_journal.text.headings import any_heading
from mkdocs_journal.text.html import plain_text as html_text

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_RAW: Final = re.compile(r" {0,3}<(!--|pre\b|script\b|style\b)", re.IGNORECASE)
_RAW_ENDS: Final = {"!--": "-->", "pre": "</pre>", "script": "</script>", "style": "</style>"}
"""Where HTML ends whose lines are no Markdown."""
_ATX: Final = re.compile(r" {0,3}#(?!#)[ \t]*(.+?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*\Z")
_SETEXT: Final = re.compile(r" {0,3}=+[ \t]*\Z")
_TEXT_LINE: Final = re.compile(r" {0,3}[^\s>#*+=-].*\Z")
_IMAGE: Final = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_LINK: Final = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])(?:\{[^{}]*\})?")
_TAG: Final = re.compile(r"<(?:https?:[^>]*|/?[A-Za-z][^<>]*)>")
_MARKS: Final = re.compile(r"(?<!\\)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)(?<!\\)\1(?!\w)")
_CODE: Final = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_EMOJI: Final = re.compile(r":[a-z0-9_-]*[a-z][a-z0-9_-]*:\s*")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|~<>-])")


def first_heading(body: str) -> str:
    """Return the text of the first level-1 heading of a Markdown body, plain, or empty.

    Fenced code, comments and raw blocks of HTML are skipped; both spellings (`# Title`, and a line of `=` below) are read.
    """
    fence = raw = previous = ""
    for line in body.split("\n"):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif raw:
            raw = "" if raw in line.lower() else raw
        elif opened:
            fence = opened[1]
        elif (html := _RAW.match(line)) and (end := _RAW_ENDS[html[1].lower()]) not in line.lower():
            raw = end
        elif line.lstrip(" ").startswith("#") and (heading := _ATX.match(line)):
            return plain_text(heading[1])
        elif _SETEXT.match(line) and _TEXT_LINE.match(previous):
            return plain_text(previous.strip())
        previous = "" if fence or raw else line
    return ""


def html_heading(body: str) -> str:
    """Return the text of the first level-1 heading of an HTML body, plain, or empty."""
    found = any_heading(body)
    return html_text(found.inside) if found else ""


def plain_text(markdown: str) -> str:
    """Return one line of Markdown without its marks: links, emphasis, code, tags, emoji names, escapes."""
    codes: list[str] = []

    def kept(found: re.Match[str]) -> str:
        codes.append(found[2].strip())
        return f"\0{len(codes) - 1}\0"

    text = _CODE.sub(kept, markdown.replace("\0", ""))
    text = _TAG.sub("", _EMOJI.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))))
    for _ in range(3):  # emphasis in emphasis in a link; deeper nesting is no title
        text = _MARKS.sub(r"\2", text)
    text = re.sub(r"\0(\d+)\0", lambda found: codes[int(found[1])], unescape(_ESCAPE.sub(r"\1", text)))
    return " ".join(text.split())


def title_of_name(rest: str, *, squeeze: bool = True) -> str:
    """Return a title for the part of a file name behind its date: words with a capital, `-` as blanks.

    Args:
        rest: The part of the name.
        squeeze: Whether two hyphens make one blank; Jekyll makes two.

    Source: https://jekyllrb.com/docs/posts/ (Jekyll splits at hyphens and capitalises each word)
    """
    return " ".join(word[:1].upper() + word[1:].lower() for word in rest.rstrip("-").split("-") if word or not squeeze)


def repeats(heading: str, title: str) -> bool:
    """Return whether a heading says what the title says: all words of the title, or most of them and no other."""
    said, wanted = _words(heading), _words(title)
    if not said or not wanted:
        return heading.split() == title.split()
    return wanted <= said or (said <= wanted and 2 * len(said) > len(wanted))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
