"""Dated updates inside a post: `!!! update "2025-05-05: text"`, and `<ins datetime="2025-05-05">`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mkdocs_journal.text.html import attributes, plain_text

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_BLOCK: Final = re.compile(r" {0,3}(?:!!!|\?\?\?\+?)[ \t]+update\b[^\"\n]*\"(?P<title>[^\"\n]*)\"[ \t]*\Z", re.IGNORECASE)
_INSERTED: Final = re.compile(r"<ins\b[^<>]*>", re.IGNORECASE)
_CODE: Final = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_TITLE: Final = re.compile(
    r"\s*(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?)"
    r"\s*(?:[:,–—-]\s*(?P<text>.*?)\s*)?\Z",
    re.DOTALL,
)
_MARKED: Final = re.compile(
    r"<(?P<tag>(?:div|details)\b[^<>]*\bclass=\"[^\"<>]*\bupdate\b[^\"<>]*\"[^<>]*)>"
    r"(?P<title>\s*<(?:p class=\"admonition-title\"|summary)>(?P<words>.*?)</(?:p|summary)>)"
    r"|<(?P<inserted>ins\b[^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundUpdate:
    """A dated update, as its author wrote it."""

    day: str
    text: str
    """What stands behind the day, or empty."""
    line: int
    """Counted from 1, in the body."""
    anchor: str
    """Fragment of its place on the page."""


def find_updates(body: str) -> tuple[FoundUpdate, ...]:
    """Return the dated updates of a Markdown or HTML body, in its order; what stands in code is none."""
    if "update" not in body.lower() and "<ins" not in body.lower():
        return ()
    names: Counter[str] = Counter()
    found: list[FoundUpdate] = []
    for number, line in _lines(body):
        block = _BLOCK.match(line)
        titles = [block["title"]] if block else [attributes(tag[0]).get("datetime", "") for tag in _INSERTED.finditer(line)]
        days = [said for title in titles if (said := _TITLE.match(title))]
        found += [FoundUpdate(said["day"], said["text"] or "", number, _anchor(said["day"], names)) for said in days]
    return tuple(found)


def _lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside fenced code with their numbers, without what is code in them."""
    fence = ""
    for number, line in enumerate(body.split("\n"), 1):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif opened:
            fence = opened[1]
        else:
            yield number, _CODE.sub("", line) if "`" in line and not _BLOCK.match(line) else line


def _anchor(day: str, names: Counter[str]) -> str:
    name = "update-" + re.sub(r"\D+", "-", day[:10]).strip("-")
    names[name] += 1
    return name if names[name] == 1 else f"{name}-{names[name]}"


def with_anchors(html: str) -> str:
    """Return the HTML of a post whose dated updates have the anchors that `find_updates()` gives them."""
    names: Counter[str] = Counter()

    def marked(found: re.Match[str]) -> str:
        tag = found["tag"] or found["inserted"]
        written = plain_text(found["words"]) if found["tag"] else attributes(f"<{tag}>").get("datetime", "")
        said = _TITLE.match(written)
        if said is None:
            return found[0]
        anchor = _anchor(said["day"], names)
        return found[0] if re.search(r"\sid\s*=", tag) else f'<{tag} id="{anchor}">{found["title"] or ""}'

    return _MARKED.sub(marked, html)
