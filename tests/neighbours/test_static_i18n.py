"""Beside mkdocs-static-i18n: one journal for each language, from one set of options."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest

from tests.conftest import ROOT, Result, Site, post
from tests.neighbours.languages import (
    LANGUAGES,
    SITE,
    TITLES,
    alternates,
    i18n,
    in_folders,
    in_suffixes,
    is_complete,
    sources,
)
from tests.site.reader import Reader, broken_links, text_of
from tests.site.test_serve import Server

pytestmark = pytest.mark.neighbour("mkdocs-static-i18n")

STRUCTURES: Mapping[str, Any] = {"suffix": in_suffixes, "folder": in_folders}
ROOTS = {"en": "", "de": "de/", "ar": "ar/"}
SUMMARIES = [
    "en: 8 posts (and 1 unlisted, 1 draft), 2 tags, 3 feeds, 0 problems",
    "de: 7 posts (and 1 unlisted, 3 drafts), 3 tags, 3 feeds, 0 problems",
    "ar: 8 posts (and 1 unlisted, 1 draft), 3 tags, 3 feeds, 0 problems",
]
two = pytest.mark.parametrize("structure", sorted(STRUCTURES))


def build(site: Site, structure: str, journal: object = "journal", *options: str, **config: Any) -> Result:
    site.write(STRUCTURES[structure]())
    (site.folder / "docs/index.md").unlink() if structure == "folder" else None
    plugins = ["search", i18n(structure, **config.pop("i18n", {})), journal]
    site.config |= {"theme": {"name": "material"}, "plugins": plugins, **config}
    return site.build("--strict", *options)


def small(site: Site, files: Mapping[str, str | bytes], *, journal: object = "journal", **config: Any) -> Result:
    """Build a site in English and German, in the structure `suffix`."""
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "de", "name": "Deutsch"}]
    site.write({"docs/journal/index.md": "# News\n", **files})
    site.config |= {"plugins": ["search", {"i18n": {"languages": languages}}, journal], **config}
    return site.build("--strict")


@two
@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_language_has_its_journal(structure: str, directory_urls: bool, site: Site, shared: Path) -> None:
    """Posts, lists, feeds and links; drafts are nowhere."""
    result = build(site, structure, use_directory_urls=directory_urls)

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == SUMMARIES
    is_complete(result, ROOTS)
    assert complaints(result, shared) == []


@two
def test_the_default_language_need_not_be_the_first(structure: str, site: Site) -> None:
    """mkdocs-static-i18n builds it twice then; it is in the summary once, and its posts count once."""
    site.write({f"docs/{'' if structure == 'suffix' else 'en/'}journal/2099-01-01-later.md": post("title: Later")})
    languages = [{"locale": code, "name": code, "default": code == "en"} for code in ("de", "ar", "en")]

    result = build(site, structure, {"journal": {"schedule": "schedule.json"}}, i18n={"languages": languages})

    assert result.returncode == 0, result.log
    assert [line.partition(":")[0] for line in result.ours] == ["en", "de", "ar"]
    assert json.loads(result.page("schedule.json"))["scheduled"] == 1
    is_complete(result, ROOTS)


def test_one_language_alone(site: Site) -> None:
    """The plugin is there before the first translation is."""
    posts = {"2024-01-01-a": post("title: A\ntags: [x]"), "2024-01-02-b": post("draft: true")}
    site.write({f"docs/journal/{name}.md": text for name, text in posts.items()})
    languages = [{"locale": "en", "name": "English", "default": True}]
    site.config["plugins"] = ["search", {"i18n": {"languages": languages}}, "journal"]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours == ["en: 1 post (and 1 draft), 1 tag, 3 feeds, 0 problems"]
    assert "journal/2024/01/a/index.html" in result.files
    assert alternates(result, "journal/2024/01/a/index.html") == {}
    assert sorted(path.name for path in site.folder.iterdir()) == ["docs", "mkdocs.yml", "site"]
    assert list(broken_links(result.output, SITE)) == []


@two
def test_words_and_days_are_of_the_language(structure: str, site: Site) -> None:
    result = build(site, structure)

    words = {code: text_of(result.page(f"{root}journal/2024/01/one/index.html")) for code, root in ROOTS.items()}
    assert "January 2, 2024" in words["en"]
    assert "2. Januar 2024" in words["de"]
    assert "2 يناير 2024" in words["ar"]
    tags = {code: Reader(result.page(f"{root}journal/tags/index.html")).texts["h1"] for code, root in ROOTS.items()}
    assert [tags[code][0].strip().rstrip("¶") for code in LANGUAGES] == ["Tags", "Schlagwörter", "الوسوم"]
    assert '<html lang="ar"' in result.page("ar/journal/2024/01/one/index.html")


@two
def test_a_post_without_a_translation_says_its_language(structure: str, site: Site) -> None:
    """Its page says so to search engines, feeds to feed readers; links between languages do not name it."""
    result = build(site, structure, theme={"name": "mkdocs"})

    page = result.page("ar/journal/2024/08/eight/index.html")
    assert '"inLanguage":"en"' in page.replace('": "', '":"')
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ET.fromstring(result.files["ar/journal/feed.xml"]).findall(f"{atom}entry")
    languages = {
        entry.findtext(f"{atom}title"): entry.get("{http://www.w3.org/XML/1998/namespace}lang") for entry in entries
    }
    assert languages == {**dict.fromkeys(TITLES["ar"]), **dict.fromkeys(TITLES["en"][-2:], "en")}
    assert alternates(result, "journal/2024/08/eight/index.html") == {}
    assert alternates(result, "ar/journal/2024/08/eight/index.html") == {}


@two
def test_the_sitemap_is_valid_whatever_is_in_an_address(structure: str, site: Site) -> None:
    """It has the page's own address, also where a text was published first elsewhere."""
    folders = ("docs/", "docs/") if structure == "suffix" else ("docs/en/", "docs/de/")
    names = ("2024-01-02-a&b.md", "2024-01-02-a&b.de.md" if structure == "suffix" else "2024-01-02-a&b.md")
    for folder, name in zip(folders, names, strict=True):
        home = "index.de.md" if ".de." in name else "index.md"
        text = post("title: A\ntags: x&y\ncanonical_url: https://first.example/")
        site.write({f"{folder}journal/{name}": text, f"{folder}{home}": "# Home\n"})
    if structure == "folder":
        (site.folder / "docs/index.md").unlink()
    site.config["plugins"] = [i18n(structure), {"journal": {"slug_mode": "default", "archives": {"tags": "t/:label.html"}}}]

    result = site.build()

    assert result.returncode == 0, result.log
    assert result.page("sitemap.xml").count("/de/journal/t/x&amp;y.html") == 4
    ET.fromstring(result.files["sitemap.xml"])
    assert "first.example" not in result.page("sitemap.xml")
    assert 'rel="canonical" href="https://first.example/"' in result.page("journal/2024/01/a-b/index.html")


