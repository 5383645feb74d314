"""JSON Schema of the options and of front matter, made from their descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from mkdocs_journal.front_matter.fields import NO, YES
from mkdocs_journal.front_matter.keys import KEYS, NAMES, SWITCHES, Key
from mkdocs_journal.front_matter.located_yaml import read_yaml
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.options.option import Option
from mkdocs_journal.options.table import GROUPS, OFF, OPTIONS
from mkdocs_journal.options.value_schema import Trial, schema_of

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_WORD: Final = re.compile(r"`([\w./-]+)`")
_HOLDERS: Final = frozenset({"journals", "combined"})
_SIMPLE: Final = ("string", "number", "boolean", "null")
_MORE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("tags", "categories", "series", "redirect_from", "redirect_to"), ("array",)),
    **dict.fromkeys(("author", "image", "links", "related"), ("array", "object")),
    **dict.fromkeys(("date", "feed"), ("object",)),
}
"""What keys may have besides a single value."""
_FREE: Final = frozenset({"pin", "sitemap", "journal"})
"""Switches of which other values are ignored, because other programs have keys of these names."""
_SWITCH: Final = "true or false"


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
            examples = {"examples": [_json(_read(key.example))]} if name == key.name else {}
            form = {} if name in SWITCHES - NAMES.keys() else _of_key(key)  # other values are ignored
            properties[name] = {"description": key.description, **form, **examples}
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
    """Return the schema of an option, made from what its reader takes."""
    written = [_read(option.default), _read(option.example)]
    found = schema_of(Trial(lambda value: None if value is None else option.read(value), written, _words()))
    shown = {"description": option.description, "default": _json(written[0]), "examples": [_json(written[1])]}
    return {**shown, **found}


@cache
def _words() -> tuple[str, ...]:
    """Return the words that descriptions and examples of options have: values, and names in maps."""
    texts = " ".join(f"{option.description} `{option.default}`" for option in OPTIONS)
    examples = " ".join(option.example for option in OPTIONS)
    words = (*_WORD.findall(texts), *re.findall(r"[\w.-]+", examples))
    return tuple(dict.fromkeys(words))


def _of_key(key: Key) -> dict[str, Any]:
    """Return the schema of the values that are read for a key without a problem."""
    if key.name in _FREE:
        return {}
    if key.form == _SWITCH and key.name != "published":  # a date may be published
        kinds = ["boolean", "integer", "null", "string", *_MORE.get(key.name, ())]
        words = "|".join(map(_in_any_case, sorted(YES | NO)))
        return {"type": kinds, "minimum": 0, "maximum": 1, "pattern": rf"^\s*({words})?\s*$"}
    return {"type": [*_SIMPLE, *_MORE.get(key.name, ())]}


def _in_any_case(word: str) -> str:
    """Return a pattern for a word; patterns of JSON Schema have no flag for it."""
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)


def _read(text: str) -> object:
    value = read_yaml(text)
    return None if value is None else plain(value)


def _json(value: object) -> object:
    """Return a value as JSON can have it; dates are texts."""
    return value if isinstance(value, str | int | float | bool | list | dict) or value is None else str(value)
