"""Reads the body of a post written for Jekyll: first Liquid, then kramdown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

from mkdocs_journal.markup.kramdown.body import Written, write_body
from mkdocs_journal.markup.kramdown.html_writing import SiteParts
from mkdocs_journal.markup.kramdown.link_syntax import FOOTNOTE
from mkdocs_journal.markup.kramdown.spans import LEFTOVER
from mkdocs_journal.markup.liquid.evaluation import Evaluated, evaluate_body
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.shown import Shown
from mkdocs_journal.text.tokens import tokens

_CODE: Final = frozenset({"pre", "code", "samp", "kbd", "script", "style", "textarea"})
"""Elements in which Liquid is shown as it is written."""
_LEFTOVER: Final = re.compile(rf"(?=({LEFTOVER.pattern}|{FOOTNOTE.pattern}|\*?\[[^\n\]]{{1,300}}+\]:))", re.ASCII)
"""A leftover of kramdown; looked for at each place, since one may stand in another."""
_SIGN: Final = re.compile("[\U000f0000-\U0010fff0]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for the table of contents."""

    level: int
    id: str
    name: str
    """HTML."""


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a body."""

    html: str
    headings: tuple[Entry, ...]
    shown: tuple[Shown, ...]
    """Parts that are shown as written, in the order of the body."""


def read_body(text: str, known: Known, parts: SiteParts | None = None) -> Body:
    r"""Read a body and write its HTML.

    Args:
        text: The body, line ends `\n`.
        known: The values known to Liquid; `site.kramdown` contains the options of kramdown.
        parts: Functions of the site for some parts of it.
    """
    parts = parts or SiteParts()
    given = known.site.get("kramdown")
    options = given if isinstance(given, Mapping) else None
    evaluated = evaluate_body(text, known, lambda part: write_body(part, parts, options).html)
    written = write_body(evaluated.text, parts, options)
    page = _Page(evaluated, parts)
    html = page.filled(written.html)
    headings = tuple(Entry(heading.level, heading.id, page.filled(heading.name)) for heading in written.headings)
    return Body(html, headings, tuple(_shown(text, evaluated, written, page.outside_code)))


class _Page:
    """Restores what was set aside while kramdown was read."""

    def __init__(self, evaluated: Evaluated, parts: SiteParts) -> None:
        self.kept = evaluated.kept
        self.listings = evaluated.listings
        self.highlight = parts.highlight
        self.outside_code: set[str] = set()
        """Placeholders of what is shown outside code."""

    def filled(self, html: str) -> str:
        """Return HTML with unevaluated Liquid as written, and with highlighted listings."""
        if not self.kept and not self.listings:
            return html
        out, code = [], 0
        for token in tokens(html):
            if token.name in _CODE:
                code = max(0, code + (-1 if token.kind == "end" else 1))
            in_text = token.kind in {"text", "raw", "cdata"}
            out.append(_SIGN.sub(partial(self._in_text, in_code=code > 0) if in_text else self._in_tag, token.text))
        return "".join(out)

    def _in_text(self, found: re.Match[str], *, in_code: bool) -> str:
        sign = found[0]
        if sign in self.listings:
            return self._listing(sign)
        if sign not in self.kept:
            return sign
        written = escape(self.kept[sign].written, quote=False)
        if in_code:
            return written
        self.outside_code.add(sign)
        return f'<samp class="journal-liquid">{written}</samp>'

    def _in_tag(self, found: re.Match[str]) -> str:
        sign = found[0]
        if sign in self.listings:
            return escape(self.listings[sign].code)
        if sign not in self.kept:
            return sign
        self.outside_code.add(sign)
        return escape(self.kept[sign].written)

    def _listing(self, sign: str) -> str:
        listing = self.listings[sign]
        code = "".join(self.kept[c].written if c in self.kept else c for c in listing.code)
        return self.highlight(code, listing.language)


def _shown(text: str, evaluated: Evaluated, written: Written, outside_code: set[str]) -> Iterator[Shown]:
    """Return what the page shows as written, in the order of the body."""
    found: list[tuple[int, str, str]] = [
        (kept.start, "liquid", kept.written) for sign, kept in evaluated.kept.items() if sign in outside_code
    ]
    found += [(start, "filter", name) for start, name in evaluated.strange]
    pos, places = 0, _places(text) if written.leftovers else {}
    for leftover in written.leftovers:
        starts = places.get(leftover, [0])
        later = bisect_left(starts, pos)
        start = starts[later if later < len(starts) else 0]
        found.append((start, "kramdown", leftover))
        pos = start + len(leftover)
    line, before = 1, 0
    for start, kind, what in sorted(found):
        line += text.count("\n", before, start)
        before = start
        yield Shown(kind, what, line, start - text.rfind("\n", 0, start))


def _places(text: str) -> Mapping[str, list[int]]:
    """Return where in a body each text stands that kramdown may leave as it is."""
    places: dict[str, list[int]] = {}
    for found in _LEFTOVER.finditer(text):
        places.setdefault(found[1], []).append(found.start())
    return places
