"""Default front matter: the option `defaults`, and Material's `.meta.yml`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.text.unicode_forms import normalized

NOWHERE: Final = 0
"""The line of a value that does not come from front matter."""
_GLOBS: Final = {"*": "[^/]*", "**": ".*", "**/": "(?:.*/)?"}


class Default(NamedTuple):
    """A value for a key that a post does not set."""

    key: str
    """The value, as written in the option."""
    value: Value
    united: bool
    """Whether the post's own value is added to it instead of replacing it."""


def defaults_of(path: PurePosixPath, options: Options, *, draft: bool) -> Mapping[str, Default]:
    """Return the defaults of a post by the normalised name of their key.

    Of two scopes the one with the longer path takes precedence, then one with a type, then the later one. Maps and
    categories are merged.

    Args:
        path: The post, relative to `docs_dir`.
        options: The options of the journal.
        draft: Whether it is below `_drafts`.

    Source: https://jekyllrb.com/docs/configuration/front-matter-defaults/
    """
    found: dict[str, Default] = {}
    if not options.defaults:
        return found
    names = (path.as_posix(), path.as_posix().removeprefix(f"{options.folder}/"))
    paths = [normalized("NFC", name) for name in names]  # macOS writes a letter and its accent apart
    matching = [scope for scope in options.defaults if draft or not scope.drafts_only]
    matching = [scope for scope in matching if any(_begins(name, normalized("NFC", scope.path)) for name in paths)]
    for scope in sorted(matching, key=lambda scope: (len(scope.path), scope.typed)):
        for key, given in scope.values.items():
            name, value = normalised(key), located(given)
            united = name == "categories" or (scope.unites_lists and isinstance(value, ListValue))
            found[name] = Default(key, merged(found[name].value if name in found else None, value, unite=united), united)
    return found


def _begins(path: str, scope: str) -> bool:
    """Return whether a path begins as a scope says; few scopes are patterns, and each of these is compiled."""
    return bool(_pattern(scope).match(path)) if "*" in scope else path.startswith(scope)


@lru_cache(maxsize=1_024)
def _pattern(path: str) -> re.Pattern[str]:
    return re.compile("".join(_GLOBS.get(part, re.escape(part)) for part in re.split(r"(\*\*/?|\*)", path)))


def located(data: object) -> Value:
    """Return plain data as a value without a place in a file."""
    if isinstance(data, Mapping):
        return MapValue(tuple((_scalar(key), located(item)) for key, item in data.items()), NOWHERE, NOWHERE)
    if isinstance(data, Sequence) and not isinstance(data, str):
        return ListValue(tuple(located(item) for item in data), NOWHERE, NOWHERE)
    return _scalar(data)


def _scalar(data: object) -> Scalar:
    if data is None or isinstance(data, bool):
        return Scalar({None: "null", True: "true", False: "false"}[data], NOWHERE, NOWHERE)
    return Scalar(str(data), NOWHERE, NOWHERE, quoted=isinstance(data, str))


def merged(default: Value | None, own: Value, *, unite: bool) -> Value:
    """Return the value of a key with a default: maps merged, lists combined if `unite`, else the post's own value."""
    if default is None:
        return own
    if isinstance(own, Scalar) and own.null:
        return default
    if isinstance(default, MapValue) and isinstance(own, MapValue):
        return _merged_maps(default, own)
    if unite:
        return ListValue((*_labels(default), *_labels(own)), own.line, own.column)
    return own


def _merged_maps(default: MapValue, own: MapValue) -> MapValue:
    entries = {key.text: (key, value) for key, value in default.entries}
    for key, value in own.entries:
        before = entries[key.text][1] if key.text in entries else None
        entries[key.text] = (key, merged(before, value, unite=False))
    return MapValue(tuple(entries.values()), own.line, own.column)


def _labels(value: Value) -> Iterable[Value]:
    """Return the labels of a value, to be combined with others; a text is split at blanks, as in Jekyll."""
    if isinstance(value, ListValue):
        return value.items
    if isinstance(value, Scalar):
        return tuple(Scalar(part, value.line, value.column, quoted=True) for part in value.text.split())
    return ()