@pytest.mark.parametrize("name", ["b.html", "b.HTM", "b.MD"])
@two
def test_a_post_that_mkdocs_would_copy_says_its_language(structure: str, name: str, site: Site) -> None:
    """The plugin takes such files for pictures of the language that is built; a draft of these is reported once."""
    folder = "docs/en/" if structure == "folder" else "docs/"
    files = {f"journal/2024-01-02-{name}": post("title: B"), f"journal/2024-01-01-{name}": post("title: A\nwip: true")}
    site.write({f"{folder}{path}": text for path, text in {**files, "index.md": "# Home\n"}.items()})
    if structure == "folder":
        (site.folder / "docs/index.md").unlink()
    site.config["plugins"] = [i18n(structure), "journal"]

    result = site.build()

    assert len([line for line in result.messages if "J120" in line]) == 1
    assert alternates(result, "de/journal/2024/01/b/index.html") == {}
    assert 'xml:lang="en"' in result.page("de/journal/feed.xml")


@two
def test_material_names_translations_only(structure: str, site: Site) -> None:
    """Its head has the links of its language switch as `hreflang`: those to anything else are removed."""
    result = build(site, structure)

    assert alternates(result, "journal/2024/08/eight/index.html") == {}
    assert alternates(result, "ar/journal/2024/08/eight/index.html") == {}
    assert set(alternates(result, "ar/journal/2024/01/one/index.html")) == set(LANGUAGES)
    home = {"", "de/", "ar/"}
    for page in (name for name in result.files if name.endswith(".html") and "journal/" in name):
        targets = {urljoin(SITE + page, href).removeprefix(SITE) for href in alternates(result, page).values()}
        assert len(targets) != 1, page
        assert not targets & home, (page, targets)
    assert set(alternates(result, "de/index.html")) == set(LANGUAGES)


