"""The front matter of a file as text: where each key and value is, and the file with one of them changed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.headers import read_header
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import LINE_ENDS, MapValue, Value, YamlError, read_document, read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.source import decode
from mkdocs_journal.front_matter.split import split_front_matter

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING: Final = re.compile(r"\ufeff*---[ \t]*(\r\n?|\n)")
_CLOSING: Final = re.compile(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_LINE_END: Final = re.compile(r"\r\n?|\n|\Z")


class EditError(ValueError):
    """A file cannot be edited; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """A scalar of a file."""

    text: str
    """Its text as YAML reads it."""
    start: int
    """Index of its first character in the file, its quote included."""
    end: int
    """Index behind its last character."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of front matter with its value."""

    key: Span
    name: str
    """The key, normalised; of a key in a map `date.created`."""
    start: int
    """Index of the first character of the value."""
    end: int
    """Index behind the last character of the value; equal to `start` if it is empty."""
    scalars: tuple[Span, ...]
    """The scalars of a list or text, at any depth; empty if the value contains a map or an alias."""
    is_list: bool
    below: tuple[Entry, ...] = ()
    """The keys of a map."""


class FrontMatterText:
    """A file, its line ends and byte-order mark as they are, and the spans of its front matter."""

    def __init__(self, text: str) -> None:
        """Read the front matter.

        Args:
            text: The file, decoded and otherwise unchanged.

        Raises:
            EditError: The front matter cannot be read, or is a map in braces.
        """
        self.text = text
        first_end = _LINE_END.search(text)
        self.newline = (first_end and first_end[0]) or "\n"
        self.entries: tuple[Entry, ...] = ()
        self._start = self._end = 0
        try:
            parts = split_front_matter(decode(text.encode()))
            read_document(parts.yaml)
        except (FrontMatterError, YamlError) as error:
            raise EditError("its front matter cannot be read; run `mkdocs-journal check` to see why") from error
        opening = _OPENING.match(text)
        closing = _CLOSING.search(text, opening.end()) if opening else None
        if not (opening and closing) and (parts.line > 1 or read_header(parts.body)):
            raise EditError("its header is in another form; write it between two lines --- that end with a line feed")
        if opening and closing:
            self._start, self._end = opening.end(), closing.start()
            block = LINE_ENDS.sub(" ", text[self._start : self._end])
            self.entries = tuple(_entries(block, self._start))

    def entry(self, *names: str) -> Entry | None:
        """Return the entry of the first of some names that is there, of several the last, as front matter is read.

        Args:
            names: Normalised keys; `date.created` is a key in a map.
        """
        plain_keys = (entry for entry in self.entries if "." not in entry.name)
        found = {inner.name: inner for entry in plain_keys for inner in (entry, *entry.below)}
        return next((found[name] for name in names if name in found), None)

    def with_value(self, name: str, value: str, *, aliases: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> str:
        """Return the file with the value of a key replaced, or with the key added.

        Args:
            name: The key.
            value: The value, one line of YAML.
            aliases: Other names of the key; the first one that is there is changed.
            below: Keys below which a new key is added, the best first; without one of them at the end.

        Raises:
            EditError: The front matter is written in a form in which this would change something else.
        """
        if entry := self.entry(name, *aliases):
            return self.with_value_of(entry, value)
        line = f"{self._indentation}{name}: {value}{self.newline}"
        if not self._end:
            fence, body = f"---{self.newline}", self.text.lstrip("\ufeff")
            mark = self.text[: len(self.text) - len(body)]
            return self._checked(f"{mark}{fence}{line}{fence}{body}", name)
        place = next((self._line_end(entry.end) for key in below if (entry := self.entry(key))), self._end)
        return self._checked(self.text[:place] + line + self.text[place:], name)

    def with_value_below(self, entry: Entry, name: str, value: str) -> str:
        """Return the file with the value of a key in a map replaced, or with the key added before the others.

        Args:
            entry: An entry whose value is a map with keys.
            name: The key.
            value: The value, one line of YAML.
        """
        if inner := self.entry(f"{entry.name}.{name}"):
            return self.with_value_of(inner, value)
        place = entry.below[0].key.start
        blanks = self.text[self._line_start(place) : place]
        end = ", " if self.text.startswith("{", entry.start) else self.newline + blanks
        if end != ", " and not blanks.isspace():
            raise EditError(f"its front matter is written in an unusual form; change {entry.name}.{name} by hand")
        return self._checked(f"{self.text[:place]}{name}: {value}{end}{self.text[place:]}", f"{entry.name}.{name}")

    def with_value_of(self, entry: Entry, value: str) -> str:
        """Return the file with the value of an entry replaced by one line of YAML, which follows the key."""
        name, between = entry.name, self.text[entry.key.end : entry.start]
        if "\n" not in between and "\r" not in between:
            blank = "" if between.endswith((" ", "\t")) else " "
            return self._checked(self.text[: entry.start] + blank + value + self.text[entry.end :], name)
        colon, _, comment = between.partition(":")
        before = f"{self.text[: entry.key.end]}{colon}: {value}"
        comment = comment.rstrip() if comment.strip() else ""
        return self._checked(before + comment + self.text[entry.end :], name)

    def without(self, name: str, *aliases: str) -> str:
        """Return the file without a key, with the comment behind its value.

        Raises:
            EditError: The front matter is written in a form in which this would change something else.
        """
        removed = [
            (self._line_start(entry.key.start), self._line_end(entry.end))
            for entry in self.entries
            if entry.name in {name, *aliases}
        ]
        return self._checked(self._replaced((start, end, "") for start, end in removed), name, *aliases)

    def with_spans(self, name: str, changes: dict[Span, str]) -> str:
        """Return the file with some scalars in the value of a key replaced by YAML.

        Raises:
            EditError: The front matter is written in a form in which this would change something else.
        """
        order = sorted(changes, key=lambda span: span.start)
        return self._checked(self._replaced((span.start, span.end, changes[span]) for span in order), name)

    def _checked(self, text: str, *names: str) -> str:
        """Return an edited file in which only some keys may differ, or raise."""
        try:
            same = _besides(text, names) == _besides(self.text, names)
        except (FrontMatterError, YamlError):
            same = False
        if not same:
            raise EditError(f"its front matter is written in an unusual form; change {names[0]} by hand")
        return text

    def _replaced(self, changes: Iterable[tuple[int, int, str]]) -> str:
        """Return the file with parts replaced, given in order by start, end and new text."""
        pieces, end = [], 0
        for start, behind, new in changes:
            pieces += [self.text[end:start], new]
            end = behind
        return "".join([*pieces, self.text[end:]])

    @property
    def _indentation(self) -> str:
        """Blanks before each key."""
        if not self.entries:
            return ""
        first = self.entries[0].key.start
        blanks = self.text[self._line_start(first) : first]
        return blanks if blanks.isspace() else ""

    def _line_start(self, index: int) -> int:
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def _line_end(self, index: int) -> int:
        found = _LINE_END.search(self.text, index)
        return found.end() if found else len(self.text)


def _besides(text: str, names: tuple[str, ...]) -> tuple[list[tuple[str, object]], str]:
    """Return the keys of a file besides some, also in maps, with their values as plain data, and its body."""
    parts = split_front_matter(decode(text.encode()))
    return list(_kept(read_yaml(parts.yaml), names, "")), parts.body


def _kept(value: Value | None, names: tuple[str, ...], above: str) -> Iterator[tuple[str, object]]:
    """Yield the keys of a map besides some; a map that one of these is in is taken apart."""
    for key, item in value.entries if isinstance(value, MapValue) else ():
        name = f"{above}{normalised(key.text)}"
        if isinstance(item, MapValue) and any(one.startswith(f"{name}.") for one in names):
            yield from _kept(item, names, f"{name}.")
        elif name not in names:
            yield above + key.text, plain(item)


def _entries(block: str, offset: int) -> Iterator[Entry]:
    """Yield the top-level entries of a block of YAML that can be read.

    Raises:
        EditError: The block is a map in braces.
    """
    events = iter(yaml.parse(block, Loader=_Loader))
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            if event.flow_style:
                raise EditError("its front matter is in braces; write each key on a line of its own")
            break
    yield from _of_map(events, "", block, offset)


def _of_map(events: Iterator[yaml.Event], above: str, block: str, offset: int) -> Iterator[Entry]:
    """Yield the entries of a map, of which the events behind its first are given."""
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        deque(_rest(event, events), maxlen=0)
        first = next(events)
        value = [first, *_rest(first, events)]
        if isinstance(event, yaml.ScalarEvent):
            yield _entry(_span(event, block, offset), above, value, block, offset)


def _rest(event: yaml.Event, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Yield the events of a node behind its first."""
    depth = int(isinstance(event, yaml.CollectionStartEvent))
    while depth:
        inner = next(events)
        depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)
        yield inner


def _entry(key: Span, above: str, value: list[yaml.Event], block: str, offset: int) -> Entry:
    first, name = value[0], above + normalised(key.text)
    flow = isinstance(first, yaml.CollectionStartEvent) and first.flow_style
    last = value[-1] if flow or len(value) == 1 else [event for event in value if not _ends_block(event)][-1]
    start, end = _index(first.start_mark), _index(last.end_mark)
    end = start + len(block[start:end].rstrip())
    simple = not any(isinstance(event, yaml.MappingStartEvent | yaml.AliasEvent) for event in value)
    scalars = tuple(_span(event, block, offset) for event in value if isinstance(event, yaml.ScalarEvent)) if simple else ()
    is_map = isinstance(first, yaml.MappingStartEvent)
    below = tuple(_of_map(iter(value[1:]), f"{name}.", block, offset)) if is_map and not above else ()
    is_list = isinstance(first, yaml.SequenceStartEvent)
    return Entry(key, name, offset + start, offset + max(start, end), scalars, is_list, below)


def _ends_block(event: yaml.Event) -> bool:
    """Return whether an event has no text of its own: the end of a block is found where the next token begins."""
    return isinstance(event, yaml.CollectionEndEvent) and _index(event.start_mark) == _index(event.end_mark)


def _span(event: yaml.ScalarEvent, block: str, offset: int) -> Span:
    start, end = _index(event.start_mark), _index(event.end_mark)
    return Span(event.value, offset + start, offset + start + len(block[start:end].rstrip()))


def _index(mark: Any) -> int:
    """Return where a mark of YAML is in the block; events that were read have both marks."""
    return int(mark.index)
