"""Days and labels in the language of a site."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from babel import Locale

from mkdocs_journal.language.labels import Labels, labels_for
from mkdocs_journal.language.locales import day_text, language_tag, locale_of, month_text
from tests.conftest import PACKAGE

DAY = date(2024, 11, 12)
LANGUAGES = sorted(file.stem for file in (PACKAGE / "locale").glob("*.json"))


@pytest.mark.parametrize(
    ("name", "found", "day", "month"),
    [
        ("en", "en", "November 12, 2024", "November 2024"),
        ("de", "de", "12. November 2024", "November 2024"),
        ("en-GB", "en_GB", "12 November 2024", "November 2024"),
        ("pt_BR", "pt_BR", "12 de novembro de 2024", "novembro de 2024"),
        ("uk", "uk", "12 листопада 2024\u202fр.", "листопад 2024\u202fр."),
        ("ja", "ja", "2024年11月12日", "2024年11月"),
        ("de-XX", "de", "12. November 2024", "November 2024"),
    ],
)
def test_a_day_as_the_language_writes_it(name: str, found: str, day: str, month: str) -> None:
    locale = locale_of(name)

    assert locale is not None
    assert str(locale) == found
    assert day_text(DAY, locale) == day
    assert day_text(datetime(2024, 11, 12, 23, 59, tzinfo=UTC), locale) == day
    assert month_text(2024, 11, locale) == month


@pytest.mark.parametrize("name", ["xx", "", "not a language", "../de"])
def test_an_unknown_language(name: str) -> None:
    assert locale_of(name) is None
    assert labels_for(name)("tags") == "Tags"


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        *(("pt_br", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("DE", "de"), ("de-XX", "de"), ("", ""), ("nonsense", "")),
        *(("sr@latin", "sr"), ("ca_ES@valencia", "ca-ES"), ("de_DE.UTF-8@euro", "de-DE"), ("@latin", "")),
    ],
)
def test_a_language_as_feeds_name_it(name: str, tag: str) -> None:
    """BCP 47, and empty for an unknown language."""
    assert language_tag(name) == tag


def test_labels() -> None:
    assert labels_for("de")("tags") == "Schlagwörter"
    assert labels_for("de_AT")("tags") == "Schlagwörter"
    assert labels_for("en")("updated", day="May 5, 2025") == "Updated May 5, 2025"


def test_a_name_in_braces_within_a_value_is_text() -> None:
    assert labels_for("en")("tag_archive", name="{name} {0}").count("{name} {0}") == 1


def test_plural_forms_follow_the_language() -> None:
    words: dict[str, str | dict[str, str]] = {
        "posts": {"one": "{count} пост", "few": "{count} поста", "other": "{count} постов"},
        "same": "{count} posts",
    }
    labels = Labels("ru", words)

    assert [labels.count("posts", number) for number in (1, 2, 5, 21)] == ["1 пост", "2 поста", "5 постов", "21 пост"]
    assert labels.count("same", 3) == "3 posts"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_words_of_the_english_one(language: str) -> None:
    """And the same names in braces."""
    own, english = labels_for(language).words, labels_for("en").words

    assert set(own) == set(english)
    for key, text in english.items():
        if isinstance(text, str):
            assert sorted(_names(str(own[key]))) == sorted(_names(text)), key


def _names(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def test_a_name_of_many_parts_is_read_as_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many parts as a language has are tried, not each beginning of a long name."""
    tried: list[str] = []

    def counted(name: str) -> Locale:
        tried.append(name)
        return Locale.parse(name)

    monkeypatch.setattr("mkdocs_journal.language.locales.Locale", SimpleNamespace(parse=counted))

    assert str(locale_of("zh-Hant-TW" + "-a" * 3_000)) == "zh_Hant_TW"
    assert locale_of("q-" * 3_000) is None
    assert len(tried) == 6