@two
def test_the_sitemap_and_the_search_have_every_language(structure: str, site: Site) -> None:
    """The sitemap names the translations of each post, and neither one knows unlisted posts; the search has no lists."""
    result = build(site, structure)

    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = {
        url.findtext("s:loc", "", names).removeprefix(SITE): {
            link.get("hreflang"): link.get("href", "").removeprefix(SITE) for link in url.findall("x:link", names)
        }
        for url in ET.fromstring(result.files["sitemap.xml"]).findall("s:url", names)
    }
    post_url, list_url = "journal/2024/03/three/", "journal/tags/shared/"
    for root in ROOTS.values():
        assert urls[root + post_url] == {code: other + post_url for code, other in ROOTS.items()}
        assert urls[root + list_url] == {code: other + list_url for code, other in ROOTS.items()}
    assert urls["ar/journal/2024/08/eight/"] == {}
    assert [url for url in urls if "quiet" in url] == []
    named = {*urls, *(url for links in urls.values() for url in links.values())}
    assert [url for url in named if f"{unquote(url)}index.html" not in result.files] == []
    places = [entry["location"] for entry in json.loads(result.page("search/search_index.json"))["docs"]]
    assert {f"{root}{post_url}" for root in ROOTS.values()} <= set(places)
    assert [place for place in places if "tags/" in place or "quiet" in place] == []


@two
def test_the_language_switch_leads_to_the_same_post(structure: str, site: Site) -> None:
    """Also to one that is shown for want of a translation; on other pages it is as without the journal."""
    result = build(site, structure)

    assert switch(result, "de/journal/2024/01/one/index.html") == [
        "../../../../../journal/2024/01/one/", "./", "../../../../../ar/journal/2024/01/one/",
    ]  # fmt: skip
    assert switch(result, "journal/2024/08/eight/index.html")[1] == "../../../../de/journal/2024/08/eight/"
    assert switch(result, "ar/journal/subscribe/index.html")[0] == "../../../journal/subscribe/"
    assert switch(result, "de/index.html") == ["/docs/", "/docs/de/", "/docs/ar/"]
    assert switch(result, "journal/tags/bread/index.html")[0] == "./"


def switch(result: Result, page: str) -> list[str]:
    links = Reader(result.page(page)).of("a")
    return [link["href"] for link in links if link.get("class") == "md-select__link"]


@two
def test_every_address_is_below_that_of_the_language(structure: str, site: Site) -> None:
    """Those of options and of front matter; files for the whole site are about all languages."""
    options = {
        "permalink": "/news/:title/",
        "feeds": {"atom": "/all.xml"},
        "export": "/posts.json",
        "redirects": ["_redirects"],
        "schedule": "schedule.json",
    }
    site.write({f"docs/{'' if structure == 'suffix' else 'en/'}journal/2099-01-01-later.md": post("title: Later")})

    result = build(site, structure, {"journal": options})

    assert result.returncode == 0, result.log
    for root in ROOTS.values():
        assert {f"{root}news/one/index.html", f"{root}all.xml", f"{root}posts.json", f"{root}old-one/index.html"} <= {
            *result.files
        }
    rules = [line.split() for line in result.page("_redirects").splitlines()]
    assert [rule[0] for rule in rules] == [
        f"/docs/{path}/" for path in ("ar/old-one", "ar/old-seven", "de/old-one", "old-one", "old-seven")
    ]
    assert all(rule[1] == rule[0].replace("old-", "news/") for rule in rules)
    assert json.loads(result.page("schedule.json"))["scheduled"] == 1
    assert list(broken_links(result.output, SITE)) == []


@two
def test_without_fallback_a_language_has_its_own_posts_only(structure: str, site: Site) -> None:
    site.write({f"docs/{path}": sources("en")["journal/dot.png"] for path in ("de/journal/dot.png", "ar/journal/dot.png")})
    for code in ("de", "ar") if structure == "suffix" else ():
        site.write({f"docs/journal/dot.{code}.png": sources("en")["journal/dot.png"]})

    result = build(site, structure, i18n={"fallback_to_default": False})

    assert result.returncode == 0, result.log
    assert result.ours[1:] == [
        "de: 6 posts (and 2 drafts), 2 tags, 3 feeds, 0 problems",
        "ar: 6 posts, 2 tags, 3 feeds, 0 problems",
    ]
    assert not [name for name in result.files if "eight" in name and not name.startswith("journal/")]


