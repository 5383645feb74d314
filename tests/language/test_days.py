"""Days are written as Babel writes them, though each of their parts is written once only."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date

from mkdocs_journal.language.locales import day_of_year_text, day_text

DAYS = (date(2024, 1, 1), date(2023, 12, 31), date(1999, 2, 9), date(2020, 11, 30), date(7, 7, 7))
LANGUAGES = [
    "en",
    "de",
    "fr",
    "ar",
    "fa",
    "he",
    "hi",
    "ja",
    "ko",
    "zh",
    "zh_Hant_TW",
    "th",
    "my",
    "mr",
    "ru",
    "uk",
    "cs",
    "pl",
    "pt",
    "pt_BR",
    "eu",
    "hu",
    "lv",
    "lt",
    "tr",
    "vi",
    "ca_ES",
    "en_GB",
    "es_MX",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_written_as_babel_writes_it(language: str) -> None:
    locale = Locale.parse(language)

    assert [day_text(day, locale) for day in DAYS] == [format_date(day, "long", locale=locale) for day in DAYS]


def test_the_last_day_of_february_without_its_year() -> None:
    """A day of leap years only."""
    assert day_of_year_text(2, 29, Locale("en")) == "February 29"
    assert day_of_year_text(2, 29, Locale("de")) == "29. Februar"
