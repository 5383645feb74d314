"""Sites in languages with a catalogue, without one, and with labels of their own, against strings written by hand."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

from mkdocs_journal.language.catalogues import catalogue
from mkdocs_journal.language.labels import labels_for
from tests.conftest import Site, post
from tests.history.repository import Repository

NAMES = {"tag": "Θέμα", "category": "Είδος", "series": "Σειρά", "people": ("Άννα", "Βίκτωρ"), "title": "Τίτλος"}
"""Names in the content, in Greek letters, which no catalogue has."""
PROGRAMS = re.compile(r"https?://\S+|Markdown|RSS|Atom|JSON Feed|Git\b")
"""Addresses and names of programs, the same in every language."""
PARTS = (
    r'<article class="journal-article h-entry".*?</article>',
    r'<div[^>]*>\s*(?:<p class="journal-back|<h1 id="journal-archive).*?(?=<footer|<div class="modal)',
    r"<p>.*?</p>\s*</body>",
)
"""What the journal has made of a page."""


def sources(number: int = 5) -> dict[str, str | bytes]:
    """Return posts that show every label of a build; each is two pages long in lists."""
    people = "\n".join(
        f"a{at}: {{name: {name}, url: 'https://example.org/{at}'}}" for at, name in enumerate(NAMES["people"])
    )
    found: dict[str, str | bytes] = {"docs/journal/.authors.yml": people + "\n", "docs/index.md": "# Αρχή\n"}
    for at in range(1, number + 1):
        front = (
            f"title: {NAMES['title']} {at}\ntags: [{NAMES['tag']}]\ncategories: [{NAMES['category']}]\nauthors: [a0, a1]"
            f"\nseries: {NAMES['series']}\nlast_updated: 2024-12-0{at}\nredirect_from: /old/{at}/\npin: {at == 1}"
        )
        found[f"docs/journal/2024-11-0{at}-p{at}.md"] = post(front, "Κείμενο.\n\n<!-- more -->\n\nΣυνέχεια.\n")
    return found


def options(**more: object) -> dict[str, object]:
    """Return options with which a journal shows all that it can."""
    return {"per_page": 2, "author_box": True, "feeds": {"terms": ["atom"]}, **more}


def texts(page: str) -> Iterator[str]:
    """Yield what the journal's part of a page shows and reads out, without the words of the theme."""
    for part in PARTS:
        for found in re.findall(part, page, re.DOTALL):
            yield from re.findall(r'(?:aria-label|alt|title|placeholder|value)="([^"]*)"', found)
            yield html.unescape(re.sub(r"<[^>]*>", "\n", re.sub(r"</?(?:a|img|span|time)\b[^>]*>", "", found)))


def shown(page: str) -> str:
    """Return these texts, each run of blanks as one."""
    return " ".join(" ".join(texts(page)).split())


