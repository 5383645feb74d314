"""The title of a post: from its key, its first heading or its file name."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.text.code_spans import with_code
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import plain_text as html_text
from mkdocs_journal.text.opening_heading import any_heading

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_RAW: Final = re.compile(r" {0,3}<(!--|pre\b|script\b|style\b)", re.IGNORECASE)
_RAW_ENDS: Final = {"!--": "-->", "pre": "</pre>", "script": "</script>", "style": "</style>"}
"""The end of an HTML block; its lines are not Markdown."""
_ATX: Final = re.compile(r" {0,3}#(?!#)")
_SETEXT: Final = re.compile(r" {0,3}=+[ \t]*\Z")
_TEXT_LINE: Final = re.compile(r" {0,3}[^\s>#*+=-].*\Z")
_TARGET: Final = r"(?:\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)|\[[^\[\]]*+\])"
_IMAGE: Final = re.compile(rf"!\[([^\[\]]*+)\]{_TARGET}")
_LINK: Final = re.compile(rf"\[([^\[\]]*+)\]{_TARGET}(?:\{{[^{{}}]*+\}})?")
_TAG: Final = re.compile(r"<(?:https?:[^<>]*+|/?[A-Za-z][^<>]*+)>")
_MARK: Final = re.compile(r"(?<!\\)(\*{1,3}|_{1,3})(?=\S)")
_MARK_ENDS: Final = {
    sign * size: re.compile(rf"(?<=\S)(?<!\\){re.escape(sign * size)}(?!\w)") for sign in "*_" for size in (1, 2, 3)
}
_EMOJI: Final = re.compile(r":(?=[0-9_-]*+[a-z])[a-z0-9_-]++:\s*")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|~<>-])")


def first_heading(body: str) -> str:
    """Return the text of the first level-1 heading of a Markdown body, plain, or empty.

    Fenced code, comments and raw blocks of HTML are skipped; both spellings (`# Title`, and a line of `=` below) are read.
    The line above `=` is a heading only where it begins a block.
    """
    fence = raw = above = previous = ""
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
        elif (begun := _ATX.match(line)) and (heading := _heading(line[begun.end() :])):
            return plain_text(heading)
        elif _SETEXT.match(line) and not above.strip() and _TEXT_LINE.match(previous):
            return plain_text(previous.strip())
        above, previous = previous, "" if fence or raw else line
    return ""


def _heading(line: str) -> str:
    """Return the text after `#` of a heading line, without closing `#` and attributes."""
    text = line.strip(" \t")
    bare = text
    if text.endswith("}") and "}" not in text[text.rfind("{") : -1] and "{" in text:
        bare = text[: text.rfind("{")].rstrip(" \t")
    return bare.rstrip("#").rstrip(" \t") or text


def html_heading(body: str) -> str:
    """Return the text of the first level-1 heading of an HTML body, plain, or empty."""
    found = any_heading(body)
    return html_text(found.inside) if found else ""


def plain_text(markdown: str) -> str:
    """Return one line of Markdown as plain text, without: links, emphasis, code, tags, emoji names, escapes."""
    if not markdown:
        return ""
    codes: list[str] = []

    def kept(code: str) -> str:
        codes.append(code.strip("`").strip())
        return f"\0{len(codes) - 1}\0"

    text = with_code(markdown.replace("\0", ""), kept)
    text = _TAG.sub("", _EMOJI.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))))
    for _ in range(3):  # emphasis in emphasis in a link; deeper nesting is not expected
        text = "\n".join(map(_without_marks, text.split("\n")))
    text = re.sub(r"\0(\d+)\0", lambda found: codes[int(found[1])], unescaped(_ESCAPE.sub(r"\1", text)))
    return " ".join(text.split())


def _without_marks(line: str) -> str:
    """Return a line without emphasis markers; the search for each missing end marker is done once."""
    out: list[str] = []
    position = at = 0
    endless: set[str] = set()
    while mark := _MARK.search(line, at):
        for size in range(len(mark[1]), 0, -1):
            sign, start = mark[1][:size], mark.start() + size
            end = None if sign in endless else _MARK_ENDS[sign].search(line, start + 1)
            if end:
                out += line[position : mark.start()], line[start : end.start()]
                position = at = end.end()
                break
            endless.add(sign)
        else:
            at = mark.start() + 1
    return "".join(out) + line[position:]


def title_of_name(rest: str, *, squeeze: bool = True) -> str:
    """Return a title for the part of a file name after its date: words capitalized, `-` as spaces.

    Args:
        rest: The part of the name.
        squeeze: Whether two hyphens make one blank; Jekyll makes two.

    Source: https://jekyllrb.com/docs/posts/ (Jekyll splits at hyphens and capitalises each word)
    """
    return " ".join(word[:1].upper() + word[1:].lower() for word in rest.rstrip("-").split("-") if word or not squeeze)


def material_title(title: str, body: str, name: str) -> str:
    """Return the text that Material's blog makes a slug of, as it is written.

    Args:
        title: The title in the front matter, or empty.
        body: The Markdown below it; only its first line can be the title.
        name: The name of the file without its suffix.
    """
    first = body.lstrip().partition("\n")[0].rstrip()
    return title or (first.lstrip("# ") if first.startswith("# ") else re.sub("[-_]", " ", name))
