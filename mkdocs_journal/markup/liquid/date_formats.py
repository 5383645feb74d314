"""Formats dates like Ruby's `strftime`, always in English."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from mkdocs_journal.markup.liquid.known_values import Unknown

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST: Final = 253_402_300_800
"""Seconds from 1970 to the end of the year 9999."""
_DIRECTIVE: Final = re.compile(r"%([-0^_]?)(:?[A-Za-z%])")
_WRITTEN: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d++)?(?:\s*+(Z|UTC|[+-]\d\d:?\d\d))?)?\s*+\Z"
)


def moment_of(value: object) -> datetime:
    """Return a date, or seconds since 1970, as a moment; a day starts at midnight.

    Raises:
        Unknown: It is not a date, or depends on the current time.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LAST:
        return datetime.fromtimestamp(value, UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    found = _WRITTEN.match(str(value))
    if found is None:
        raise Unknown(str(value))
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    offset = (found[7] or "Z").replace("UTC", "Z").replace("Z", "+00:00").replace(":", "")
    try:
        return datetime.strptime(
            f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} {offset}", "%Y-%m-%d %H:%M:%S %z"
        )
    except ValueError:
        raise Unknown(str(value)) from None


_PARTS: Final[dict[str, tuple[Callable[[datetime], int], int, str]]] = {
    "d": (lambda t: t.day, 2, "0"),
    "e": (lambda t: t.day, 2, " "),
    "m": (lambda t: t.month, 2, "0"),
    "Y": (lambda t: t.year, 4, "0"),
    "y": (lambda t: t.year % 100, 2, "0"),
    "C": (lambda t: t.year // 100, 2, "0"),
    "H": (lambda t: t.hour, 2, "0"),
    "k": (lambda t: t.hour, 2, " "),
    "I": (lambda t: t.hour % 12 or 12, 2, "0"),
    "l": (lambda t: t.hour % 12 or 12, 2, " "),
    "M": (lambda t: t.minute, 2, "0"),
    "S": (lambda t: t.second, 2, "0"),
    "L": (lambda t: t.microsecond // 1000, 3, "0"),
    "j": (lambda t: t.timetuple().tm_yday, 3, "0"),
    "u": (lambda t: t.isoweekday(), 1, "0"),
    "w": (lambda t: t.isoweekday() % 7, 1, "0"),
    "V": (lambda t: t.isocalendar()[1], 2, "0"),
    "G": (lambda t: t.isocalendar()[0], 4, "0"),
    "s": (lambda t: int(t.timestamp()), 1, "0"),
}
_WORDS: Final[dict[str, Callable[[datetime], str]]] = {
    "B": lambda t: MONTHS[t.month - 1],
    "b": lambda t: MONTHS[t.month - 1][:3],
    "h": lambda t: MONTHS[t.month - 1][:3],
    "A": lambda t: DAYS[t.weekday()],
    "a": lambda t: DAYS[t.weekday()][:3],
    "p": lambda t: "AM" if t.hour < 12 else "PM",
    "P": lambda t: "am" if t.hour < 12 else "pm",
    "z": lambda t: t.strftime("%z"),
    ":z": lambda t: t.isoformat()[-6:],
    "Z": lambda t: t.strftime("%z") if t.utcoffset() else "UTC",
    "%": lambda _t: "%",
    "n": lambda _t: "\n",
    "t": lambda _t: "\t",
}
_TOGETHER: Final = {
    "F": "%Y-%m-%d",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "c": "%a %b %e %H:%M:%S %Y",
}


def written(moment: datetime, form: str) -> str:
    """Return a moment in a format of `strftime`; directives that Ruby does not have are kept."""

    def part(found: re.Match[str]) -> str:
        flag, name = found.groups()
        if name in _PARTS:
            number, width, fill = _PARTS[name]
            fill = {"-": "", "0": "0", "_": " "}.get(flag, fill)
            text = str(number(moment))
            return text.rjust(width, fill) if fill else text
        if name in _WORDS:
            return _WORDS[name](moment).upper() if flag == "^" else _WORDS[name](moment)
        return written(moment, _TOGETHER[name]) if name in _TOGETHER else found[0]

    return _DIRECTIVE.sub(part, form)