@pytest.mark.parametrize("plugins", [("journal", "i18n"), ("i18n", "journal")])
@two
def test_the_order_of_the_plugins_does_not_matter(structure: str, plugins: tuple[str, str], site: Site) -> None:
    site.write(STRUCTURES[structure]())
    (site.folder / "docs/index.md").unlink() if structure == "folder" else None
    known: dict[str, object] = {"journal": "journal", "i18n": i18n(structure)}
    site.config |= {"theme": {"name": "material"}, "plugins": ["search", *(known[name] for name in plugins)]}

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours == SUMMARIES


def test_one_option_set_serves_several_journals(site: Site) -> None:
    """Each journal has its translations; the list of all is there in each language."""
    files = {
        f"docs/{folder}/2024-01-0{number}-a{suffix}.md": post(f"title: {folder}{suffix}")
        for number, folder in enumerate(("news", "notes"), 1)
        for suffix in ("", ".de")
    }
    options = {"journals": {"news": {}, "notes": {"permalink": "/n/:title/"}}, "combined": "all"}

    result = small(site, files, journal={"journal": options})

    assert result.returncode == 0, result.log
    assert alternates(result, "de/news/2024/01/a/index.html") == {
        "de": f"{SITE}de/news/2024/01/a/", "en": f"{SITE}news/2024/01/a/",
    }  # fmt: skip
    assert alternates(result, "n/a/index.html") == {"de": f"{SITE}de/n/a/", "en": f"{SITE}n/a/"}
    assert alternates(result, "all/index.html") == {"de": f"{SITE}de/all/", "en": f"{SITE}all/"}
    assert len(feedparser.parse(result.files["de/all/feed.xml"]).entries) == 2


def test_a_key_joins_translations_of_other_names(site: Site) -> None:
    """Then the post itself is not shown for want of a translation."""
    result = small(
        site,
        {
            "docs/journal/2024-01-01-bread.md": post("title: Bread\ntranslation_key: b"),
            "docs/journal/2024-02-02-brot.de.md": post("title: Brot\ntranslation_key: b"),
            "docs/journal/2024-03-03-salt.md": post("title: Salt\ntranslation_key: s"),
        },
    )

    assert result.ours == ["en: 2 posts, 0 tags, 3 feeds, 0 problems", "de: 2 posts, 0 tags, 3 feeds, 0 problems"]
    assert alternates(result, "journal/2024/01/bread/index.html") == {
        "de": f"{SITE}de/journal/2024/02/brot/", "en": f"{SITE}journal/2024/01/bread/",
    }  # fmt: skip
    titles = [entry.title for entry in feedparser.parse(result.files["de/journal/feed.xml"]).entries]
    assert titles == ["Salt", "Brot"]


def test_a_link_to_a_withheld_translation_is_reported_once_and_leads_nowhere(site: Site) -> None:
    """By its name with and without the language; a problem of a file that two languages show is reported once."""
    site.config["validation"] = {"links": {"not_found": "info"}}
    result = small(
        site,
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ndate: 2024-13-45", "[x](2024-02-02-zebra.md)\n"),
            "docs/journal/2024-01-03-b.md": post("title: B", "B\n"),
            "docs/journal/2024-01-03-b.de.md": post("title: B", "[z](2024-02-02-zebra.md) [y](2024-02-03-okapi.md)\n"),
            "docs/journal/2024-02-02-zebra.de.md": post("title: Zebra\ndraft: true"),
            "docs/journal/2024-02-02-zebra.md": post("title: Zebra\ndraft: true"),
            "docs/journal/2024-02-03-okapi.md": post("title: Okapi\npublished: false"),
        },
    )

    assert [line.partition(": ")[0] + line[-7:] for line in result.ours[:4]] == [
        "docs/journal/2024-01-01-a.md:3:7 (J303)",
        "docs/journal/2024-01-01-a.md:6 (J508)",
        "docs/journal/2024-01-03-b.de.md:5 (J508)",
        "docs/journal/2024-01-03-b.de.md:5 (J508)",
    ]
    pages = [name for name, data in result.files.items() if re.search(rb"(?i)zebra|okapi", data + name.encode())]
    assert pages == []


