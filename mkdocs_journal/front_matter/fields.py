"""Looks up front matter by key and collects its problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mkdocs_journal.addresses import is_web, uri_of
from mkdocs_journal.front_matter.defaults import NOWHERE, Default, merged
from mkdocs_journal.front_matter.keys import JEKYLL, NAMES, normalised
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.front_matter.near_keys import near_miss
from mkdocs_journal.front_matter.other_languages import NO as OTHER_NO
from mkdocs_journal.front_matter.other_languages import STATES, meant_in_english
from mkdocs_journal.front_matter.other_languages import YES as OTHER_YES
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem

MAX_TERMS: Final = 100
"""Limit for tags, categories or authors of one post, because each gets a page; ten times more than in real posts."""

WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
"""An http(s) address that is safe in the head of a page."""
_UNITED: Final = frozenset({"redirect_from", "aliases"})
"""Keys that are combined if they are given twice."""
YES: Final = frozenset({"true", "yes", "on", "y", "1"})
"""Values that mean yes, in any case."""
NO: Final = frozenset({"false", "no", "off", "n", "0"})
ANY_YES: Final = YES | OTHER_YES
ANY_NO: Final = NO | OTHER_NO
"""The same with the words of other languages, for keys of these."""


_Found = dict[str, tuple[tuple[str, Value], ...] | None]
"""The names and values of each known key of which a file has a name; None until they are looked up."""


class Fields:
    """The front matter of one file.

    Attributes:
        problems: The problems found so far.
        places: Line and column of the value of each key that was read.
        jekyll: Whether Jekyll's own keys are read as in Jekyll: exact spelling, no other names.
    """

    def __init__(
        self,
        front: MapValue | None,
        file: str,
        *,
        defaults: Mapping[str, Default] | None = None,
        jekyll: bool = False,
        named: str | None = None,
    ) -> None:
        """Look up front matter.

        Args:
            front: The front matter, or None.
            file: Its file as messages show it.
            defaults: Values of the option `defaults`.
            jekyll: Whether Jekyll's own keys are read as Jekyll does.
            named: A key named in an option, which therefore is known.
        """
        self.file = file
        self.jekyll = jekyll
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}
        self._keys: dict[str, str] = {}
        self._values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        entries = front.entries if front else ()
        for key, given in entries:
            name = self._name(key.text)
            value = self._twice(name, key, given, lines[name]) if name in lines else given
            self._keys[name], self._values[name], lines[name] = key.text, value, key.line
            self.places[name] = (value.line, value.column)
            if name not in _KNOWN and name != normalised(named or ""):
                self._report_unknown(name, key, given, entries)
        self._given = {name for name, value in self._values.items() if not (isinstance(value, Scalar) and value.null)}
        self._defaulted = {name for name, one in (defaults or {}).items() if not one.united} - self._given
        for name, default in (defaults or {}).items():
            own = self._values.get(name)
            self._values[name] = default.value if own is None else merged(default.value, own, unite=default.united)
            self._keys.setdefault(name, default.key)
        self._found: _Found = {known: None for name in self._values for known in _READ_AS.get(name, ())}

    def _report_unknown(self, name: str, key: Scalar, value: Value, entries: Iterable[tuple[Scalar, Value]]) -> None:
        """Report an unknown key that is probably a known one, misspelt or in another language."""
        if meant := meant_in_english(name):
            read = meant in STATES and isinstance(value, Scalar) and value.text.strip().casefold() in ANY_YES | ANY_NO
            others = {normalised(other.text) for other, _ in entries}
            if not read and not others.intersection(self.spellings(meant)):
                self.report("J210", key, key.text, meant=meant)
        elif meant := near_miss(name):
            self.report("J201", key, key.text, meant=meant)

    def _twice(self, name: str, key: Scalar, value: Value, line: int) -> Value:
        """Report a key that is given twice and return the value to use: the last, or both if each is an old address."""
        self._keys.pop(name)
        if self.jekyll or name not in _UNITED:
            self.report("J202", key, key.text, line=line, advice="this one is used, remove one")
            return value
        self.report("J202", key, key.text, line=line, advice="both are used, write one list")
        both = (self._values[name], value)
        items = [item for one in both for item in (one.items if isinstance(one, ListValue) else (one,))]
        return ListValue(tuple(items), value.line, value.column)

    def _name(self, key: str) -> str:
        """Return the name under which a key is looked up; in Jekyll `Tags` is not `tags`."""
        name = normalised(key)
        return key if self.jekyll and name in _JEKYLLS else name

    def report(self, code: str, at: Value | None, key: str, **values: object) -> None:
        """Report a problem at a value, else at the first line, or at the option `defaults` if the value is from there."""
        place = Place(self.file, 1)
        if at is not None:
            place = Place("defaults") if at.line == NOWHERE else Place(self.file, at.line, at.column)
        self.problems.append(problem(code, place, key, **values))

    def meta(self) -> Mapping[str, object]:
        """Return every key as written, with its value as plain data; for a key given twice the last value."""
        return {self._keys[name]: plain(value) for name, value in self._values.items()}

    def names(self) -> tuple[str, ...]:
        """Return the normalised keys in the order of the file."""
        return tuple(self._values)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Return the key `name` and the other names under which it is looked up."""
        return JEKYLL[name] if self.jekyll and name in JEKYLL else _SPELLINGS[name]

    def value(self, name: str) -> Value | None:
        """Return the value of one key, not of its aliases, or None; a dot in the name looks into a map."""
        if "." not in name:
            return self._values.get(name)
        outer, _, inner = name.partition(".")
        value = self._values.get(outer)
        if not isinstance(value, MapValue):
            return None
        return next((item for key, item in reversed(value.entries) if normalised(key.text) == inner), None)

    def as_written(self, name: str) -> str:
        """Return a key as written by its author, or the name itself if it is missing."""
        return self._keys.get(name, name)

    def own(self, name: str) -> Value | None:
        """Return the value of one key that the file itself gives, or None."""
        return self.value(name) if name in self._given else None

    def has(self, name: str) -> bool:
        """Return whether the file or the defaults have the key `name`, or one in which it is looked up."""
        return name in self._found

    def values(self, name: str) -> Iterable[tuple[str, Value]]:
        """Return the name and value of the key `name` and of its aliases, if present.

        If the file has one of them, defaults of the others are ignored, except those that are combined with it.
        """
        found = self._found.get(name, ())
        if found is None:
            found = self._found[name] = tuple(self._present(name))
        return found

    def _present(self, name: str) -> Iterator[tuple[str, Value]]:
        hidden = self._defaulted if self._defaulted and self._is_given(name) else ()
        for spelling in self.spellings(name):
            outer = _OUTER[spelling]
            if outer not in self._values or outer in hidden:
                continue
            if (value := self.value(spelling)) is not None:
                self.places.setdefault(name, (value.line, value.column))
                yield spelling, value

    def _is_given(self, name: str) -> bool:
        """Return whether the file itself has a key or its alias; false for `categories`, whose defaults are added."""
        return name != "categories" and any(_OUTER[spelling] in self._given for spelling in self.spellings(name))

    def text(self, name: str) -> str:
        """Return a text on one line, or empty; another kind of value is reported and ignored."""
        for spelling, value in self.values(name):
            if isinstance(value, Scalar):
                if not value.null and (text := " ".join(value.text.split())):
                    return text
            else:
                self.report_kind(spelling, value, name)
        return ""

    def address(self, name: str) -> str:
        """Return an http(s) address, or empty; another one is reported and ignored."""
        for spelling, value in self.values(name):
            if not isinstance(value, Scalar):
                self.report_kind(spelling, value, name)
            elif not value.null and (text := value.text.strip()):
                if WEB_ADDRESS.fullmatch(text) and is_web(text):
                    return uri_of(text)
                self.report("J602", value, spelling, found=Quoted(text))
        return ""

    def title(self) -> str:
        """Return the title on one line, or empty; with `compat: jekyll` a list is a title as well."""
        value = self.value("title")
        if self.jekyll and value is not None and not isinstance(value, Scalar):
            return written(value)
        return self.text("title")

    def flag(self, name: str, *, must: bool) -> bool | None:
        """Return whether a switch is on, or None if it is not given.

        Args:
            name: The key.
            must: Whether the post is refused when the value is neither yes nor no; else it is reported and ignored.
        """
        for spelling, value in self.values(name):
            if isinstance(value, Scalar):
                if value.null:
                    continue
                word = value.text.strip().casefold()
                if word in YES or word in NO:
                    return word in YES
            if must:
                self.report("J204", value, spelling, found=Quoted(written(value)))
            else:
                self.report_kind(spelling, value, name)
        return None

    def is_set(self, name: str, *, yes: bool) -> bool:
        """Return whether a switch is on (`yes`) or off. Other values are ignored: other tools use these keys too."""
        words = YES if yes else NO
        values = [value for _, value in self.values(name)]
        return any(isinstance(value, Scalar) and value.text.strip().casefold() in words for value in values)

    def report_kind(self, spelling: str, value: Value, name: str) -> None:
        """Report that the value of a key has the wrong type and is ignored."""
        kind = {Scalar: "text", ListValue: "list", MapValue: "map"}[type(value)]
        self.report("J203", value, spelling, found=Quoted(written(value)), kind=kind, form=NAMES[name].form)

    def report_too_many(self, name: str, count: int, most: int = MAX_TERMS) -> None:
        """Report that a post has too many terms or old addresses, so that it is refused."""
        if count > most:
            self.report("J402", next(value for _, value in self.values(name)), name, count=count, limit=most)


_KNOWN: Final = frozenset(spelling for key in NAMES.values() for spelling in (key.name, *key.aliases))
_JEKYLLS: Final = frozenset(spelling for spellings in JEKYLL.values() for spelling in spellings)


_SPELLINGS: Final = {name: (name, *key.aliases) for name, key in NAMES.items()}
_OUTER: Final = {spelling: spelling.partition(".")[0] for spelling in _KNOWN}
"""The key of a file in which a known key is looked up: another one if there is a dot in its name."""
_READ_AS: Final = {
    outer: tuple(name for name, spellings in _SPELLINGS.items() if outer in map(_OUTER.get, spellings))
    for outer in _OUTER.values()
}
"""The keys that are looked up in a key of a file: `date` itself, and `last_updated`, which may be inside of it."""


def written(value: Value) -> str:
    """Return a value roughly as its author wrote it, for messages."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return "[" + ", ".join(written(item) for item in value.items[:10]) + "]"
    return "{" + ", ".join(f"{key.text}: {written(item)}" for key, item in value.entries[:10]) + "}"
