"""Dated updates inside a post: `!!! update "2025-05-05: text"`, and `<ins datetime="2025-05-05">`."""

import re
from collections import Counter
from typing import Final, NamedTuple

from mkdocs_journal.text.code_spans import outside_fences, with_code
from mkdocs_journal.text.html import Token, attributes, plain_text, tokens

_BLOCK: Final = r" {0,3}(?:!!!|\?\?\?\+?)[ \t]+update\b[^\"\n]*\"(?P<title>[^\"\n]*)\"[ \t]*\Z"
_INSERTED: Final = r"<ins\b[^<>]*>"
_TITLE: Final = (
    r"\s*(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?)"
    r"\s*(?:[:,–—-](?P<text>.*))?\Z"
)
"""The patterns are compiled for the first post with the word; few have it."""


class FoundUpdate(NamedTuple):
    """A dated update, as written."""

    day: str
    text: str
    """The text after the day, or empty."""
    line: int
    """Counted from 1, in the body."""
    anchor: str
    """Fragment of its place on the page."""


def find_updates(body: str) -> tuple[FoundUpdate, ...]:
    """Return the dated updates of a Markdown or HTML body, in its order; code is ignored."""
    lower = body.lower()
    if "update" not in lower and "<ins" not in lower:
        return ()
    names: Counter[str] = Counter()
    found: list[FoundUpdate] = []
    for number, line in outside_fences(body):
        block = re.match(_BLOCK, line, flags=re.IGNORECASE)
        titles = [block["title"]] if block else _inserted(with_code(line, lambda _: ""))
        days = [read for title in titles if (read := re.match(_TITLE, title, flags=re.DOTALL))]
        found += [
            FoundUpdate(read["day"], (read["text"] or "").strip(), number, _anchor(read["day"], names)) for read in days
        ]
    return tuple(found)


def _inserted(line: str) -> list[str]:
    return [attributes(tag[0]).get("datetime", "") for tag in re.finditer(_INSERTED, line, flags=re.IGNORECASE)]


def _anchor(day: str, names: Counter[str]) -> str:
    name = "update-" + re.sub(r"\D+", "-", day[:10]).strip("-")
    names[name] += 1
    return name if names[name] == 1 else f"{name}-{names[name]}"


def with_anchors(html: str) -> str:
    """Return the HTML of a post with the anchors of `find_updates()` at its dated updates."""
    names: Counter[str] = Counter()
    out: list[str] = []
    tag: int | None = None  # index in `out` of the tag of the update whose title is read
    title: list[str] | None = None
    for token in tokens(html):
        out.append(token.text)
        if title is not None and tag is not None:
            if token.kind != "end" or token.name not in {"p", "summary"}:
                title.append(token.text)
                continue
            out[tag] = _with_anchor(out[tag], plain_text("".join(title)), names)
            tag = title = None
        elif token.kind == "start":
            if tag is not None and _is_title(token):
                title = []
                continue
            tag = len(out) - 1 if token.name in {"div", "details"} and "update" in _classes(token) else None
            if token.name == "ins":
                out[-1] = _with_anchor(token.text, attributes(token.text).get("datetime", ""), names)
        elif not token.text.isspace():
            tag = None
    return "".join(out)


def _classes(token: Token) -> list[str]:
    return attributes(token.text).get("class", "").lower().split() if "class" in token.text.lower() else []


def _is_title(token: Token) -> bool:
    return token.name == "summary" or (token.name == "p" and "admonition-title" in _classes(token))


def _with_anchor(tag: str, written: str, names: Counter[str]) -> str:
    """Return the tag of an update with its anchor; with an `id`, or without a date, it is unchanged."""
    read = re.match(_TITLE, written, flags=re.DOTALL)
    if read is None:
        return tag
    anchor = _anchor(read["day"], names)
    return tag if "id" in attributes(tag) else f'{tag[:-1]} id="{anchor}">'