def test_a_link_to_a_draft_that_only_another_language_has_leads_nowhere(site: Site) -> None:
    """By its source with and without the language, its address there, in the nav, and as the target of a post."""
    links = "[a](journal/2024-02-02-okapi.md) [b](journal/2024-02-02-okapi.de.md) [c](/docs/de/journal/2024/02/okapi/)"
    site.config["nav"] = ["index.md", {"Soon": "journal/2024-02-02-okapi.md"}, {"News": "journal/index.md"}]
    site.config["validation"] = {"links": {"not_found": "info"}, "nav": {"not_found": "info"}}

    result = small(
        site,
        {
            "docs/journal/2024-01-01-a.md": post(
                "title: A\nredirect_to: https://example.org/docs/de/journal/2024/02/okapi/"
            ),
            "docs/journal/2024-02-02-okapi.de.md": post("title: Okapi\ndraft: true"),
            "docs/page.md": f"# Page\n\n{links} <a href='/docs/de/journal/2024/02/okapi'>d</a>\n",
        },
    )

    codes = [line[-5:-1] for line in result.ours if line.startswith("docs/")]
    assert codes == ["J510", "J508", "J508", "J508", "J508"], result.log
    assert [name for name, data in result.files.items() if b"okapi" in data] == []


def test_a_link_to_a_draft_of_another_folder_of_languages_leads_nowhere(site: Site) -> None:
    """By its source, from deep in the folder of the default language, which is not in the path of the page in a build."""
    link = "../../../../../de/journal/2024-02-02-okapi.md"

    site.write(
        {
            "docs/en/journal/a/b/c/2024-01-01-a.md": post("title: A", f"See [soon]({link})."),
            "docs/de/journal/2024-02-02-okapi.md": post("title: Okapi\ndraft: true"),
        }
    )
    (site.folder / "docs/index.md").rename(site.folder / "docs/en/index.md")
    site.config |= {"plugins": [i18n("folder"), {"journal": {"permalink": "/:title/"}}]}
    result = site.build()

    assert [line[-5:-1] for line in result.ours if line.startswith("docs/")] == ["J508"], result.log
    assert [name for name, data in result.files.items() if b"okapi" in data] == []


def test_the_text_of_a_draft_in_another_language_is_found(site: Site) -> None:
    """What is public in one language is public; what is a draft in all of them is not."""
    own, common = "A quagga was seen at night behind the museum.", "All of us read shared words about bread here."
    hook = "import os\ndef on_post_build(config):\n"
    hook += f"    open(os.path.join(config.site_dir, 'x.txt'), 'w').write({own!r} + '\\n' + {common!r})\n"
    site.write({"hook.py": hook})
    site.config["hooks"] = ["hook.py"]

    result = small(
        site,
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: [Common]", common),
            "docs/journal/2024-01-01-a.de.md": post(
                "title: A\ndraft: true\ntags: [Common]",
                common,
            ),
            "docs/journal/2024-02-02-b.de.md": post("title: Q\ndraft: true", own),
        },
    )

    assert result.returncode == 1
    leaks = [line for line in result.ours if "J902" in line]
    assert leaks
    assert all("docs/journal/2024-02-02-b.de.md" in line for line in leaks)