HAND: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "de": {
        "journal/": (
            "Angeheftet",
            "Άννα, Βίκτωρ · 1. November 2024 · 1 Min. Lesezeit · Είδος · Aktualisiert am 1. Dezember 2024",
            "Weiterlesen: Τίτλος 1",
            "Seite 1 von 3",
            "Ältere Beiträge",
            "Archiv",
            "5 Beiträge",
            "Schlagwörter Kategorien Autoren Serien Abonnieren",
        ),
        "journal/2024/11/p2/": (
            "Teil 2 von 5 der Serie „Σειρά“",
            "Vorheriger Beitrag Τίτλος 1",
            "Nächster Beitrag Τίτλος 3",
        ),
        "journal/2024/": ("Beiträge aus 2024", "November 2024", "5. November"),
        "journal/tags/θέμα/": ("Beiträge zu Θέμα",),
        "journal/subscribe/": ("sobald eine dieser Adressen eingetragen ist.",),
        "old/1/": ("Diese Seite ist umgezogen:",),
    },
    "ja": {
        "journal/": (
            "固定表示",
            "Άννα、Βίκτωρ · 2024年11月1日 · 読了時間 1 分 · Είδος · 更新日：2024年12月1日",
            "続きを読む：Τίτλος 1",
            "1 / 3 ページ",
            "古い記事",
            "アーカイブ",
            "5 件の記事",
            "タグ カテゴリー 著者 連載 購読",
        ),
        "journal/2024/11/p2/": ("Σειρά（全 5 回の第 2 回）", "前の記事 Τίτλος 1", "次の記事 Τίτλος 3"),
        "journal/2024/": ("2024年の記事", "2024年11月", "11月5日"),
        "journal/tags/θέμα/": ("タグ「Θέμα」の記事",),
        "journal/subscribe/": ("フィードリーダーに次のアドレスのいずれかを登録すると、新しい記事が自動的に届きます。",),
        "old/1/": ("このページは移動しました：",),
    },
    "ar": {
        "journal/": (
            "مثبّتة",
            "Άννα، Βίκτωρ · 1 نوفمبر 2024 · دقيقة واحدة للقراءة · Είδος · آخر تحديث: 1 ديسمبر 2024",
            "متابعة القراءة: Τίτλος 1",
            "الصفحة 1 من 3",
            "مقالات أقدم",
            "الأرشيف",
            "5 مقالات",
            "الوسوم التصنيفات الكتّاب السلاسل الاشتراك",
        ),
        "journal/2024/11/p2/": ("الجزء 2 من 5 في سلسلة «Σειρά»", "المقالة السابقة Τίτλος 1", "المقالة التالية Τίτλος 3"),
        "journal/2024/": ("مقالات عام 2024", "نوفمبر 2024", "5 نوفمبر"),
        "journal/tags/θέμα/": ("مقالات بوسم «Θέμα»",),
        "journal/subscribe/": ("أضف أحد هذه العناوين إلى قارئ الخلاصات لتصلك المقالات الجديدة تلقائيًا.",),
        "old/1/": ("نُقلت هذه الصفحة إلى:",),
    },
    "he": {
        "journal/": (
            "נעוץ",
            "Άννα, Βίκτωρ · 1 בנובמבר 2024 · דקת קריאה אחת · Είδος · עודכן ב־1 בדצמבר 2024",
            "להמשך קריאה: Τίτλος 1",
            "עמוד 1 מתוך 3",
            "פוסטים ישנים יותר",
            "ארכיון",
            "5 פוסטים",
            "תגיות קטגוריות כותבים סדרות הרשמה לעדכונים",
        ),
        "journal/2024/11/p2/": ("חלק 2 מתוך 5 בסדרה Σειρά", "הפוסט הקודם Τίτλος 1", "הפוסט הבא Τίτλος 3"),
        "journal/2024/": ("פוסטים משנת 2024", "נובמבר 2024", "5 בנובמבר"),
        "journal/2024/11/": ("פוסטים מנובמבר 2024",),
        "journal/tags/θέμα/": ("פוסטים עם התגית Θέμα",),
        "old/1/": ("הדף הזה עבר לכתובת:",),
    },
    "uk": {
        "journal/": (
            "Закріплено",
            "Άννα, Βίκτωρ · 1 листопада 2024 р. · 1 хв читання · Είδος · Оновлено 1 грудня 2024 р.",
            "Читати далі: Τίτλος 1",
            "Сторінка 1 з 3",
            "Старіші записи",
            "Архів",
            "5 записів",
            "Позначки Категорії Автори Серії Підписатися",
        ),
        "journal/2024/11/p2/": ("Частина 2 з 5 у серії «Σειρά»", "Попередній запис Τίτλος 1", "Наступний запис Τίτλος 3"),
        "journal/2024/": ("Записи: 2024", "листопад 2024 р.", "5 листопада"),
        "journal/tags/θέμα/": ("Записи з позначкою «Θέμα»",),
        "old/1/": ("Сторінку переміщено:",),
    },
    "zh-Hant": {
        "journal/": (
            "置頂",
            "Άννα、Βίκτωρ · 2024年11月1日 · 閱讀約 1 分鐘 · Είδος · 更新於 2024年12月1日",
            "繼續閱讀：Τίτλος 1",
            "第 1 頁，共 3 頁",
            "較舊的文章",
            "彙整",
            "5 篇文章",
            "標籤 分類 作者 系列 訂閱",
        ),
        "journal/2024/11/p2/": ("Σειρά（共 5 篇，第 2 篇）", "上一篇 Τίτλος 1", "下一篇 Τίτλος 3"),
        "journal/2024/": ("2024年的文章", "2024年11月", "11月5日"),
        "journal/tags/θέμα/": ("標籤為「Θέμα」的文章",),
        "old/1/": ("此頁面已移至：",),
    },
}


@pytest.mark.parametrize("language", HAND)
def test_a_site_in_a_language(site: Site, language: str) -> None:
    """Labels, plurals, dates and punctuation; the direction where it is from the right."""
    site.write(sources())
    site.config["plugins"] = [{"journal": options(locale=language)}]

    result = site.build("--strict")

    assert result.messages == [], result.log
    for page, wanted in HAND[language].items():
        text = shown(result.page(f"{page}index.html"))
        for words in wanted:
            assert words.replace("\u202f", " ") in text, f"{page}: {text}"
    tag = "zh-Hant" if language == "zh-Hant" else language
    attributes = f'lang="{tag}"' + (' dir="rtl"' if language in {"ar", "he"} else "")
    assert f"<div {attributes}>" in result.page("journal/index.html")
    assert f'<article class="journal-article h-entry" {attributes}>' in result.page("journal/2024/11/p2/index.html")
    assert f"<html {attributes}>" in result.page("old/1/index.html")
    assert f'xml:lang="{tag}"' in result.page("journal/feed.xml")
    assert f'xml:lang="{tag}"' in result.page("journal/rss.xml")


