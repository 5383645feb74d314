"""Problems that can be fixed without a choice: the fix that the message names is written into the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.headers import read_header
from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.front_matter.located_yaml import MapValue, YamlError, read_yaml
from mkdocs_journal.front_matter.near_keys import near_miss
from mkdocs_journal.front_matter.other_languages import meant_in_english
from mkdocs_journal.front_matter.source import decode
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.problems.problem import Problem

_BEFORE: Final = re.compile(r"\ufeff*\s*(?=---[ \t]*[\r\n])")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_QUOTES: Final = ("'", '"')
_LONG_FENCE: Final = re.compile(r"\ufeff*-{4,}(?=[ \t]*[\r\n])")


def is_fixable(problem: Problem) -> bool:
    """Return whether there may be a fix for a problem."""
    return problem.code in _FIXES


def fixed(text: str, problem: Problem) -> str:
    """Return a file with a problem fixed; the same text if there is nothing that can be done without a choice.

    Args:
        text: The file, decoded and otherwise unchanged.
        problem: One for which `is_fixable()` is true.
    """
    return _FIXES[problem.code](text, problem)


def _known_key(text: str, problem: Problem) -> str:
    """Write the key that is meant, in the place of one that is misspelt or in another language.

    Where the file has that key too, under any of its names, its author has to choose between two values.
    """
    name = normalised(problem.key)
    meant = meant_in_english(name) or near_miss(name)
    if not meant or NAMES_OF[meant] in _names(text):
        return text
    lines = _lines(text)
    line = lines[(problem.place.line or 1) - 1]
    start = (problem.place.column or 1) - 1
    start += line.startswith(_QUOTES, start)
    if not line.startswith(problem.key, start):
        return text
    lines[(problem.place.line or 1) - 1] = line[:start] + meant + line[start + len(problem.key) :]
    return "".join(lines)


@lru_cache(maxsize=1)  # of many misspelt keys most stay as they are
def _names(text: str) -> frozenset[str]:
    """Return the names of the keys that the journal reads of a file; none if its front matter cannot be read."""
    try:
        parts = split_front_matter(decode(text.encode()))
        value = read_yaml(parts.yaml)
        header = read_header(parts.body) if value is None else None
    except (FrontMatterError, YamlError):
        return frozenset()
    value = header.values if header else value
    entries = value.entries if isinstance(value, MapValue) else ()
    return frozenset(NAMES_OF.get(normalised(key.text), "") for key, _ in entries)


def _lines(text: str) -> list[str]:
    """Return the lines of a file with their ends, as problems count them: other signs of Unicode end none."""
    return _LINE.findall(text)


def _closing_fence(text: str, problem: Problem) -> str:
    """Write `---` in the place of the line that is nearly the closing fence."""
    if "write ---" not in problem.message:
        return text
    lines = _lines(text)
    number = (problem.place.line or 1) - 1
    end = lines[number][len(lines[number].rstrip("\r\n")) :]
    lines[number] = f"---{end}"
    return "".join(lines)


def _opening_fence(text: str, _problem: Problem) -> str:
    """Remove blank lines above the front matter, and dashes too many of its first line."""
    if found := _LONG_FENCE.match(text):
        return "---" + text[found.end() :]
    found = _BEFORE.match(text)
    return text[found.end() :] if found else text


_FIXES: Final[Mapping[str, Callable[[str, Problem], str]]] = {
    "J103": _closing_fence,
    "J104": _opening_fence,
    "J201": _known_key,
    "J210": _known_key,
}
"""By code of the problem."""
