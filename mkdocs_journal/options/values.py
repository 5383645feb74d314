"""Readers that several options share: switches, numbers, choices, texts, lists, paths and addresses.

A reader takes a value from YAML and returns it checked; it raises ValueError with what to write instead.
The readers of single options are in `journal_values`, `feed_values` and `site_values`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from typing import Final

from pathspec import GitIgnoreSpec

from mkdocs_journal.addresses import is_base

_HERE: Final = re.compile(r"(?:(?<=/)|\A)(?:\./+)+")
"""Parts of a path that make no difference."""
MAX_STARS: Final = 4
"""The most `*` in one name of a glob, and `**` in a glob: each more multiplies the time by the length of a path."""
MAX_FOLDERS: Final = 100
"""Folders one inside the other that a path has; Python makes fewer than 1,000, of all options together."""


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside a value, names and paths included; a value from YAML may contain itself."""
    waiting, seen = [value], set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, os.PathLike):
            with suppress(Exception):  # a path that only a page has, as MkDocs' tag `!relative` gives one
                yield str(os.fspath(item))
        elif isinstance(item, Mapping | list | tuple) and id(item) not in seen:
            seen.add(id(item))
            inside = [*item.keys(), *item.values()] if isinstance(item, Mapping) else item
            waiting += reversed(inside)


def switch(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def whole_number(value: object, *, most: int, wanted: str) -> int:
    """Read a number from 1 to `most`; `wanted` is the advice for other values."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ValueError(wanted)
    return value


def count(value: object) -> int:
    """Read a positive number."""
    return whole_number(value, most=100_000, wanted="a whole number from 1 to 100000")


def one_of(*names: str) -> Callable[[object], str]:
    """Return a reader that accepts one of the given names."""
    wanted = " or ".join(names) if len(names) == 2 else f"one of {', '.join(names)}"

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError(wanted)
        return value

    return read


def text(value: object, wanted: str) -> str:
    """Read a text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(wanted)
    return value


def texts(value: object, wanted: str, known: Collection[str] | None = None) -> tuple[str, ...]:
    """Read a list of texts; if `known` is given, each must be one of these."""
    if not isinstance(value, list) or not all(isinstance(item, str) and (not known or item in known) for item in value):
        raise ValueError(wanted)
    return tuple(value)


def globs(value: object) -> tuple[str, ...]:
    """Read a list of globs; one with `./` before it begins at the root."""
    wanted = "a list of globs, for example ['releases/*.md']"
    found = texts(value, wanted)
    if invalid := [glob for glob in found if not is_glob(glob)]:
        raise ValueError(f"{wanted}, without {invalid[0]!r}")
    return tuple(_plain(glob) for glob in found)


def _plain(glob: str) -> str:
    sign, path = ("!", glob[1:]) if glob.startswith("!") else ("", glob)
    return f"{sign}{'/' if path.startswith('./') else ''}{_HERE.sub('', path)}"


def is_glob(text: str) -> bool:
    """Return whether a text is a glob in the syntax of `exclude_docs`, as `spec_of()` reads it."""
    try:
        spec_of(text)
    except ValueError:
        return False
    return True


def spec_of(glob: str) -> GitIgnoreSpec:
    """Return what matches the paths of a glob.

    Raises:
        ValueError: It is not a glob: `!` alone, a backslash at the end, a range such as `[z-a]`; or it has so many `*`
            that matching one long path could take hours.
    """
    parts = glob.split("/")
    if parts.count("**") > MAX_STARS or any(part.count("*") > MAX_STARS for part in parts):
        raise ValueError(glob)
    try:
        return GitIgnoreSpec.from_lines([glob])
    except re.error as error:
        raise ValueError(glob) from error


def path(value: object, has_form: Callable[[str], object], wanted: str) -> str:
    """Read a path without `..`; `has_form` is the `fullmatch` of the pattern that it must match.

    Parts that make no difference (`./`, `//`) are left out, so that one file has one path.
    """
    if not isinstance(value, str) or not has_form(value) or ".." in value.split("/"):
        raise ValueError(wanted)
    if is_too_deep(value):
        raise ValueError(f"{wanted}, in at most {MAX_FOLDERS} folders")
    *folders, name = value.split("/")
    return "/".join([*(part for at, part in enumerate(folders) if not at or part not in {"", "."}), name]).removeprefix(
        "./"
    )


def is_too_deep(path: str) -> bool:
    """Return whether a path has more folders than `MAX_FOLDERS`."""
    return path.count("/") > MAX_FOLDERS


def web_address(value: object) -> str:
    """Read an http(s) address."""
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s/<>\"]++[^\s<>\"]*", value) or not is_base(value):
        raise ValueError("an address such as https://example.org/")
    return value
