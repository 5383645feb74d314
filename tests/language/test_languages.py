"""Days, plural forms and fallbacks as readers of many languages see them."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mkdocs_journal.language.catalogues import catalogue_of
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.language.locales import day_text, is_code_of, locale_of, month_text
from tests.language.test_language import LANGUAGES


def test_the_languages_that_have_a_catalogue() -> None:
    assert " ".join(LANGUAGES) == "ar cs de en es fa fr he hi it ja ko nb nl pl pt pt-BR ru sv tr uk zh zh-TW"
    for language in LANGUAGES:
        assert catalogue_of(language) == language


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("es", "5 de marzo de 2024", "marzo de 2024"),
        ("fr", "5 mars 2024", "mars 2024"),
        ("it", "5 marzo 2024", "marzo 2024"),
        ("nl", "5 maart 2024", "maart 2024"),
        ("pl", "5 marca 2024", "marzec 2024"),
        ("ru", "5 марта 2024\u202fг.", "март 2024\u202fг."),
        ("zh", "2024年3月5日", "2024年3月"),
        ("zh-TW", "2024年3月5日", "2024年3月"),
    ],
)
def test_a_month_stands_alone_in_its_own_form(language: str, day: str, month: str) -> None:
    """`marca` is of March, `marzec` is March."""
    locale = locale_of(language)
    assert locale is not None

    assert day_text(date(2024, 3, 5), locale) == day
    assert month_text(2024, 3, locale) == month


@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_a_moment_is_shown_as_the_day_of_its_own_offset(hours: int) -> None:
    locale = locale_of("en")
    assert locale is not None

    assert day_text(datetime(2024, 11, 12, 0, 30, tzinfo=timezone(timedelta(hours=hours))), locale) == "November 12, 2024"
    assert day_text(datetime(2024, 11, 12, 23, 30, tzinfo=UTC), locale) == "November 12, 2024"


@pytest.mark.parametrize(("variable", "value"), [("TZ", "Asia/Tokyo"), ("LC_ALL", "de_DE.UTF-8"), ("LANGUAGE", "ja")])
def test_a_day_does_not_depend_on_the_machine(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    program = (
        "from datetime import UTC, datetime\n"
        "from mkdocs_journal.language.locales import ENGLISH, day_text\n"
        "print(day_text(datetime(2024, 11, 12, 23, 59, tzinfo=UTC), ENGLISH))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "November 12, 2024\n"


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["0 posts", "1 post", "2 posts"]),
        ("de", ["0 Beiträge", "1 Beitrag", "2 Beiträge"]),
        ("pt", ["0 artigo", "1 artigo", "2 artigos", "1000000 de artigos"]),
        ("zh-TW", ["0 篇文章", "1 篇文章", "2 篇文章"]),
    ],
)
def test_the_number_of_posts(language: str, texts: list[str]) -> None:
    """Zero is singular in Portuguese, and millions take `de`."""
    labels = labels_for(language)

    assert [labels.count("posts", int(text.split()[0])) for text in texts] == texts


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("ru", ["1 запись", "2 записи", "4 записи", "5 записей", "11 записей", "12 записей", "21 запись", "111 записей"]),
        ("pl", ["1 wpis", "2 wpisy", "4 wpisy", "5 wpisów", "12 wpisów", "21 wpisów", "22 wpisy", "112 wpisów"]),
    ],
)
def test_slavic_plurals_follow_the_last_digits(language: str, texts: list[str]) -> None:
    labels = labels_for(language)

    assert [labels.count("posts", int(text.split()[0])) for text in texts] == texts


@pytest.mark.parametrize(
    ("name", "tags", "catalogue"),
    [
        ("DE", "Schlagwörter", "de"),
        ("de-CH", "Schlagwörter", "de"),
        ("pt-BR", "Tags", "pt-BR"),
        ("pt-PT", "Etiquetas", "pt"),
        ("no", "Stikkord", "nb"),
        ("iw", "תגיות", "he"),
        ("zh-CN", "标签", "zh"),
        ("zh_TW", "標籤", "zh-TW"),
        ("zh-Hant-TW", "標籤", "zh-TW"),
        ("zh-Hant", "標籤", "zh-TW"),
        ("zh_hant_hk", "標籤", "zh-TW"),
        ("zh-HK", "標籤", "zh-TW"),
        ("zh-Hans", "标签", "zh"),
        ("fi", "Tags", ""),
        ("nn", "Tags", ""),
        ("la", "Tags", ""),
    ],
)
def test_the_words_of_a_language_with_a_territory(name: str, tags: str, catalogue: str) -> None:
    assert (labels_for(name)("tags"), catalogue_of(name)) == (tags, catalogue)


@pytest.mark.parametrize(
    ("name", "year", "month"),
    [
        ("en", "Posts of 2024", "Posts of March 2024"),
        ("ja", "2024年の記事", "2024年3月の記事"),
        ("zh", "2024年的文章", "2024年3月的文章"),
        ("zh-TW", "2024年的文章", "2024年3月的文章"),
    ],
)
def test_the_headings_of_years_and_months(name: str, year: str, month: str) -> None:
    """Where years and months have a word of their own, no blank stands behind it."""
    labels, locale = labels_for(name), locale_of(name)

    assert locale is not None
    assert labels("year_archive", name="2024") == year
    assert labels("month_archive", name=month_text(2024, 3, locale)) == month


def test_a_name_without_a_value_stays_for_the_author_to_see() -> None:
    assert labels_for("en")("page_of", page=2) == "Page 2 of {pages}"


def test_values_that_look_like_names_or_patterns_are_text() -> None:
    r"""Neither `{page}` in a value nor `\1` is replaced again."""
    labels = labels_for("en")

    assert labels("page_of", page="{pages}", pages=r"\1 %s") == r"Page {pages} of \1 %s"
    assert labels("tag_archive", name="{0} {name!r}") == "Posts tagged {0} {name!r}"


@pytest.mark.parametrize(
    ("name", "language", "is_code"),
    [
        ("de", "de", True),
        ("DE", "de-AT", True),
        ("de_AT", "de", True),
        ("zh-TW", "zh-Hant-TW", True),
        ("ku", "ku", True),
        ("en-news", "en", False),
        ("news", "en", False),
        ("de", "en", False),
        ("", "en", False),
    ],
)
def test_a_name_that_is_a_language(name: str, language: str, is_code: bool) -> None:
    assert is_code_of(name, language) is is_code