@pytest.mark.parametrize("fallback", [True, False])
def test_the_files_of_a_draft_are_withheld_in_every_language(fallback: bool, site: Site) -> None:
    """Languages share files: one is published if it is beside a published post of any language, or if one names it."""
    draft = "title: Q\ndraft: true"
    names = "![](own.png) ![](shared.png) [](/assets/own.pdf)"
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "de", "name": "Deutsch"}]
    files = ("own.png", "shared.png", "2024-03-03-c/plan.txt", "2024-04-04-d/plan.txt", "2024-04-04-d/said.txt")
    site.write({f"docs/journal/{name}": name for name in files} | {"docs/assets/own.pdf": "own.pdf"})
    site.write(
        {
            "docs/index.de.md": "# Heim\n",
            "docs/journal/2024-01-01-a.md": post("title: A", "![](shared.png)"),
            "docs/journal/2024-02-02-b.de.md": post(draft, names),
            "docs/journal/2024-03-03-c/index.de.md": post(draft),
            "docs/journal/2024-03-03-c/notes.md": "# Notes\n",
            "docs/journal/2024-04-04-d/index.de.md": post(draft, "[](said.txt)"),
            "docs/journal/2024-04-04-d/index.md": post("title: D"),
            "docs/journal/2024-04-04-d/notes.md": "# Of D\n",
            "docs/journal/2024-05-05-e/index.de.md": post("title: E"),
            "docs/journal/2024-05-05-e/index.md": post(draft),
            "docs/journal/2024-05-05-e/notes.md": "# Zebra\n",
        }
    )
    plugin = {"i18n": {"languages": languages, "fallback_to_default": fallback}}
    site.config |= {"plugins": ["search", plugin, "journal"], "validation": {"links": {"not_found": "ignore"}}}

    result = site.build()

    assert result.returncode == 0, result.log
    copied = {name for name in result.files if name.removeprefix("de/journal/").removeprefix("journal/") in files}
    assert copied == {"journal/shared.png", "journal/2024-04-04-d/plan.txt"}
    assert "assets/own.pdf" not in result.files
    notes = {name for name in result.files if "/notes/" in name}
    assert notes == {"journal/2024-04-04-d/notes/index.html"}
    assert [name for name, data in result.files.items() if b"Zebra" in data] == []


def test_each_language_has_added_posts(site: Site) -> None:
    """The build of each language configures all plugins and hooks again."""
    hook = """
from dataclasses import replace

TEXT = "---\\ntitle: Made in {}\\n---\\n\\nText.\\n"


def on_config(config):
    journal, language = config.plugins["journal"], config.plugins["i18n"].current_language or "en"
    journal.add_posts(lambda: [("journal/2024-05-05-made.md", TEXT.format(language))])
    journal.add_posts(lambda: [(f"journal/2024-06-06-{language}.md", TEXT.format(language))])
    if language == "de":
        journal.change_entries(lambda entry, post: replace(entry, title=entry.title + "!"))
"""
    site.write({"hook.py": hook})
    site.config |= {"hooks": ["hook.py"], "theme": {"name": "material"}}

    result = small(site, {})

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert "Made in en" in result.page("journal/2024/05/made/index.html")
    assert "Made in de" in result.page("de/journal/2024/05/made/index.html")
    assert "journal/2024/06/de/index.html" not in result.files
    assert [entry.title for entry in feedparser.parse(result.files["journal/feed.xml"]).entries] == ["Made in en"] * 2
    assert [entry.title for entry in feedparser.parse(result.files["de/journal/feed.xml"]).entries] == ["Made in de!"] * 2


def test_an_added_text_may_be_an_ordinary_page(site: Site) -> None:
    """One without a date is; each language has its own, and the sitemap names both."""
    hook = """
def on_config(config):
    text = f"---\\ntitle: About {config.plugins['i18n'].current_language or 'en'}\\n---\\n\\nText.\\n"
    config.plugins["journal"].add_posts(lambda: [("journal/about.md", text)])
"""
    site.write({"hook.py": hook})
    site.config |= {"hooks": ["hook.py"], "site_url": SITE}

    result = small(site, {"docs/journal/2024-01-01-a.md": post("title: A")})

    assert result.returncode == 0, result.log
    assert "About en" in result.page("journal/about/index.html")
    assert "About de" in result.page("de/journal/about/index.html")
    assert result.page("sitemap.xml").count("journal/about/</loc>") == 2


