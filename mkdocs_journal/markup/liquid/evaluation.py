"""Evaluates the Liquid in a body: known values replace it, the rest is set aside as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from mkdocs_journal.markup.liquid.expressions import evaluate
from mkdocs_journal.markup.liquid.known_values import Known, Unknown
from mkdocs_journal.markup.liquid.scanning import Mark, scan

TAGS, OUTPUTS, CODE = 0xF0000, 0xF8000, 0x100000
"""The first placeholder for tags, for outputs, and for highlighted code."""
MOST: Final = 0x7FF0
"""The number of placeholders of each kind; what comes after them stays as written."""
_RESERVED: Final = re.compile("[\U000f0000-\U0010ffff]")
_LANGUAGE: Final = re.compile(r"([a-zA-Z0-9.+#_-]++)((?:\s++\w++(?:=(?:\w++|\"[^\"]*+\"))?)*+)\s*+\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """Liquid that could not be evaluated."""

    start: int
    """Its position in the body."""
    written: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Code between `highlight` and `endhighlight`."""

    code: str
    language: str


@dataclass(slots=True)
class Evaluated:
    """A body after Liquid."""

    text: str = ""
    kept: dict[str, Kept] = field(default_factory=dict)
    """By the placeholder in the text."""
    listings: dict[str, Listing] = field(default_factory=dict)
    """By the placeholder in the text."""
    strange: list[tuple[int, str]] = field(default_factory=list)
    """Filters that neither Liquid nor Jekyll has, with their positions; they are ignored."""


def evaluate_body(body: str, known: Known, markdownify: Callable[[str], str]) -> Evaluated:
    """Evaluate the Liquid of a body.

    Args:
        body: The text.
        known: The values known of the post and the site.
        markdownify: Converts a text in kramdown to HTML.
    """
    if "{%" not in body and "{{" not in body:
        return Evaluated(body)
    reading = _Reading(body, known, markdownify)
    reading.walk(0, len(reading.marks), 0, len(body))
    reading.result.text = "".join(reading.out)
    return reading.result


def _free(first: int, taken: frozenset[str]) -> Iterator[str]:
    """Yield the characters of a range that a body does not have itself."""
    return (sign for sign in map(chr, range(first, first + MOST)) if sign not in taken)


class _Reading:
    """Goes through the tags and outputs of a body."""

    def __init__(self, body: str, known: Known, markdownify: Callable[[str], str]) -> None:
        self.body = body
        self.known = known
        self.markdownify = markdownify
        self.marks = scan(body)
        taken = frozenset(_RESERVED.findall(body))
        self.signs = {first: _free(first, taken) for first in (TAGS, OUTPUTS, CODE)}
        self.out: list[str] = []
        self.result = Evaluated()
        self.listing = False

    def walk(self, first: int, last: int, start: int, end: int) -> None:
        """Append the text between two positions, with the tags and outputs in it."""
        number, pos, trimmed = first, start, False
        while number < last:
            mark = self.marks[number]
            self._text(self.body[pos : mark.start], before=trimmed, after=mark.trims_before)
            closing = self.marks[mark.closing] if mark.closing >= 0 else mark
            self._mark(number)
            number = mark.closing + 1 if mark.closing >= 0 else number + 1
            pos, trimmed = closing.end, closing.trims_after
        self._text(self.body[pos:end], before=trimmed, after=False)

    def _text(self, text: str, *, before: bool, after: bool) -> None:
        text = text.lstrip() if before else text
        self.out.append(text.rstrip() if after else text)

    def _mark(self, number: int) -> None:
        mark = self.marks[number]
        try:
            self.out.append(self._output(mark) if not mark.name else self._tag(number))
        except Unknown:
            self._keep(mark)

    def _keep(self, mark: Mark) -> None:
        """Keep a tag with everything up to its closing tag, or an output, as written."""
        closing = self.marks[mark.closing] if mark.closing >= 0 else mark
        written = self.body[mark.start : closing.end]
        sign = next(self.signs[TAGS if mark.name else OUTPUTS], "")
        if sign:
            self.result.kept[sign] = Kept(mark.start, written)
        self.out.append(sign or written)

    def _output(self, mark: Mark) -> str:
        text, strange = evaluate(mark.inside, self.known, self.markdownify)
        self.result.strange += [(mark.start, name) for name in strange]
        return _RESERVED.sub("\ufffd", text)

    def _tag(self, number: int) -> str:
        mark = self.marks[number]
        closing = self.marks[mark.closing] if mark.closing >= 0 else None
        if mark.name in ("raw", "comment") and closing:
            return self.body[mark.end : closing.start] if mark.name == "raw" else ""
        if mark.name == "highlight" and closing:
            return self._listing(number, mark, closing)
        find = {"post_url": self.known.post_url, "link": self.known.link}.get(mark.name)
        address = find(self._name(mark.inside)) if find else None
        if address is None:
            raise Unknown(mark.name)
        return _RESERVED.sub("\ufffd", address)

    def _name(self, text: str) -> str:
        """Return the name in `post_url` or `link`, which may contain outputs."""
        inner = evaluate_body(text, self.known, self.markdownify) if "{{" in text else None
        if inner and inner.kept:
            raise Unknown(text)
        return (inner.text if inner else text).strip()

    def _listing(self, number: int, mark: Mark, closing: Mark) -> str:
        """Read code between `highlight` and `endhighlight`, in which Liquid is evaluated."""
        language = _LANGUAGE.match(mark.inside)
        sign = "" if language is None or self.listing else next(self.signs[CODE], "")
        if language is None or not sign:
            raise Unknown(mark.inside)
        outer, self.out, self.listing = self.out, [], True
        self.walk(number + 1, mark.closing, mark.end, closing.start)
        code, self.out, self.listing = "".join(self.out), outer, False
        self.result.listings[sign] = Listing(code.strip("\r\n"), language[1].lower())
        return f'\n<figure class="highlight">{sign}</figure>\n'