@pytest.mark.parametrize("language", ["ar", "fa", "he", "hi", "ja", "ko", "ru", "uk", "zh", "zh-TW"])
def test_no_page_has_a_word_of_another_language(site: Site, language: str) -> None:
    """Whatever the journal shows: posts, lists, redirects, aria labels; titles of pages and of feeds as well."""
    site.write(sources())
    site.config["plugins"] = [{"journal": options(locale=language)}]
    site.config["site_name"] = "Ιστός"

    result = site.build("--strict")

    pages = [name for name in result.files if name.endswith("index.html") and name != "index.html"]
    assert len(pages) > 20
    for name in pages:
        page = result.page(name)
        titles = re.findall(r"<title>(.*?)</title>|<h1[^>]*>(.*?)</h1>|<link rel=.alternate[^>]*title=\"([^\"]*)\"", page)
        text = PROGRAMS.sub("", " ".join((shown(page), *("".join(title) for title in titles))))
        assert len(text) > 10
        assert not re.findall(r"[A-Za-z]+", text), f"{name}: {text}"


def _marked(words: str | Mapping[str, str]) -> str | dict[str, str]:
    """Return a label without its words."""
    if isinstance(words, str):
        return "§" + " ".join(re.findall(r"\{\w+\}", words)) + "§"
    return {form: str(_marked(text)) for form, text in words.items()}


def test_every_label_can_be_replaced(site: Site) -> None:
    """Not a word of the catalogue is left."""
    own = {key: _marked(words) for key, words in catalogue("en").items()}
    site.write(sources())
    site.config["plugins"] = [{"journal": options(locale="ja", labels=own)}]

    result = site.build("--strict")

    assert result.messages == []
    for name in (name for name in result.files if name.endswith("index.html") and name != "index.html"):
        text = re.sub(r"\d+年(?:\d+月)?(?:\d+日)?|\d+月\d+日", "", shown(result.page(name)))
        assert "§" in text
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text), f"{name}: {text}"


def test_a_language_without_a_catalogue_is_english_wholly(site: Site) -> None:
    """Dates too; what authors wrote stays in their language, and one line says how to add labels."""
    site.write(sources(2) | {"docs/journal/index.md": "# Päiväkirja\n\nOma teksti.\n"})
    site.config["plugins"] = [{"journal": options(locale="fi")}]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    (told,) = [line for line in result.ours if "J8" in line]
    assert told == (
        "mkdocs.yml: locale: there are no labels for Finnish (fi), so labels and dates are in English; to add the "
        "language, write a text for each label in the option labels of the journal (J890)"
    )
    page = result.page("journal/2024/11/p2/index.html")
    assert "November 2, 2024 · 1 min read · Είδος · Updated December 2, 2024" in shown(page)
    assert '<article class="journal-article h-entry" lang="fi">' in page
    assert 'class="journal-byline" data-pagefind-ignore="all" lang="en">' in page
    assert '<div lang="fi">\n<h1 id="paivakirja">' in result.page("journal/index.html")
    assert '<article class="journal-entry h-entry" lang="fi">' in result.page("journal/index.html")
    assert '<span lang="en">This page has moved:</span>' in result.page("old/1/index.html")
    assert '<html lang="fi">' in result.page("old/1/index.html")
    for feed in ("journal/feed.xml", "journal/rss.xml"):
        assert re.search(r'<(?:feed|rss)\b[^>]* xml:lang="fi"', result.page(feed))
    assert "<language>fi</language>" in result.page("journal/rss.xml")


def test_a_language_is_added_in_the_configuration(site: Site) -> None:
    """With its dates and plural forms; labels that are missing are English and named."""
    words: dict[str, object] = {key: f"Sana {text}" for key, text in catalogue("en").items() if isinstance(text, str)}
    words |= {"posts": {"one": "{count} kirjoitus", "other": "{count} kirjoitusta"}, "updated": "Päivitetty {day}"}
    del words["continue"]
    site.write(sources(3))
    site.config["plugins"] = [{"journal": options(locale="fi", labels=words)}]

    result = site.build("--strict")

    (told,) = [line for line in result.ours if "J8" in line]
    assert told == (
        "mkdocs.yml: locale: some labels for Finnish (fi) are in English; write in the option labels of the journal: "
        "continue, reading_time (J891)"
    )
    text = shown(result.page("journal/index.html"))
    assert "1. marraskuuta 2024 · 1 min read · Είδος · Päivitetty 1. joulukuuta 2024" in text
    assert "3 kirjoitusta" in text
    assert "Continue reading" in text


