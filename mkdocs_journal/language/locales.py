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


def is_language(name: str) -> bool:
    """Return whether a code as sites write it is that of a language, with or without rules for its dates."""
    return locale_of(name) is not None or _code(name) in ENGLISH.languages


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
    directions = [locale.text_direction for name in (inner, around) if (locale := locale_of(name))]
    return {"lang": tag, **({"dir": directions[0]} if directions[0] != directions[-1] else {})}


def document_language(name: str) -> dict[str, str]:
    """Return `language`, a BCP 47 tag, and `direction` of a whole document in a language as sites write it."""
    locale = locale_of(name)
    return {"language": language_tag(name), "direction": locale.text_direction if locale else "ltr"}


def page_language_attributes(inner: str, outer: str) -> dict[str, str]:
    """Return the `lang` and `dir` of a part of a page, as `language_attributes`, and `dir` of all that runs from the right.

    Not every theme writes the direction of its language.
    """
    locale = locale_of(inner)
    rtl = {"dir": "rtl"} if locale and locale.text_direction == "rtl" else {}
    return {**language_attributes(inner, outer), **rtl}


def day_text(day: date | datetime, locale: Locale) -> str:
    """Return a day in the long form of a language: `November 12, 2024`, `12. November 2024`."""
    return _day_text(day.date() if isinstance(day, datetime) else day, str(locale))


@lru_cache(maxsize=4_096)
def _day_text(day: date, locale: str) -> str:
    return str(format_date(day, "long", locale=locale))


@lru_cache(maxsize=4_096)
def day_of_year_text(month: int, day: int, locale: Locale) -> str:
    """Return a day without its year, for lists below the year: `November 12`, `12. November`."""
    return str(format_skeleton("MMMMd", date(2000, month, day), locale=locale))


@lru_cache(maxsize=4_096)
def month_text(year: int, month: int, locale: Locale) -> str:
    """Return a month and its year as a heading: `November 2024`, `листопад 2024`."""
    return str(format_skeleton("yMMMM", date(year, month, 1), locale=locale))
