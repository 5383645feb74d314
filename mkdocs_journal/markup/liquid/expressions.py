"""Evaluates expressions of outputs: a value and its filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from mkdocs_journal.markup.liquid.filters import NoFilter, apply_filter
from mkdocs_journal.markup.liquid.known_values import Known, Unknown, as_text, value_of

_PART: Final = re.compile(r"""(?:"[^"]*+"|'[^']*+'|[^|"'])++|\|""")
_ARGUMENT: Final = re.compile(r"""(?:"[^"]*+"|'[^']*+'|[^,"'])++|,""")
_MOST_FILTERS: Final = 30
"""Filters of one expression; each may make its value longer."""
_FILTER: Final = re.compile(r"\s*([\w-]+)\s*(?::(.*))?\Z", re.DOTALL)


def evaluate(text: str, known: Known, markdownify: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """Return the text of an expression, and the filters in it that neither Liquid nor Jekyll has.

    Raises:
        Unknown: Its value is not known.
    """
    if not text:
        return "", ()
    first, *filters = _parts(text, _PART, "|")
    if len(filters) > _MOST_FILTERS:
        raise Unknown("many filters")
    given = [_named(part) for part in filters]
    value = value_of(first, known, bare=bool(given) and given[0][0] == "default")
    strange = []
    for name, arguments in given:
        try:
            value = apply_filter(name, value, [value_of(argument, known) for argument in arguments], known, markdownify)
        except NoFilter:
            strange.append(name)
    return as_text(value), tuple(strange)


def _parts(text: str, pattern: re.Pattern[str], between: str) -> list[str]:
    """Split a text outside quotation marks."""
    found = pattern.findall(text)
    if "".join(found) != text:
        raise Unknown(text)
    parts = [""]
    for part in found:
        if part == between:
            parts.append("")
        else:
            parts[-1] = part
    return parts


def _named(text: str) -> tuple[str, list[str]]:
    found = _FILTER.match(text)
    if found is None:
        raise Unknown(text)
    return found[1], _parts(found[2], _ARGUMENT, ",") if found[2] else []
