"""Writes dates in a language, independent of the machine's locale and time zone."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, format_skeleton, get_date_format

ENGLISH: Final = Locale("en")
_MOST_PARTS: Final = 4
"""Language, script, territory and variant."""
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in English, whose dates are written here: Babel's data for any language takes 5 MiB, and time to load."""


@lru_cache(maxsize=256)
def locale_of(name: str) -> Locale | None:
    """Return the locale of a language code as sites write it (`de`, `pt-BR`, `zh_Hant`), or None if it is unknown.

    An unknown territory is left out: `ku-XX` is `ku`; so is what only names of operating systems have: `sr@latin` is `sr`.
    """
    parts = name.partition("@")[0].replace("-", "_").split("_")[:_MOST_PARTS]
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


def is_language(name: str) -> bool:
    """Return whether a code as sites write it is that of a language, with or without rules for its dates."""
    return bool(name) and (locale_of(name) is not None or _code(name) in ENGLISH.languages)


def language_name(name: str) -> str:
    """Return a language in English with its code, for messages: `Finnish (fi)`; an unknown name as it is."""
    locale = locale_of(name)
    known = locale.english_name if locale else ENGLISH.languages.get(_code(name))
    return f"{known} ({name})" if known else name


def _code(name: str) -> str:
    """Return the language of a code, without script and territory."""
    return name.replace("_", "-").partition("-")[0].lower()


def language_tag(name: str) -> str:
    """Return the BCP 47 tag of a language code as sites write it (`pt_br`: `pt-BR`), or empty if it is unknown."""
    locale = locale_of(name) if name else None
    if locale is None:
        return _code(name) if is_language(name) else ""
    return str(locale).replace("_", "-")


def is_code_of(name: str, language: str) -> bool:
    """Return whether a name is the code of a language and no more, with or without territory (`de`, `de_AT`)."""
    return _code(name) == _code(language) and language_tag(name).count("-") >= name.replace("_", "-").count("-")


def language_attributes(inner: str, outer: str) -> dict[str, str]:
    """Return the `lang` and `dir` of an element in one language inside a text in another, both codes as sites write them.

    Returns:
        Nothing if the languages are the same or unknown; `dir` only if the directions differ.
    """
    tag, around = language_tag(inner), language_tag(outer) or "en"
    if not tag or tag == around:
        return {}
    directions = [_direction(locale) for name in (inner, around) if (locale := locale_of(name))]
    return {"lang": tag, **({"dir": directions[0]} if directions[0] != directions[-1] else {})}


def document_language(name: str) -> dict[str, str]:
    """Return `language`, a BCP 47 tag, and `direction` of a whole document in a language as sites write it."""
    locale = locale_of(name)
    return {"language": language_tag(name), "direction": _direction(locale) if locale else "ltr"}


def page_language_attributes(inner: str, outer: str) -> dict[str, str]:
    """Return the `lang` and `dir` of a part of a page, as `language_attributes`, and `dir` of all that runs from the right.

    Not every theme writes the direction of its language.
    """
    locale = locale_of(inner)
    rtl = {"dir": "rtl"} if locale and _direction(locale) == "rtl" else {}
    return {**language_attributes(inner, outer), **rtl}


def _direction(locale: Locale) -> str:
    return "ltr" if locale == ENGLISH else str(locale.text_direction)


def plural_form(number: int, locale: Locale) -> str:
    """Return the name of the plural form that a language has for a number: `one`, `few`, `other`."""
    if locale == ENGLISH:
        return "one" if number == 1 else "other"
    return str(locale.plural_form(number))


def day_text(day: date | datetime, locale: Locale) -> str:
    """Return a day in the long form of a language: `November 12, 2024`, `12. November 2024`."""
    return _day_text(day.date() if isinstance(day, datetime) else day, _name(locale))


@lru_cache(maxsize=64)
def _name(locale: Locale) -> str:
    """Return the name of a locale, which Babel puts together each time."""
    return str(locale)


@lru_cache(maxsize=4_096)
def _day_text(day: date, locale: str) -> str:
    if locale == "en":
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return str(_long_format(locale) % _Parts(day, locale))


@lru_cache(maxsize=64)
def _long_format(locale: str) -> str:
    """Return the long form of a day in a language with the names of its parts: `%(MMMM)s %(d)s, %(y)s`."""
    return str(get_date_format("long", locale=Locale.parse(locale)).format)


class _Parts:
    """The parts of a day, by their names in a form; Babel writes each when it is first needed."""

    def __init__(self, day: date, locale: str) -> None:
        self._day = day
        self._locale = locale

    def __getitem__(self, name: str) -> str:
        """Return a part: a year, month or day of the month is the same in all dates that have it."""
        day, kind = self._day, name[0]
        if kind == "y":
            return _part(name, day.year, 1, 1, self._locale)
        if kind in "ML":
            return _part(name, 2000, day.month, 1, self._locale)
        if kind == "d":
            return _part(name, 2000, 1, day.day, self._locale)
        return _part(name, day.year, day.month, day.day, self._locale)


@lru_cache(maxsize=1_024)
def _part(name: str, year: int, month: int, day: int, locale: str) -> str:
    return str(DateTimeFormat(date(year, month, day), Locale.parse(locale))[name])


@lru_cache(maxsize=4_096)
def day_of_year_text(month: int, day: int, locale: Locale) -> str:
    """Return a day without its year, for lists below the year: `November 12`, `12. November`."""
    if locale == ENGLISH:
        return f"{_MONTHS[month - 1]} {day}"
    return str(format_skeleton("MMMMd", date(2000, month, day), locale=locale))


@lru_cache(maxsize=4_096)
def month_text(year: int, month: int, locale: Locale) -> str:
    """Return a month and its year as a heading: `November 2024`, `листопад 2024`."""
    if locale == ENGLISH:
        return f"{_MONTHS[month - 1]} {year}"
    return str(format_skeleton("yMMMM", date(year, month, 1), locale=locale))
