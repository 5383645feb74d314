"""Days are written as Babel writes them, though each of their parts is written once only."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton

from mkdocs_journal.language.locales import (
    ENGLISH,
    day_of_year_text,
    day_text,
    document_language,
    month_text,
    page_language_attributes,
    plural_form,
)

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


def test_english_is_written_as_babel_writes_it() -> None:
    days = [date(2024, 1, 1) + timedelta(days=day) for day in range(366)] + list(DAYS)

    for day in days:
        assert day_text(day, ENGLISH) == format_date(day, "long", locale="en")
        assert day_of_year_text(day.month, day.day, ENGLISH) == format_skeleton("MMMMd", day, locale="en")
        assert month_text(day.year, day.month, ENGLISH) == format_skeleton("yMMMM", day, locale="en")
    assert all(plural_form(number, ENGLISH) == ENGLISH.plural_form(number) for number in range(1_200))
    assert document_language("en")["direction"] == ENGLISH.text_direction
    assert page_language_attributes("en", "ar")["dir"] == ENGLISH.text_direction


def test_a_site_in_english_needs_no_data_of_babel() -> None:
    """They take 5 MiB and time to load."""
    program = """
from datetime import date
from babel import localedata
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.language.locales import day_of_year_text, day_text, document_language, language_tag, month_text
labels = labels_for("en")
print(labels.count("posts", 1), labels.count("posts", 2), day_text(date(2024, 11, 12), labels.locale))
print(month_text(2024, 11, labels.locale), day_of_year_text(11, 12, labels.locale), document_language("en"))
print(repr(language_tag("")), sorted(localedata._cache))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines() == [
        "1 post 2 posts November 12, 2024",
        "November 2024 November 12 {'language': 'en', 'direction': 'ltr'}",
        "'' []",
    ]
