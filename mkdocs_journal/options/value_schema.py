"""JSON Schema of what the reader of an option takes, found by trying values.

A schema never refuses what its reader takes. It takes more where only the reader knows, as with patterns of addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

Reader = Callable[[object], object]
_NONSENSE: Final = ("surely not one of the words", "qzx")
"""Texts that are taken only where any text is, or any name."""
_SAMPLES: Final[Sequence[object]] = (True, False, 1, 20, 0.5, "qzx", [], {})
_WORD: Final = re.compile(r"[\w.-]+")
_LARGEST: Final = 2**40
_DEPTH: Final = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """A reader, and what may be worth trying."""

    read: Reader
    """Returns the checked value; raises ValueError."""
    written: Sequence[object]
    """Values of the right kind, such as a default and an example."""
    words: Sequence[str]
    """Names that may be the only texts that are taken, or names in a map."""
    depth: int = _DEPTH
    """How many levels of lists and maps are described."""

    def takes(self, value: object) -> bool:
        """Return whether the reader takes a value."""
        try:
            self.read(value)
        except ValueError:
            return False
        return True

    def inside(self, read: Reader, written: Iterable[object]) -> Trial:
        """Return a trial of what is inside a list or a map."""
        return Trial(read, tuple(written), self.words, self.depth - 1)


def schema_of(trial: Trial) -> dict[str, Any]:
    """Return the schema of the values that a reader takes; empty if it takes any."""
    if all(map(trial.takes, (*_SAMPLES, None))):
        return {}
    exact = _words(trial)
    flags = [flag for flag in (True, False) if trial.takes(flag)]
    kinds: dict[str, dict[str, Any]] = {"boolean": {}} if len(flags) == 2 else {}
    kinds |= {"null": {}} if trial.takes(None) else {}
    kinds |= _numbers(trial)
    if not exact and any(map(trial.takes, _texts(trial))):
        kinds["string"] = {} if trial.takes(" ") else {"pattern": r"\S"}
    kinds |= _lists(trial) | _maps(trial)
    exact += flags if len(flags) == 1 else []
    rules = {name: rule for constraints in kinds.values() for name, rule in constraints.items()}
    others = {"type": list(kinds), **rules}
    if not exact:
        return others if kinds else {}
    return {"anyOf": [{"enum": exact}, others]} if kinds else {"enum": exact}


def _texts(trial: Trial) -> list[str]:
    inside = [part for value in trial.written for part in (value, *_values(value))]
    return [*_NONSENSE, *(text for text in inside if isinstance(text, str)), *trial.words]


def _words(trial: Trial) -> list[Any]:
    """Return the texts that are taken if they are words, and no others; empty if others are."""
    found = list(dict.fromkeys(filter(trial.takes, _texts(trial))))
    others = [other for text in found for other in (f"{text}x", f"x{text}")]
    return [] if any(map(trial.takes, (*_NONSENSE, *others))) or not all(map(_WORD.fullmatch, found)) else found


def _numbers(trial: Trial) -> dict[str, dict[str, Any]]:
    """Return `integer` or `number` with the least and the largest one."""
    if not any(map(trial.takes, (0, 1, 20))):
        return {}
    rules: dict[str, Any] = {}
    if not trial.takes(-1):
        rules = {"minimum": 0} if trial.takes(0) else {"exclusiveMinimum": 0}
    low, high = 1, _LARGEST
    while not trial.takes(high) and high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if trial.takes(middle) else (low, middle)
    return {"number" if trial.takes(0.5) else "integer": rules | ({} if trial.takes(high) else {"maximum": low})}


def _lists(trial: Trial) -> dict[str, dict[str, Any]]:
    lists = [value for value in trial.written if isinstance(value, list)]
    inner = trial.inside(lambda item: trial.read([item]), [*trial.written, *(item for value in lists for item in value)])
    if not any(map(trial.takes, ([], *lists, *([text] for text in _texts(trial))))):
        return {}
    items = schema_of(inner) if trial.depth else {}
    return {"array": {"items": items} if items else {}}


def _maps(trial: Trial) -> dict[str, dict[str, Any]]:
    """Return `object` with its names; with one schema for all values where any name is taken."""
    bases = [base for base in ({}, *trial.written) if isinstance(base, dict)]
    if not any(map(trial.takes, bases)):
        return {}
    written = [*(value for base in bases for value in _values(base)), *trial.written]

    def inside(name: str, base: dict[Any, Any]) -> Trial:
        return trial.inside(lambda value: trial.read({**base, name: value}), written)

    names = dict.fromkeys(["qzx", *(str(name) for base in bases for name in base), *trial.words])
    found = {
        name: inner
        for name in names
        for inner in (inside(name, base) for base in reversed(bases))
        if any(map(inner.takes, (*_SAMPLES, *written)))
    }
    free = next((name for name in found if name == "qzx" or not _WORD.fullmatch(name)), None)
    if not trial.depth or not found:
        return {"object": {}}
    if free is not None:
        values = schema_of(found[free])
        return {"object": {"additionalProperties": values} if values else {}}
    return {
        "object": {"properties": {name: schema_of(inner) for name, inner in found.items()}, "additionalProperties": False}
    }


def _values(value: object) -> Iterator[object]:
    """Yield every value inside a map or list, lists and maps included."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield item
        yield from _values(item)
