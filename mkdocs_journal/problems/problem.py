"""A problem: what was found where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Severity(Enum):
    """What a problem does to the build."""

    HINT = "hint"
    """Nothing is wrong, but the author may want to know; reported by `check` only."""
    INFO = "info"
    """Nothing is wrong with a post; reported, but does not fail a build, not even with `--strict`."""
    WARNING = "warning"
    """The post is published, but may contain a mistake; a `--strict` build fails."""
    ERROR = "error"
    """A post is refused; the build fails unless `on_error: skip`."""
    CONFIGURATION = "configuration"
    """Nothing can be built; the build ends."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found."""

    file: str
    """The file as seen from where the command runs."""
    line: int | None = None
    """Counted from 1, in the file."""
    column: int | None = None
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([printable(self.file), *numbers])


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem, reported once."""

    code: str
    """Stable, `J` and three digits; the key of its entry in the documentation."""
    severity: Severity
    place: Place
    key: str
    """The front matter key or the part of the file that it is about."""
    message: str
    """What was found and what to write, one line."""
    snippet: str = ""
    """The line of the source, or empty."""
    hint: str = ""
    """Additional advice, or empty."""

    def __str__(self) -> str:
        return f"{self.place}: {self.key}: {self.message} ({self.code})"


def printable(text: str) -> str:
    """Return `text` with characters that could garble a terminal written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def quoted(value: object, *, most: int = 60) -> str:
    """Return `value` quoted for a message: `repr`, cut to `most` characters."""
    if isinstance(value, str):
        return repr(value if len(value) <= most else value[: most - 1] + "…")
    try:
        text = str(value) if isinstance(value, date) else repr(value)
    except ValueError:  # YAML reads a hexadecimal number of any length, and Python writes none of so many digits
        text = "a number of too many digits"
    return text if len(text) <= most else text[: most - 1] + "…"