def test_added_posts_are_no_translations(site: Site) -> None:
    """The build before does not know what is added to the next one: no page links one that does not link it back."""
    hook = """
TEXT = "---\\ntitle: Made\\ntags: [made]\\n---\\n\\nText.\\n"


def on_config(config):
    config.plugins["journal"].add_posts(lambda: [("journal/2024-05-05-made.md", TEXT)])
"""
    site.write({"hook.py": hook})
    site.config |= {"hooks": ["hook.py"], "theme": {"name": "material"}, "site_url": SITE}

    result = small(
        site,
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: [x]"),
            "docs/journal/2024-01-01-a.de.md": post("title: Ah\ntags: [x]"),
        },
    )

    assert result.returncode == 0, result.log
    linked = {
        urljoin(SITE, name.removesuffix("index.html")): {
            urljoin(SITE + name, url) for url in alternates(result, name).values()
        }
        for name in result.files
        if name.endswith("index.html")
    }
    assert [(page, url) for page, urls in linked.items() for url in urls if page not in linked[url]] == []
    assert linked[f"{SITE}journal/2024/01/a/"] == {f"{SITE}journal/2024/01/a/", f"{SITE}de/journal/2024/01/a/"}
    for made in ("journal/2024/05/made/", "journal/tags/made/", "journal/2024/05/"):
        assert linked[SITE + made] == linked[f"{SITE}de/{made}"] == set()
    links = re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', result.page("de/journal/2024/05/made/index.html"))
    assert {language: urljoin(SITE, url) for url, language in links}["en"].endswith("journal/2024/05/made/")


def test_a_draft_of_one_language_takes_no_file_from_a_post_of_another(site: Site) -> None:
    """The bundle is a draft in German as well; what only its German index names is withheld."""
    trip = "docs/journal/2024-01-01-trip"
    result = small(
        site,
        {
            f"{trip}/index.md": post("title: Trip"),
            f"{trip}/index.de.md": post("title: Reise\ndraft: true", "![x](only.jpg)\n"),
            "docs/journal/2024-02-02-plan.de.md": post("title: Plan\ndraft: true", "![x](2024-01-01-trip/a.jpg)\n"),
            f"{trip}/a.jpg": "a",
            f"{trip}/only.jpg": "only",
        },
    )

    assert result.returncode == 0, result.log
    assert [name for name in result.files if name.endswith(".jpg")] == ["journal/2024-01-01-trip/a.jpg"]


def test_own_pages_and_data_files_of_a_language(site: Site) -> None:
    """A landing page, a page of a tag, and the file that describes tags, each with its language in its name."""
    result = small(
        site,
        {
            "docs/journal/index.de.md": "# Neues\n\nHier steht es.\n",
            "docs/journal/tags/x.de.md": "# Über x\n\nHand aufs x.\n",
            "docs/journal/tags.yml": "y: {name: y, description: All of y.}\n",
            "docs/journal/tags.de.yml": "y: {name: y, description: Alles von y.}\n",
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: [x, y]"),
            "docs/journal/2024-01-01-a.de.md": post("title: Ah\ntags: [x, y]"),
        },
        nav=["index.md", {"News": "journal/index.md"}, {"Tag": "journal/tags/y.md"}],
    )

    assert result.returncode == 0, result.log
    assert "Hier steht es." in result.page("de/journal/index.html")
    assert "Hand aufs x." in result.page("de/journal/tags/x/index.html")
    assert "Hand aufs x." not in result.page("journal/tags/x/index.html")
    assert "Alles von y." in result.page("de/journal/tags/y/index.html")
    assert "All of y." in result.page("journal/tags/y/index.html")
    assert Reader(result.page("de/index.html")).href("Tag") == "journal/tags/y/"
    assert not [name for name in result.files if "tags" in name and name.endswith(".yml")]


@two
def test_the_landing_page_is_in_the_navigation(structure: str, site: Site) -> None:
    """Also where the journal makes it."""
    site.write({name: text for name, text in STRUCTURES[structure]().items() if "index" not in name})
    homes = (
        ("index.md", "index.de.md", "index.ar.md") if structure == "suffix" else [f"{code}/index.md" for code in LANGUAGES]
    )
    site.write({f"docs/{home}": "# Home\n" for home in homes})
    (site.folder / "docs/index.md").unlink() if structure == "folder" else None
    site.config |= {"theme": {"name": "material"}, "plugins": ["search", i18n(structure), "journal"]}

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for root in ROOTS.values():
        links = [link["href"] for link in Reader(result.page(f"{root}index.html")).of("a")]
        assert "journal/" in links


