"""Reads YAML as plain data in which every value has its line and column.

The tree is built from libyaml's events, so that its bounds hold while it is read: a hundred thousand nested lists cost
quadratic time and crash the composer, and nine aliases of nine aliases are a billion values.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import yaml

from mkdocs_journal.front_matter.usual_yaml import read_usual
from mkdocs_journal.front_matter.yaml_errors import OPEN_QUOTE, explained, is_reported_where_it_begins
from mkdocs_journal.front_matter.yaml_values import ListValue, MapValue, Scalar, Value

try:
    from yaml import CLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import Loader as _Loader  # type: ignore[assignment]

__all__ = ["ListValue", "MapValue", "Scalar", "Value", "YamlError", "read_document", "read_yaml"]

MAX_DEPTH: Final = 20
MAX_EVENTS: Final = 5_000
MAX_ALIASES: Final = 50
MAX_DIRECTIVES: Final = 50
_USUAL_LENGTH: Final = 2_000
"""Characters of front matter that is tried to be read line by line; nearly all is shorter."""
_AROUND: Final = 6
"""Events that every document with a map has: the beginnings and ends of stream, document and map."""

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSHOWN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML forbids (https://www.w3.org/TR/xml/#charsets), and DEL."""
LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
"""Line ends in YAML 1.1 and libyaml, but not in YAML 1.2 and editors."""
_CONFLICT: Final = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_PLAIN_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)


class YamlError(ValueError):
    """The text is not valid YAML, or exceeds the limits for plain data.

    Attributes:
        code: The kind of the problem, a key of the catalogue.
        line: Where in the file, counted from 1.
        column: Where in the line, counted from 1.
        values: The values for the wording of the kind.
    """

    def __init__(self, code: str, line: int, column: int, **values: object) -> None:
        super().__init__(f"{code} at {line}:{column}")
        self.code = code
        self.line = line
        self.column = column
        self.values = values


class TakenOut(NamedTuple):
    """A character written as an escape that HTML and feeds do not allow."""

    key: str
    """The top-level key of the value, or empty."""
    character: str
    line: int
    column: int
    """The place of the value that contained it."""


class Document(NamedTuple):
    """A YAML document, read."""

    value: Value | None
    """None for an empty document."""
    taken_out: tuple[TakenOut, ...] = ()


def read_yaml(text: str, *, first_line: int = 1, max_events: int = MAX_EVENTS) -> Value | None:
    """Return the value of `read_document()`."""
    return read_document(text, first_line=first_line, max_events=max_events).value


def read_document(text: str, *, first_line: int = 1, max_events: int = MAX_EVENTS) -> Document:
    r"""Read one YAML document as plain data.

    Args:
        text: The document, line ends `\n`.
        first_line: The line of the file in which `text` begins, counted from 1.
        max_events: The most YAML events, about two for each value; twice as many values after aliases are followed.

    Returns:
        The value, and what was taken out of its texts.

    Raises:
        YamlError: The text is not valid YAML, has a tag, several documents or a forbidden character, or exceeds a limit.

    Source: https://yaml.org/spec/1.2.2/ (as far as libyaml reads it)
    """
    few = len(text) <= _USUAL_LENGTH and len(text) + _AROUND <= max_events  # an event has a character at least
    if few and (usual := read_usual(text, first_line)):
        return Document(usual)
    return document_of_events(text, first_line=first_line, max_events=max_events)


def document_of_events(text: str, *, first_line: int = 1, max_events: int = MAX_EVENTS) -> Document:
    """Return what `read_document()` returns; the plain way, which reads every document."""
    if bad := _FORBIDDEN.search(text):
        line, column = _position(text, bad.start(), first_line)
        raise YamlError("J110", line, column, found=f"U+{ord(bad[0]):04X}")
    if conflict := _CONFLICT.search(text):
        line, column = _position(text, conflict.start(), first_line)
        raise YamlError("J105", line, column)
    if text.count("\n%") > MAX_DIRECTIVES:  # the reader compares each with all before it
        raise YamlError("J109", first_line, 1, found="too many directives (%)", limit=MAX_DIRECTIVES)
    if LINE_ENDS.search(text):
        text = LINE_ENDS.sub(" ", text)
    builder = _Builder(text, first_line, max_events)
    return Document(builder.document(), tuple(builder.taken_out))


def _position(text: str, index: int, first_line: int) -> tuple[int, int]:
    return first_line + text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1) + 1


