"""Journals in several languages side by side, each with a folder of its own."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import Result, Site, post
from tests.neighbours.languages import LANGUAGES, PICTURE, TITLES, alternates, in_folders, is_complete
from tests.site.reader import Reader, broken_links

SITE = "https://example.org/docs/"
JOURNALS = {code: {"folder": f"{code}/journal", "locale": code} for code in LANGUAGES}


def in_journals() -> dict[str, str | bytes]:
    """Return the sources, each language with its picture; old addresses are those of the English posts."""
    found = {
        name: re.sub("redirect_from: .*\n", "", text) if isinstance(text, str) and "docs/en/" not in name else text
        for name, text in in_folders().items()
    }
    return found | {f"docs/{code}/journal/dot.png": PICTURE for code in LANGUAGES} | {"docs/index.md": "# Home\n"}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_journal_links_to_the_others(site: Site, directory_urls: bool) -> None:
    site.write(in_journals())
    site.config |= {"plugins": ["search", {"journal": {"journals": JOURNALS}}], "use_directory_urls": directory_urls}

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == ["20 posts (and 1 unlisted, 3 drafts), 6 tags, 9 feeds, 0 problems"]
    is_complete(result, {code: f"{code}/" for code in LANGUAGES})


def test_posts_of_one_key_are_translations_whatever_their_names(site: Site) -> None:
    """A post with a key is not one of those of the same path; a second one of the same language is reported."""
    key = "translation_key: bread"
    site.write(
        {
            "docs/en/2024-01-01-bread.md": post(f"title: Bread\n{key}"),
            "docs/de/2024-02-02-brot.md": post("title: Brot\ntranslationKey: bread"),
            "docs/de/2024-01-01-bread.md": post("title: Toast"),
            "docs/de/2024-03-03-semmel.md": post(f"title: Semmel\n{key}"),
            "docs/en/2024-04-04-pain.md": post(f"title: Pain\nlang: fr\n{key}"),
        }
    )
    site.config["plugins"] = [{"journal": {"journals": {"en": {"locale": "en"}, "de": {"locale": "de"}}}}]

    result = site.build()

    assert result.ours[0] == (
        "docs/de/2024-03-03-semmel.md:3:18: translation_key: 'bread' is also the key of docs/de/2024-02-02-brot.md in the "
        "same language, which is linked as the translation; write another key (J850)"
    )
    wanted = {"en": "en/2024/01/bread/", "de": "de/2024/02/brot/", "fr": "en/2024/04/pain/"}
    for url in wanted.values():
        assert alternates(result, f"{url}index.html") == {code: SITE + other for code, other in wanted.items()}
    assert alternates(result, "de/2024/01/bread/index.html") == alternates(result, "de/2024/03/semmel/index.html") == {}


def test_what_no_list_has_is_no_translation(site: Site) -> None:
    """Nor is a post that is read elsewhere; one in `serve` only is none either."""
    fronts = ("hidden: true", "redirect_to: https://example.com/", "canonical_url: https://example.com/", "draft: true")
    for number, front in enumerate(fronts, 1):
        site.write({f"docs/en/2024-01-0{number}-a.md": post("title: A"), f"docs/de/2024-01-0{number}-a.md": post(front)})
    site.config["plugins"] = [
        {"journal": {"permalink": "/:folder/:day/:title/", "journals": {"en": {"locale": "en"}, "de": {"locale": "de"}}}}
    ]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert [alternates(result, f"en/0{number}/a/index.html") for number in (1, 2, 3, 4)] == [{}] * 4
    assert "hreflang" in result.page("en/index.html")


def test_journals_of_one_language_are_told_apart_by_their_folders(site: Site) -> None:
    folders = [f"{code}/{kind}" for code in ("en", "de") for kind in ("news", "notes")]
    site.write({f"docs/{folder}/2024-01-01-a.md": post("title: A") for folder in folders})
    journals = {folder: {"locale": folder[:2]} for folder in folders}
    site.config["plugins"] = [{"journal": {"journals": journals}}]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for folder in folders:
        kind = folder[3:]
        wanted = {code: f"{SITE}{code}/{kind}/2024/01/a/" for code in ("de", "en")}
        assert alternates(result, f"{folder}/2024/01/a/index.html") == wanted


def test_without_an_address_links_are_relative(site: Site) -> None:
    site.write({f"docs/{code}/2024-01-01-a.md": post("title: A") for code in ("en", "de")})
    del site.config["site_url"]
    site.config["plugins"] = [{"journal": {"journals": {"en": {}, "de": {"locale": "de"}}}}]

    result = site.build("--strict")

    assert alternates(result, "de/2024/01/a/index.html") == {"de": "./", "en": "../../../../en/2024/01/a/"}


def test_the_language_switch_of_material_leads_to_the_same_post(site: Site) -> None:
    """Where there is none, and on other pages, it leads where the configuration says."""
    site.write(in_journals())
    links = [{"name": code, "lang": "de-DE" if code == "de" else code, "link": f"/docs/{code}/"} for code in LANGUAGES]
    site.config |= {
        "theme": {"name": "material"},
        "extra": {"alternate": links},
        "plugins": ["search", {"journal": {"journals": JOURNALS}}],
    }

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert switch(result, "de/journal/2024/01/one/index.html") == [
        "../../../../../en/journal/2024/01/one/", "./", "../../../../../ar/journal/2024/01/one/",
    ]  # fmt: skip
    assert switch(result, "ar/journal/tags/shared/index.html")[1] == "../../../../de/journal/tags/shared/"
    assert switch(result, "en/journal/2024/08/eight/index.html") == ["./", "/docs/de/", "/docs/ar/"]
    assert alternates(result, "en/journal/2024/08/eight/index.html") == {}
    assert set(alternates(result, "de/journal/2024/01/one/index.html")) == {"en", "de-DE", "de", "ar"}
    assert set(alternates(result, "index.html")) == {"en", "de-DE", "ar"}
    assert switch(result, "index.html") == switch(result, "de/index.html") == ["/docs/en/", "/docs/de/", "/docs/ar/"]
    assert list(broken_links(result.output, SITE)) == []


@pytest.mark.parametrize("links", [["/en/", "/de/"], {"link": "/en/", "lang": "en"}, [None], "en, de", 5])
def test_a_language_switch_of_another_form_stays_as_it_is(site: Site, links: object) -> None:
    """Whatever an author writes there, the theme reads it and the journal does not end with a traceback."""
    site.write(in_journals())
    site.config |= {"extra": {"alternate": links}, "plugins": [{"journal": {"journals": JOURNALS}}]}

    result = site.build("--strict")

    assert result.returncode == 0, result.log


def switch(result: Result, page: str) -> list[str]:
    """Return the links of the language switch of Material."""
    links = Reader(result.page(page)).of("a")
    return [link["href"] for link in links if link.get("class") == "md-select__link"]


def test_the_language_of_a_journal_is_that_of_its_metadata(site: Site) -> None:
    """Feeds, dates, labels; the titles of each are those of its posts."""
    site.write(in_journals())
    site.config["plugins"] = ["search", {"journal": {"journals": JOURNALS}}]

    result = site.build("--strict")

    for code in LANGUAGES:
        feed = json.loads(result.page(f"{code}/journal/feed.json"))
        assert feed["language"] == code
        assert [item["title"] for item in feed["items"]] == list(reversed(TITLES[code]))


def test_the_language_as_a_name_is_no_title(site: Site) -> None:
    """Pages and feeds have the word for a journal in that language; names that say more are titles."""
    journals = {name: {"folder": f"{name}/journal", "locale": name[:2]} for name in ("ar", "de", "de-news")}
    journals |= {"fr": {"folder": "fr", "locale": "fr-CH"}, "es": {"folder": "es", "locale": "es", "title": "Diario"}}
    site.write({f"docs/{one['folder']}/2024-11-12-a.md": post("title: A") for one in journals.values()})
    site.config["plugins"] = [{"journal": {"journals": journals}}]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    titles = {name: json.loads(result.page(f"{one['folder']}/feed.json"))["title"] for name, one in journals.items()}
    assert {name: title.partition(" – ")[2] for name, title in titles.items()} == {
        "ar": "المدونة", "de": "Journal", "de-news": "De News", "fr": "Journal", "es": "Diario",
    }  # fmt: skip
    assert ">المدونة</h1>" in result.page("ar/journal/index.html")
