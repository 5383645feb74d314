"""The forms in which a day and a time of day are written."""

from __future__ import annotations

import re
from typing import Final


def _with_colons(found: re.Match[str]) -> str:
    return ":".join(part for part in found.groups() if part)


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_END: Final = r"(?=[T ]|\Z)"

DAY_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){_END}",  # 2021-03-04
        rf"(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d){_END}",  # 20210304
        rf"(?P<dots>)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_END}",  # 04.03.2021
        rf"(?P<slash>)(?P<day>\d{{1,2}})(?P<sign>[-/])(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}){_END}",  # 04/03/2021
        rf"(?P<year>\d\d)(?P<sign>[-/])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){_END}",  # 21-03-04
        rf"(?P<year>\d{{4}})(?P<sign>[- ]){_MONTH}(?P=sign)(?P<day>\d{{1,2}}){_END}",  # 2021-Mar-04
        rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}}),?{_END}",  # March 4, 2021
        rf"{_WEEKDAY}{_DAY}(?: |-)(?:of )?{_MONTH},?(?: |-)(?P<year>\d{{4}}),?{_END}",  # Thu, 04 Mar 2021
    )
)
"""A day at the beginning of a text; `slash` and `dots` mark the forms in which day and month are ambiguous."""

CLOCK: Final = re.compile(
    r"(?:(?:T| (?:at )?)(?P<hour>\d{1,2})"
    r"(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?|(?= ?[ap]\.?m\b))"
    r"(?: ?(?P<half>[ap]\.?m\.?)(?![a-z]))?)?"
    r"(?P<again> \d{4}(?= |\Z))?"
    r"(?: ?(?:(?:UTC|GMT)?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)|(?P<zone>(?!T\d)[A-Za-z][A-Za-z0-9_+/-]*)))?"
    r"(?: \([^()]*\))?",
    re.IGNORECASE | re.ASCII,
)
"""The text that may follow the day, all of it optional."""

REWRITTEN: Final = (
    (
        re.compile(rf"\b{_WEEKDAY}(\w+ \d{{1,2}}) (\d\d:\d\d:\d\d)( [A-Z]+)? (\d{{4}})( [+-]\d{{4}})?\Z", re.ASCII),
        r"\1 \4 \2\3\5",  # Thu Mar 4 05:06:07 CET 2021, as the commands date and git log print it
    ),
    (re.compile(r"(\d{4}-?\d\d-?\d\dT\d\d)(\d\d)(\d\d)?(?![\d:])", re.ASCII), _with_colons),  # 20210304T050607Z
)
"""Other orders and spellings, with their replacement in the forms above."""

ZONES: Final = {
    "Z": 0, "UTC": 0, "UT": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MET": 1,
    "MEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11, "ACST": 9.5,
    "AWST": 8, "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3,
}  # fmt: skip
"""UTC offsets in hours of the time zone abbreviations that Ruby reads."""


def month_of(text: str) -> int:
    """Return the number of a month that is written as a number or as an English word."""
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def taken_apart(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the day and the text after it, or None if the text is not a date; blanks must be single."""
    form = next((found for pattern in DAY_FORMS if (found := pattern.match(text))), None)
    clock = CLOCK.fullmatch(text, form.end()) if form else None
    if form and clock:
        return form, clock
    other = text
    for pattern, written in REWRITTEN:
        other = pattern.sub(written, other)
    return taken_apart(other) if other != text else None


MAX_CHARACTERS_OF_TIME: Final = 60
"""Longest text that can be a time of day."""
_TIME_OF_DAY: Final = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:[:.hH](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?|(?P<bare>[hH])?)"
    r"|(?P<hours>\d\d)(?P<minutes>\d\d))"
    r"(?: ?(?P<half>[ap])\.?m\.?(?![a-z]))?"
    r"(?: ?(?P<zone>Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?|(?!T\d)[A-Z][A-Z0-9_+/-]*))?",
    re.IGNORECASE | re.ASCII,
)


def time_of_day(text: str) -> str:
    """Return a time of day as `read_date()` reads it after a day, or empty if the text is not one.

    `15:30`, `15:30:00`, `3:30 pm`, `3pm`, `15.30`, `1530`, `15h30`, `15h`, each with or without a zone. Whether
    the time exists (`25:00`) is not checked.
    """
    text = " ".join(text.split()) if len(text) <= MAX_CHARACTERS_OF_TIME else ""
    found = _TIME_OF_DAY.fullmatch(text)
    if found is None or not (found["minute"] or found["minutes"] or found["half"] or found["bare"]):
        return ""
    hour, minute = found["hour"] or found["hours"], found["minute"] or found["minutes"] or "00"
    clock = f"{hour}:{minute}" + (f":{found['second']}" if found["second"] else "")
    return clock + (f" {found['half']}m" if found["half"] else "") + (f" {found['zone']}" if found["zone"] else "")