class _Builder:
    """Builds values from YAML events and checks the limits."""

    def __init__(self, text: str, first_line: int, max_events: int) -> None:
        self.text = text
        self.first_line = first_line
        self.max_events = max_events
        self.anchors: dict[str, Value] = {}
        self.open_anchors: set[str] = set()
        self.sizes: dict[str, int] = {}
        self.counted = self.aliases = self.values = 0
        self.taken_out: list[TakenOut] = []
        self.key = ""
        self.last: yaml.Event | None = None

    def document(self) -> Value | None:
        """Return the one document of the stream."""
        events = self._events()
        found: Value | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error("J106", event, reason="a second document begins", advice="remove the line ---")
            elif isinstance(event, yaml.NodeEvent):
                found = self._value(event, events, 1)
        return found

    def _events(self) -> Iterator[yaml.Event]:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self.counted += 1
                if self.counted > self.max_events:
                    raise self._error("J109", event, found="too many values", limit=f"{self.max_events:,} YAML events")
                self.last = event
                yield event
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from None

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise self._error("J109", event, found="nested too deeply", limit=f"{MAX_DEPTH} levels")
        self._count(1, event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if tag is not None and tag != "!" and tag not in _PLAIN_TAGS:
            raise self._error("J108", event, found=tag.replace("tag:yaml.org,2002:", "!!"))
        before = self.values
        if anchor:
            self.open_anchors.add(anchor)
        value = self._node(event, events, depth)
        if anchor:
            self.open_anchors.discard(anchor)
            self.anchors[anchor] = value
            self.sizes[anchor] = self.values - before + 1
        return value

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Value:
        line, column = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            if event.style == '"' and (bad := _UNSHOWN.search(text)):  # only possible through an escape
                self.taken_out.append(TakenOut(self.key, bad[0], line, column))
                text = _UNSHOWN.sub("", text)
            return Scalar(text, line, column, bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(child := next(events), yaml.SequenceEndEvent):
                items.append(self._value(child, events, depth + 1))
            return ListValue(tuple(items), line, column)
        entries: list[tuple[Scalar, Value]] = []
        merged: list[tuple[Scalar, Value]] = []
        while not isinstance(child := next(events), yaml.MappingEndEvent):
            key = self._value(child, events, depth + 1)
            if depth == 1 and isinstance(key, Scalar):
                self.key = key.text
            value = self._value(next(events), events, depth + 1)
            if isinstance(key, Scalar) and key.text == "<<" and not key.quoted:
                merged.extend(_merged(value))
            elif isinstance(key, Scalar):
                entries.append((key, value))
        own = {key.text for key, _ in entries}
        entries[:0] = {key.text: (key, value) for key, value in merged if key.text not in own}.values()
        return MapValue(tuple(entries), line, column)

    def _alias(self, event: yaml.AliasEvent) -> Value:
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise self._error("J109", event, found="too many aliases", limit=MAX_ALIASES)
        name = event.anchor
        if name in self.open_anchors:
            raise self._error("J109", event, found=f"*{name} contains itself: endless levels", limit=f"{MAX_DEPTH} levels")
        if name not in self.anchors:
            reason = f"the alias *{name} has no anchor &{name}"
            raise self._error("J106", event, reason=reason, advice="put the value in quotes")
        self._count(self.sizes[name], event)
        return self.anchors[name]

    def _count(self, number: int, event: yaml.Event) -> None:
        self.values += number
        if self.values > 2 * self.max_events:
            raise self._error("J109", event, found="too many values through aliases", limit=f"{2 * self.max_events:,}")

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (self.first_line + mark.line, mark.column + 1) if mark else (self.first_line, 1)

    def _error(self, code: str, event: yaml.Event, **values: object) -> YamlError:
        line, column = self._place(event)
        return YamlError(code, line, column, **values)

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> YamlError:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if "nesting depth" in str(error.problem):
            return YamlError(
                "J109", self.first_line + line, column + 1, found="nested too deeply", limit=f"{MAX_DEPTH} levels"
            )
        problem = error.problem or "not valid YAML"
        begun = self.last.start_mark if self.last and "node content" in problem else error.context_mark
        reason, advice = explained(problem, self.text.split("\n"), line, begun.line if begun else line)
        if (opened := self._open_quote(line)) is not None:
            return YamlError("J106", *self._place(opened), reason=OPEN_QUOTE[0], advice=OPEN_QUOTE[1])
        if begun and is_reported_where_it_begins(problem, line - begun.line):
            line, column = begun.line, begun.column
        return YamlError("J106", self.first_line + line, column + 1, reason=reason, advice=advice)

    def _open_quote(self, line: int) -> yaml.Event | None:
        """Return the value just read if its quote was never closed: it goes on until the next quote in another line."""
        last = self.last
        quoted = isinstance(last, yaml.ScalarEvent) and last.style in {"'", '"'}
        if not quoted or not last or not last.start_mark or not last.end_mark:
            return None
        return last if last.start_mark.line < last.end_mark.line == line else None


def _merged(value: Value) -> list[tuple[Scalar, Value]]:
    """Return the entries that a merge key `<<` brings."""
    if isinstance(value, MapValue):
        return list(value.entries)
    if isinstance(value, ListValue):
        return [entry for item in reversed(value.items) for entry in _merged(item)]
    return []
