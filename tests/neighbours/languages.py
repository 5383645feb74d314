"""A site in English, German and Arabic, in each of the forms in which one can be written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urljoin

import feedparser

from tests.conftest import Result
from tests.site.reader import Reader, broken_links

SITE: Final = "https://example.org/docs/"
LANGUAGES: Final = ("en", "de", "ar")
TAG: Final = {"en": "Bread", "de": "Brot", "ar": "خبز"}
TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("First loaf", "Second loaf", "Third loaf", "Fourth loaf", "Fifth loaf", "Sixth loaf", "Only here", "Here alone"),
    "de": ("Erstes Brot", "Zweites Brot", "Drittes Brot", "Viertes Brot", "Fünftes Brot", "Sechstes Brot"),
    "ar": ("الرغيف الأول", "الرغيف الثاني", "الرغيف الثالث", "الرغيف الرابع", "الرغيف الخامس", "الرغيف السادس"),
}
"""Of the posts of January to August; the last two are in English only."""
NAMES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight")
TEXT: Final = {"en": "The dough rests.", "de": "Der Teig ruht.", "ar": "العجين يرتاح."}
TAGS: Final = "[tags](journal/tags/index.md)"
PICTURE: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a347d6b0000000049454e44ae426082"
)


def sources(language: str) -> dict[str, str | bytes]:
    """Return the sources in one language, as if it were the only one: 8 posts in English, 6 in others, and drafts."""
    found: dict[str, str | bytes] = {
        "index.md": f"# {TAG[language]}\n\n[x](journal/index.md) [y](journal/2024-01-02-one.md) {TAGS}\n",
        "journal/index.md": f"# {TAG[language]}!\n\n[tags](tags/index.md) [first](2024-01-02-one.md)\n",
    }
    for month, (name, title) in enumerate(zip(NAMES, TITLES[language], strict=False), 1):
        front = [f"title: {title}", f"tags: [{TAG[language]}, shared]", "author: Ada"]
        front += ["series: Loaves"] if month < 4 else []
        front += [f"redirect_from: /old-{name}/"] if month in {1, 7} else []
        other = NAMES[(month + 2) % len(TITLES[language])]
        links = f"[other](2024-{NAMES.index(other) + 1:02}-02-{other}.md#part) [home](../index.md) ![dot](dot.png)"
        body = f"{TEXT[language]} {title}.\n\n{links}\n\n## Part\n\n[all](tags/index.md)\n"
        found[f"journal/2024-{month:02}-02-{name}.md"] = "---\n" + "\n".join(front) + f"\n---\n\n{body}"
    if language == "en":
        found["journal/dot.png"] = PICTURE
        found["journal/2024-09-02-zebra.md"] = (
            "---\ntitle: Zebra words\ndraft: true\ntags: [Zebratag]\n---\n\nZebra text.\n"
        )
        found["journal/2024-10-02-quiet.md"] = "---\ntitle: Quiet\nunlisted: true\ntags: [shared]\n---\n\nQuiet text.\n"
    if language == "de":
        found["journal/2024-07-02-seven.md"] = "---\ntitle: Quagga\ndraft: true\ntags: [Quagga]\n---\n\nQuagga und so.\n"
        found["journal/_drafts/okapi.md"] = "---\ntitle: Okapi\n---\n\nOkapi und so.\n"
    return found


def in_suffixes() -> dict[str, str | bytes]:
    """Return the site in the structure `suffix` of mkdocs-static-i18n."""
    found = {}
    for language in LANGUAGES:
        for name, text in sources(language).items():
            stem, _, suffix = name.rpartition(".")
            found[f"docs/{name}" if language == "en" else f"docs/{stem}.{language}.{suffix}"] = text
    return found


def in_folders() -> dict[str, str | bytes]:
    """Return the site in the structure `folder` of mkdocs-static-i18n."""
    return {f"docs/{language}/{name}": text for language in LANGUAGES for name, text in sources(language).items()}


def i18n(structure: str, **options: object) -> dict[str, object]:
    """Return mkdocs-static-i18n with its options."""
    names = {"en": "English", "de": "Deutsch", "ar": "العربية"}
    languages = [{"locale": code, "name": names[code], "default": code == "en"} for code in LANGUAGES]
    return {"i18n": {"docs_structure": structure, "languages": languages, **options}}


def alternates(result: Result, page: str) -> dict[str, str]:
    """Return where the translations of a page are, by language; each language is there once."""
    links = [link for link in Reader(result.page(page)).of("link") if link.get("rel") == "alternate" and "hreflang" in link]
    found = {link["hreflang"]: link["href"] for link in links}
    assert len(found) == len(links), links
    return found


def is_complete(result: Result, roots: Mapping[str, str]) -> None:
    """Check the posts, lists, feeds and links of every language, and that no draft is anywhere.

    Args:
        result: The site, built with https://example.org/docs/.
        roots: The folder of each language below the site, with a slash at its end, or empty.
    """
    from tests.feeds.rules import rss_complaints  # noqa: PLC0415 - it needs lxml, which other environments do not have

    assert list(broken_links(result.output, SITE)) == []
    secret = re.compile(b"(?i)zebra|quagga|okapi")
    assert [name for name, data in result.files.items() if secret.search(data + name.encode())] == []
    for code, root in roots.items():
        for name in NAMES[: len(TITLES["de"])]:
            month = f"{NAMES.index(name) + 1:02}"
            _links_to_all(result, f"{root}journal/2024/{month}/{name}/index.html", code, roots)
        for name in ("index", "subscribe/index", "tags/index", "tags/shared/index", "2024/index", "2024/03/index"):
            page = f"{root}journal/{name}.html"
            page = page if page in result.files else page.replace("/index.html", ".html")
            _links_to_all(result, page, code, roots)
        feed = feedparser.parse(result.files[f"{root}journal/feed.xml"])
        assert feed.feed.language == code
        assert set(TITLES[code]) <= {entry.title for entry in feed.entries} <= {*TITLES[code], *TITLES["en"][-2:]}
        assert all(entry.link.startswith(f"{SITE}{root}journal/2024/") for entry in feed.entries)
        assert rss_complaints(result.files[f"{root}journal/rss.xml"]) == []
        assert json.loads(result.page(f"{root}journal/feed.json"))["language"] == code


def _links_to_all(result: Result, page: str, code: str, roots: Mapping[str, str]) -> None:
    """Check that a page links to itself in every language."""
    found = {language: urljoin(SITE + page, href) for language, href in alternates(result, page).items()}
    inside = page.removeprefix(roots[code]).removesuffix("index.html")
    assert found == {language: f"{SITE}{root}{inside}" for language, root in roots.items()} or found == {
        language: f"{SITE}{root}{inside}index.html" for language, root in roots.items()
    }, (page, found)