def test_a_small_site_in_two_languages(shared: Path, tmp_path: Path) -> None:
    """The case b29: both languages have their posts, pages and lists, in two themes."""
    from tests.corpora.test_small_sites import build, copy  # noqa: PLC0415 - as above

    for theme in ("mkdocs", "material"):
        result = build(copy(shared / "cases/b29-i18n-suffix", tmp_path / theme), theme)

        assert result.returncode == 0, result.log
        assert result.messages == []
        assert result.ours == [f"{code}: 2 posts, 1 tag, 3 feeds, 0 problems" for code in ("en", "zh")]
        pages = {f"{root}journal/2026/05/{name}/index.html" for root in ("", "zh/") for name in "ab"}
        assert pages <= {*result.files}
        assert list(broken_links(result.output, "https://example.org/")) == []
        assert complaints(result, shared) == []


def complaints(result: Result, shared: Path) -> list[str]:
    """Return what the rules of the formats find wrong with the feeds of a site."""
    from tests.corpora import test_small_sites  # noqa: PLC0415 - it needs lxml, which other environments do not have

    return test_small_sites.complaints(result, shared)


@two
def test_the_command_check_reads_every_language(structure: str, site: Site) -> None:
    """All posts of all languages; a problem of a file is reported once."""
    site.write(STRUCTURES[structure]())
    folder = "docs" if structure == "suffix" else "docs/en"
    site.write({f"{folder}/journal/2024-11-01-x.md": post("title: X\ndate: 2024-13-45")})
    site.config["plugins"] = [i18n(structure), "journal"]
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")

    twice = _check(site)
    (site.folder / "docs/index.md").unlink() if structure == "folder" else None
    done = _check(site)

    assert twice.returncode == (2 if structure == "folder" else 0), twice.stderr
    assert "Traceback" not in twice.stderr
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("(J303)") == 1
    assert done.stdout.endswith("26 posts (and 3 unlisted, 5 drafts), 8 tags, 9 feeds, 1 problem\n")


def _check(site: Site) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs_journal", "check"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=site.folder, env=variables, capture_output=True, text=True, check=False)


FORM = """
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs_static_i18n import folder, suffix
from mkdocs_static_i18n.plugin import I18n

plugin = I18n()
assert (plugin.building, plugin.current_language, plugin.i18n_files_per_language) == (False, None, {})
assert callable(plugin.reconfigure_files) and callable(plugin.reconfigure_files_alternates)
assert isinstance(I18n.default_language, property) and isinstance(I18n.build_languages, property)
assert {name for name, _ in I18n.config_scheme} >= {"docs_structure", "fallback_to_default"}
config = MkDocsConfig()
config.load_dict({"site_name": "x", "docs_dir": "/docs", "site_dir": "/site", "plugins": []})
config.validate()
for structure, name in ((suffix, "a.de.md"), (folder, "de/a.md")):
    made = structure.create_i18n_file(File(name, "/docs", "/site", True), "de", "en", ["en", "de"], config)
    assert (made.norm_src_uri, made.locale, made.locale_alternate_of, made.localization) == ("a.md", "de", "de", "de")
    assert made.dest_uri == "de/a/index.html"
    assert made.alternates == {"de": made}
"""


def test_the_preview_shows_the_withheld_posts_of_every_language(site: Site, tmp_path: Path) -> None:
    """The plugin builds further languages without saying that MkDocs serves."""
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "de", "name": "Deutsch"}]
    site.config |= {"plugins": [{"i18n": {"languages": languages}}, "journal"]}
    site.write(
        {
            "docs/journal/index.md": "# News\n",
            "docs/journal/2024-01-02-plan.md": post("title: Plan\ndraft: true", "Zyzzyva.\n"),
            "docs/journal/2024-01-02-plan.de.md": post("title: Plan\ndraft: true", "Zyzzyva.\n"),
            "docs/journal/2024-01-03-bad.de.md": post("title: [", "Zyzzyva.\n"),
        }
    )
    server = Server(site, tmp_path / "server")
    try:
        server.wait(1)
        named = re.findall(rf"shown at {re.escape(server.url)}(\S+)", server.log)
        assert named == ["journal/2024-01-02-plan/", "de/journal/2024-01-02-plan/"]
        assert all("Zyzzyva" in server.page(f"{name}index.html") for name in named)
        assert "J106" in server.page("de/journal/2024-01-03-bad/index.html")
        assert "Plan" in server.page("de/journal/index.html")
    finally:
        server.stop()


def test_the_plugin_has_what_is_used_of_it() -> None:
    """`hosts/mkdocs/static_i18n.py` names every private part of it."""
    done = subprocess.run([sys.executable, "-c", FORM], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
