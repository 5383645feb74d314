"""JSON Schema of the options and of front matter, made from their descriptions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.front_matter.located_yaml import read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.options.option import Option
from mkdocs_journal.options.table import GROUPS, OFF, OPTIONS

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SAMPLES: Final[Mapping[str, tuple[object, ...]]] = {
    "boolean": (True, False),
    "integer": (1, 20),
    "number": (0.5, 1.5),
    "array": ([],),
    "object": ({},),
}
"""Values of each type but texts, one of which an option takes if it takes that type."""
_NONSENSE: Final = ("surely not one of the words", "qzx")
"""Texts that are taken only by an option that takes texts of any kind."""
_WORD: Final = re.compile(r"`([\w./-]+)`")
_PLAIN_WORD: Final = re.compile(r"[a-z][a-z_-]*")
_TYPES: Final = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
_HOLDERS: Final = frozenset({"journals", "combined"})
_SIMPLE: Final = ("string", "number", "boolean", "null")


def schema_of_options() -> Mapping[str, Any]:
    """Return the schema of what stands below `journal:` in `mkdocs.yml`."""
    journal = _object([option for option in OPTIONS if not option.of_site])
    site = _object([option for option in OPTIONS if option.name not in _HOLDERS])
    names: dict[str, Any] = {
        "journals": {
            "type": ["object", "null"],
            "description": _described("journals"),
            "additionalProperties": {"anyOf": [{"$ref": "#/$defs/journal"}, {"type": "null"}]},
        },
        "combined": {
            "description": _described("combined"),
            "anyOf": [{"type": ["string", "null"]}, {"$ref": "#/$defs/journal"}],
        },
    }
    return {
        "$schema": DIALECT,
        "title": "Options of mkdocs-journal",
        **site,
        "properties": {**site["properties"], **names},
        "$defs": {"journal": journal},
    }


def schema_of_mkdocs() -> Mapping[str, Any]:
    """Return the schema of `mkdocs.yml` that describes nothing but this plugin, so that it can stand beside another."""
    options = schema_of_options()
    of_plugin = {"properties": {"journal": {"anyOf": [{"$ref": "#/$defs/options"}, {"type": "null"}]}}}
    return {
        "$schema": DIALECT,
        "title": "mkdocs-journal in mkdocs.yml",
        "type": "object",
        "properties": {"plugins": {"anyOf": [{"type": "array", "items": of_plugin}, {"type": "object", **of_plugin}]}},
        "$defs": {**options["$defs"], "options": {key: options[key] for key in options if key not in {"$schema", "$defs"}}},
    }


def schema_of_front_matter() -> Mapping[str, Any]:
    """Return the schema of the front matter of a post; other keys are free."""
    properties: dict[str, Any] = {}
    for key in KEYS:
        for name in (key.name, *(alias for alias in key.aliases if "." not in alias)):
            properties[name] = {"description": key.description, "type": _types_of_key(key.example), "examples": []}
            if name == key.name:
                properties[name]["examples"] = [_json(_read(key.example))]
    return {"$schema": DIALECT, "title": "Front matter of mkdocs-journal", "type": "object", "properties": properties}


def _described(name: str) -> str:
    return next(option.description for option in OPTIONS if option.name == name)


def _object(options: Iterable[Option]) -> dict[str, Any]:
    """Return the schema of options that stand together; groups are objects of their own."""
    properties: dict[str, Any] = {}
    for option in options:
        group, dot, name = option.name.rpartition(".")
        if dot:
            found = properties.setdefault(group, _group(group))
            found["properties"][name] = _value(option)
        else:
            properties[name] = _value(option)
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _group(name: str) -> dict[str, Any]:
    kinds = ["object", "null", *(["boolean"] if name in OFF else [])]
    text = (GROUPS[name].__doc__ or "").partition("\n")[0]
    return {"type": kinds, "description": text, "properties": {}, "additionalProperties": False}


def _value(option: Option) -> dict[str, Any]:
    """Return the schema of an option: the types, the words and the least number that its reader takes."""
    written = [_read(text) for text in (option.default, option.example)]
    words = [word for word in dict.fromkeys(_WORD.findall(option.description)) if isinstance(_read(word), str)]
    items = [item for value in written if isinstance(value, list) for item in value]
    texts = [value for value in (*written, *items, *words) if isinstance(value, str) and _takes(option.read, value)]
    kinds = [kind for kind, samples in _SAMPLES.items() if any(_takes(option.read, sample) for sample in samples)]
    kinds += [_TYPES[type(value)] for value in written if type(value) in _TYPES and _takes(option.read, value)]
    kinds = list(dict.fromkeys([*kinds, *(["string"] if texts else []), "null"]))
    found: dict[str, Any] = {"description": option.description, "type": kinds, "default": _json(written[0])}
    found["examples"] = [_json(written[1])]
    if "integer" in kinds and "number" not in kinds and not _takes(option.read, 0):
        found["minimum"] = 1
    free = any(_takes(option.read, nonsense) for nonsense in _NONSENSE)
    if texts and not free and all(map(_PLAIN_WORD.fullmatch, texts)):
        others = [{"type": [kind for kind in kinds if kind != "string"]}]
        found = {name: found[name] for name in ("description", "default", "examples")}
        found["anyOf"] = [{"enum": list(dict.fromkeys(texts))}, *others]
    return found


def _takes(read: Callable[[object], object], value: object) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def _types_of_key(example: str) -> list[str]:
    """Return the types that a key can have: a single value, and lists and maps where its example is one."""
    value = _read(example)
    more = ["array", "object"] if isinstance(value, list | dict) else ["array"] if example.startswith('"Nils') else []
    return [*_SIMPLE, *more]


def _read(text: str) -> object:
    value = read_yaml(text)
    return None if value is None else plain(value)


def _json(value: object) -> object:
    """Return a value as JSON can have it; dates are texts."""
    return value if isinstance(value, str | int | float | bool | list | dict) or value is None else str(value)