@pytest.mark.parametrize("theme", [{"name": "mkdocs", "locale": "uk"}, {"name": "readthedocs", "locale": "zh_TW"}])
def test_the_language_of_the_theme(site: Site, theme: dict[str, str]) -> None:
    site.write(sources(2))
    site.config |= {"plugins": [{"journal": options()}], "theme": theme}

    result = site.build("--strict")

    labels = labels_for(theme["locale"])
    text = shown(result.page("journal/index.html"))
    assert labels("continue") in text
    assert labels("archive") in text
    assert result.ours[-1].endswith("0 problems")


@pytest.mark.parametrize("name", ["xx", "english", "deutsch"])
def test_a_name_that_is_no_language_is_a_warning(site: Site, name: str) -> None:
    site.write(sources(1))
    site.config["plugins"] = [{"journal": options(locale=name)}]

    result = site.build()

    assert (
        f"mkdocs.yml: locale: '{name}' is not a known language, so English is used; "
        "write a language such as de or pt-BR (J806)"
    ) in result.ours
    assert "Continue reading" in result.page("journal/index.html")


def _served(site: Site, folder: Path) -> Mapping[str, str]:
    """Return the pages as `serve` makes them."""
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    fresh = str(Path(__file__).with_name("fresh.py"))
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(
        [sys.executable, fresh, "mkdocs.yml", str(folder), "http://127.0.0.1/"], cwd=site.folder, env=env, check=True
    )
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("index.html")}


def test_a_preview_in_another_language(site: Site, tmp_path: Path) -> None:
    """Badges and empty lists have the words of the language; problems are in English, marked as such."""
    site.write(
        {
            "docs/journal/2024-11-01-a.md": post("title: Α\ndraft: true"),
            "docs/journal/2024-11-02-b.md": post("title: Β\npublished: false"),
            "docs/journal/2999-11-03-c.md": post("title: Γ"),
            "docs/journal/2024-11-04-d.md": "---\ntitle: [\n---\n",
        }
    )
    site.config["plugins"] = [{"journal": options(locale="he")}]

    pages = _served(site, tmp_path / "out")

    landing = shown(pages["journal/index.html"])
    assert "אין עדיין פוסטים. כל קובץ Markdown עם תאריך בתיקייה journal הופך לפוסט." in landing
    assert "רק בתצוגה המקדימה הזו" in landing
    assert "מתוזמן 3 בנובמבר 2999 Γ" in landing
    assert "לא פורסם 2 בנובמבר 2024 Β" in landing
    assert "טיוטה 1 בנובמבר 2024 Α" in landing
    (problem,) = (page for page in pages.values() if "journal-problem" in page)
    assert '<h1 id="journal-problem">אי אפשר לפרסם את הפוסט הזה</h1>' in problem
    assert 'href="#journal-problem"' in problem, "in the table of contents"
    assert '<div class="journal-problem" role="alert" lang="en" dir="ltr">' in problem


def test_the_stamp_of_a_page_in_another_language(site: Site) -> None:
    """With its direction; that of a language without labels is in English."""
    repository = Repository(site.folder)
    repository.commit(
        "2024-01-01", {"docs/page.md": "# Σελίδα\n", "docs/journal/index.md": "# J\n"}, author="Άννα <a@example.org>"
    )
    found = []
    for language in ("fa", "fi"):
        site.config["plugins"] = [{"journal": options(locale=language, last_updated=["git"], page_stamps=True)}]
        page = site.build().page("page/index.html")
        found.append(re.search(r'<div class="journal-page-stamp"([^>]*)>(.*?)</div>', page, re.DOTALL))

    persian, english = (" ".join(re.sub("<[^>]*>", "", one[2]).split()) for one in found if one)
    assert [one[1] for one in found if one] == [
        ' data-pagefind-ignore="all" lang="fa" dir="rtl"',
        ' data-pagefind-ignore="all"',
    ]
    day = format_date(date(2024, 1, 1), "long", "fa")  # releases of Babel write it in different ways
    assert persian == f"ایجاد: {day} مشارکت‌کنندگان: Άννα"
    assert english == "Created January 1, 2024 Contributors: Άννα"
