"""Readers of the addresses of lists: patterns of archives, of their further pages, and of the feeds of terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from mkdocs_journal.options import values
from mkdocs_journal.options.journal_values import SLUG_MODES

TERM_KINDS: Final = ("tags", "categories", "authors", "series")
"""The kinds of terms that have archives."""
NAMES: Final = frozenset({"name", "label"})
"""Placeholders of a term: its slug, and its name as it is shown."""
_PATH: Final = re.compile(r"[^\\?#%\x00-\x1f<>\"|*]+")
_FIELD: Final = re.compile(r":([a-z_]+)")


def _patterns(example: str, *needed: str, one_of: frozenset[str] = frozenset()) -> Callable[[object], tuple[str, ...]]:
    """Return a reader of one pattern, or of several, the first of which is the address and the others lead to it.

    Args:
        example: A pattern to write.
        needed: The placeholders that a pattern must contain, and no other.
        one_of: Placeholders of which it must contain one.
    """
    wanted = f"a path with {' and '.join(f':{name}' for name in needed or ('name',))}, for example {example}"

    def read(value: object) -> tuple[str, ...]:
        found = values.texts([value] if isinstance(value, str) else value, wanted)
        for pattern in found:
            fields = set(_FIELD.findall(values.path(pattern, _PATH.fullmatch, wanted)))
            if (one_of and not fields & one_of) or not fields <= {*needed, *one_of} or not fields >= set(needed):
                raise ValueError(wanted)
            if not pattern.endswith(("/", ".html")):
                raise ValueError(f"{wanted}; it ends with / or .html")
        return tuple(dict.fromkeys(found))

    return read


terms: Final = _patterns("/tag/:name/", one_of=NAMES)
"""Read the addresses of the lists of one kind of terms."""
authors: Final = _patterns("/author/:name/", one_of=NAMES | {"key"})
"""Read the addresses of the lists of authors."""
year: Final = _patterns("/:year/", "year")
"""Read the addresses of the lists of years."""
month: Final = _patterns("/:year/:month/", "year", "month")
"""Read the addresses of the lists of months."""
day: Final = _patterns("/:year/:month/:day/", "year", "month", "day")
"""Read the addresses of the lists of days."""
slug_mode: Final = values.one_of(*SLUG_MODES, "material")
"""Read how the slugs of terms are made."""
_NUMBER: Final = re.compile(r"[^\\?#%:\x00-\x1f<>\"|*]*:num[^\\?#%:\x00-\x1f<>\"|*]*")


def pager(value: object) -> str:
    """Read the address of the further pages of a list."""
    wanted = "a path with :num, for example page:num/"
    pattern = values.path(value, _NUMBER.fullmatch, wanted)
    if not pattern.endswith(("/", ".html")):
        raise ValueError(f"{wanted}; it ends with / or .html")
    return pattern


def feeds_of_terms(value: object) -> Mapping[str, str]:
    """Read the addresses of the feeds of terms by their kind; one pattern is for every kind."""
    wanted = "kinds and paths with :name, for example {categories: /feed/:name.xml}"
    given = dict.fromkeys(TERM_KINDS, value) if isinstance(value, str) else value
    if not isinstance(given, Mapping) or not set(given) <= set(TERM_KINDS):
        raise ValueError(wanted)
    paths = {kind: values.path(pattern, _PATH.fullmatch, wanted) for kind, pattern in given.items()}
    for pattern in paths.values():
        fields = set(_FIELD.findall(pattern))
        if not fields or not fields <= NAMES or not pattern.endswith((".xml", ".atom", ".rss", ".json")):
            raise ValueError(f"{wanted}; a path ends with .xml, .atom, .rss or .json")
    return paths
