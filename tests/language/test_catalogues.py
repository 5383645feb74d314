"""Every catalogue is complete, and a language without one is English."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel import Locale

from mkdocs_journal.language.catalogues import catalogue, catalogue_of, doubtful_language, shown_language
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.language.locales import document_language, language_name, language_tag, page_language_attributes
from mkdocs_journal.publishing.assets import FEED_STYLESHEET, FOLDER
from tests.conftest import PACKAGE

FILES = sorted((PACKAGE / "locale").glob("*.json"))
ENGLISH = json.loads((PACKAGE / "locale/en.json").read_text(encoding="utf-8"))
BORROWED = {
    "journal": {"de", "fr"},
    "tags": {"nl", "pt-BR"},
    "website": {"de", "nl"},
    "series": {"es", "nl"},
    "posts": {"pt-BR"},
}
"""Words that a language has in common with English."""
FORMAL = {"feed_title", "page_title", "comma", "colon"}
"""Labels without words."""
LETTERS = {
    "ar": "ARABIC",
    "fa": "ARABIC",
    "he": "HEBREW",
    "hi": "DEVANAGARI",
    "ja": "CJK UNIFIED HIRAGANA KATAKANA",
    "ko": "HANGUL",
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "zh": "CJK UNIFIED",
    "zh-TW": "CJK UNIFIED",
}
OF_OTHERS = {"Markdown", "RSS", "Git"}
"""Names that stay as they are."""


def forms(words: str | Mapping[str, str]) -> Mapping[str, str]:
    """Return a label by plural form; one that has none has the form `other`."""
    return {"other": words} if isinstance(words, str) else words


def names(text: str) -> list[str]:
    """Return the names in braces."""
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_label_plural_form_or_name_is_missing(file: Path) -> None:
    """The form of one number alone may have the number as a word."""
    own = json.loads(file.read_text(encoding="utf-8"))
    rule = Locale.parse(file.stem.replace("-", "_")).plural_form
    of_form: dict[str, list[int]] = {}
    for number in (*range(1000), 1_000_000):
        of_form.setdefault(rule(number), []).append(number)

    assert list(own) == list(ENGLISH), "the same labels in the same order"
    for key, words in own.items():
        assert isinstance(words, str) == isinstance(ENGLISH[key], str), key
        if not isinstance(words, str):
            assert set(words) == {*rule.tags, "other"}, key
        for form, text in forms(words).items():
            assert text == unicodedata.normalize("NFC", text)
            assert text.strip(" \u00a0") or key in FORMAL
            as_word = len(of_form.get(form, ())) == 1 and form in {"zero", "one", "two"} and not names(text)
            assert as_word or names(text) == names(forms(ENGLISH[key])["other"]), f"{key}: {form}"


@pytest.mark.parametrize("file", [file for file in FILES if file.stem != "en"], ids=lambda file: file.stem)
def test_no_label_is_english(file: Path) -> None:
    """No word of a language with letters of its own has Latin letters, but for names of programs."""
    own = json.loads(file.read_text(encoding="utf-8"))

    for key, words in own.items():
        for text in forms(words).values():
            assert text not in forms(ENGLISH[key]).values() or key in FORMAL or file.stem in BORROWED.get(key, ()), key
            for letter in re.sub(rf"\{{\w+\}}|{'|'.join(OF_OTHERS)}", "", text) if file.stem in LETTERS else "":
                if letter.isalpha():
                    kinds = LETTERS[file.stem].split()
                    assert unicodedata.name(letter).startswith((*kinds, "KATAKANA-HIRAGANA")), f"{key}: {text}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_punctuation(file: Path) -> None:
    """Typographic quotation marks and apostrophes, full width where letters are, no doubled blank."""
    own = json.loads(file.read_text(encoding="utf-8"))
    text = " | ".join(text for key, words in own.items() if key not in FORMAL for text in forms(words).values())

    assert not re.search(r"['\"`]|\.\.\.|  ", text)
    if file.stem in {"ja", "zh", "zh-TW"}:
        assert not re.search(r"[:,;!?](?!\w)", text)
    if file.stem == "fr":
        assert not re.search(r"[^\u00a0][:;!?»]", text)
    if file.stem in {"ar", "fa"}:
        assert not re.search(r"[,;?]", text)


def test_feeds_have_a_hint_in_every_language_of_a_catalogue() -> None:
    css = (FOLDER / FEED_STYLESHEET).read_text(encoding="utf-8")
    found = re.findall(r':root:lang\(([\w-]+)\)::before \{\n +content: "([^"]+)"', css)

    assert {catalogue_of(language) for language, _ in found} == {file.stem for file in FILES} - {"en"}
    assert len({text for _, text in found}) == len(FILES) - 1
    assert ":root:lang(zh-Hant)::before" in css, "so the feed of `zh-TW` names its language"
    assert ":root:not(:lang(en)) pubDate {\n  display: none;" in css, "days of RSS have English words"
    assert ":root:lang(he) {\n  direction: rtl;" in css


@pytest.mark.parametrize(
    ("language", "number", "posts", "minutes"),
    [
        ("ar", 0, "لا توجد مقالات", "أقل من دقيقة للقراءة"),
        ("ar", 1, "مقالة واحدة", "دقيقة واحدة للقراءة"),
        ("ar", 2, "مقالتان", "دقيقتان للقراءة"),
        ("ar", 3, "3 مقالات", "3 دقائق للقراءة"),
        ("ar", 11, "11 مقالة", "11 دقيقة للقراءة"),
        ("ar", 100, "100 مقالة", "100 دقيقة للقراءة"),
        ("ar", 103, "103 مقالات", "103 دقائق للقراءة"),
        ("he", 1, "פוסט אחד", "דקת קריאה אחת"),
        ("he", 2, "שני פוסטים", "שתי דקות קריאה"),
        ("he", 20, "20 פוסטים", "20 דקות קריאה"),
        ("uk", 1, "1 запис", "1 хв читання"),
        ("uk", 3, "3 записи", "3 хв читання"),
        ("uk", 11, "11 записів", "11 хв читання"),
        ("uk", 21, "21 запис", "21 хв читання"),
        ("cs", 1, "1 příspěvek", "1 min čtení"),
        ("cs", 4, "4 příspěvky", "4 min čtení"),
        ("cs", 5, "5 příspěvků", "5 min čtení"),
        ("pt-PT", 0, "0 artigos", "0 min de leitura"),
        ("pt-BR", 0, "0 post", "0 min de leitura"),
        ("tr", 2, "2 yazı", "2 dakikalık okuma"),
        ("ko", 2, "글 2개", "읽는 데 2분"),
        ("fr", 1_000_000, "1000000 d’articles", "1000000 min de lecture"),
    ],
)
def test_numbers(language: str, number: int, posts: str, minutes: str) -> None:
    labels = labels_for(language)

    assert (labels.count("posts", number), labels.count("reading_time", number)) == (posts, minutes)


WORDS = [key for key in ENGLISH if key not in FORMAL]
HALF = len(WORDS) // 2


@pytest.mark.parametrize(
    ("language", "own", "shown", "problem"),
    [
        ("de", [], "de", None),
        ("zh-Hant-HK", [], "zh-Hant-HK", None),
        ("en-GB", [], "en-GB", None),
        ("fi", [], "en", ("J890", {"language": "Finnish (fi)"})),
        ("nn", WORDS[:5], "en", ("J890", {"language": "Norwegian Nynorsk (nn)"})),
        ("fi-FI", WORDS, "fi-FI", None),
        ("fi", WORDS[: HALF + 1], "fi", ("J891", {"language": "Finnish (fi)", "labels": ", ".join(WORDS[HALF + 1 :])})),
        ("fi", WORDS[: HALF - 1], "en", ("J890", {"language": "Finnish (fi)"})),
        ("fi", [*FORMAL, *WORDS[2:]], "fi", ("J891", {"language": "Finnish (fi)", "labels": ", ".join(WORDS[:2])})),
        ("got", [], "en", ("J890", {"language": "Gothic (got)"})),
        ("got", WORDS, "en", None),
        ("xx", WORDS, "en", ("J806", {"found": "xx"})),
        ("english", [], "en", ("J806", {"found": "english"})),
        ("../de", [], "en", ("J806", {"found": "../de"})),
    ],
)
def test_a_language_without_a_catalogue(
    language: str, own: list[str], shown: str, problem: tuple[str, dict[str, str]] | None
) -> None:
    """It is English wholly, unless the site has written most of its labels; only then its dates are its own."""
    words = dict.fromkeys(own, "x")
    doubts = doubtful_language(language, words, of_theme=False)
    found = [(code, {key: str(text).strip("'") for key, text in values.items()}) for code, values in doubts]

    assert shown_language(language, words) == shown
    assert found == ([problem] if problem else [])
    assert labels_for(language, words).language.replace("_", "-") == shown


def test_a_theme_may_have_a_name_of_its_own_for_its_language() -> None:
    """As `custom` in Material: no warning, which would end a strict build."""
    assert list(doubtful_language("custom", {}, of_theme=True)) == [("J890", {"language": "custom"})]
    assert labels_for("custom")("tags") == "Tags"


def test_labels_of_a_site_stand_in_place_of_those_of_the_catalogue() -> None:
    labels = labels_for(
        "de", {"tags": "Themen", "posts": {"one": "{count} Text", "other": "{count} Texte"}, "no_such": "x"}
    )

    assert (labels("tags"), labels("categories"), labels.count("posts", 1)) == ("Themen", "Kategorien", "1 Text")
    assert labels_for("de")("tags") == "Schlagwörter", "the catalogue is as it was"
    assert set(labels.words) == set(catalogue("en"))


def test_languages_with_a_name_but_without_dates() -> None:
    assert language_name("got") == "Gothic (got)"
    assert (language_tag("got"), language_tag("got_XX"), language_tag("xx")) == ("got", "got", "")
    assert document_language("got") == {"language": "got", "direction": "ltr"}


@pytest.mark.parametrize(
    ("inner", "outer", "found"),
    [
        ("ar", "ar", {"dir": "rtl"}),
        ("he", "en", {"lang": "he", "dir": "rtl"}),
        ("en", "fa", {"lang": "en", "dir": "ltr"}),
        ("de", "de", {}),
        ("got", "en", {"lang": "got"}),
        ("", "en", {}),
    ],
)
def test_the_direction_of_a_part_of_a_page(inner: str, outer: str, found: dict[str, str]) -> None:
    """Themes need not write the direction of their language."""
    assert page_language_attributes(inner, outer) == found
