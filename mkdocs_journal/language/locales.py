"""Writes dates in a language, independent of the machine's locale and time zone."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

ENGLISH: Final = Locale("en")


@lru_cache(maxsize=256)
def locale_of(name: str) -> Locale | None:
    """Return the locale of a language code as sites write it (`de`, `pt-BR`, `zh_Hant`), or None if it is unknown.

    An unknown territory is left out: `ku-XX` is `ku`.
    """
    parts = name.replace("-", "_").split("_")
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


def language_tag(name: str) -> str:
    """Return the BCP 47 tag of a language code as sites write it (`pt_br`: `pt-BR`), or empty if it is unknown."""
    locale = locale_of(name) if name else None
    return str(locale).replace("_", "-") if locale else ""


def day_text(day: date | datetime, locale: Locale) -> str:
    """Return a day in the long form of a language: `November 12, 2024`, `12. November 2024`."""
    return _day_text(day.date() if isinstance(day, datetime) else day, str(locale))


@lru_cache(maxsize=4_096)
def _day_text(day: date, locale: str) -> str:
    return str(format_date(day, "long", locale=locale))


@lru_cache(maxsize=4_096)
def month_text(year: int, month: int, locale: Locale) -> str:
    """Return a month and its year as a heading: `November 2024`, `листопад 2024`."""
    return str(format_skeleton("yMMMM", date(year, month, 1), locale=locale))
