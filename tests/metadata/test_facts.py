"""Forms in which machines read a page, from its facts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

import pytest

from mkdocs_journal.metadata.export import export
from mkdocs_journal.metadata.facts import Crumb, ImageFacts, PageFacts, PersonFacts, SiteFacts
from mkdocs_journal.metadata.head import Head, with_head
from mkdocs_journal.metadata.head_elements import link, meta, script
from mkdocs_journal.metadata.json_ld import json_ld
from mkdocs_journal.metadata.open_graph import open_graph, plain_metadata
from mkdocs_journal.posts.model import Post, PostImage, Update
from mkdocs_journal.text.tokens import attributes

SITE = SiteFacts(
    name="Site", url="https://e.org/", journal="News", journal_url="https://e.org/n/", language="pt-BR", author="Owner"
)
NOWHERE = SITE._replace(url="")
PAGE = PageFacts(kind="post", title="T", url="https://e.org/n/t/")
DAY = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)


def metadata(page: PageFacts, site: SiteFacts = SITE) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in open_graph(page, site):
        name, content = attributes(element.html).values()
        found.setdefault(name, []).append(content)
    return found


def about(page: PageFacts, site: SiteFacts = SITE) -> dict[str, Any]:
    thing: dict[str, Any] = graph(page, site)[0]
    return thing


def graph(page: PageFacts, site: SiteFacts = SITE) -> list[dict[str, Any]]:
    """Return the structured data, which is written as the standard library writes it."""
    written = json_ld(page, site).html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    data: dict[str, Any] = json.loads(written)
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        plain = plain.replace(sign, f"\\u{ord(sign):04x}")
    assert written == plain
    things: list[dict[str, Any]] = data["@graph"]
    return things


def test_search_engines_get_what_is_known() -> None:
    full = PAGE._replace(description="D", hidden=True)

    assert [str(element) for element in plain_metadata(full, SITE)] == [
        '<meta name="description" content="D">',
        '<link rel="canonical" href="https://e.org/n/t/">',
        '<meta name="robots" content="noindex">',
    ]
    assert list(plain_metadata(PAGE, NOWHERE)) == []


def test_a_post_in_another_language_says_so() -> None:
    other = PAGE._replace(language="zh-TW")

    assert (about(other)["inLanguage"], metadata(other)["og:locale"]) == ("zh-TW", ["zh_TW"])
    assert about(PAGE)["inLanguage"] == "pt-BR"


def test_open_graph_of_a_page_of_which_little_is_known() -> None:
    """Without `site_url` there are no addresses."""
    assert metadata(PAGE, NOWHERE) == {
        "og:type": ["article"],
        "og:title": ["T"],
        "og:site_name": ["Site"],
        "og:locale": ["pt_BR"],
        "twitter:card": ["summary"],
        "twitter:title": ["T"],
    }
    assert metadata(PAGE._replace(kind="profile"))["og:type"] == ["profile"]
    assert metadata(PAGE._replace(kind="list"))["og:type"] == ["website"]


@pytest.mark.parametrize(
    ("author", "reported"),
    [
        (PersonFacts(name="A", page="https://e.org/a/", url="https://a.net/"), "https://e.org/a/"),
        (PersonFacts(name="A", url="https://a.net/"), "https://a.net/"),
        (PersonFacts(name="A"), "A"),
    ],
)
def test_an_author_is_an_address_if_there_is_one(author: PersonFacts, reported: str) -> None:
    assert metadata(PAGE._replace(authors=(author,)))["article:author"] == [reported]


@pytest.mark.parametrize(("width", "card"), [(0, "summary_large_image"), (300, "summary_large_image"), (299, "summary")])
def test_a_card_is_large_if_its_picture_is_or_may_be(width: int, card: str) -> None:
    found = metadata(PAGE._replace(image=ImageFacts(url="https://e.org/i.png", width=width, height=width)))

    assert found["twitter:card"] == [card]
    assert found.get("og:image:width") == ([str(width)] if width else None)
    assert "twitter:image:alt" not in found


def test_times_and_terms_of_a_post() -> None:
    day = PAGE._replace(published=DAY, updated=DAY, section="S", tags=("a", "b"), description="D")
    moment = day._replace(day_only=False, image=ImageFacts(url="u", alt="A"))

    assert metadata(day)["article:published_time"] == ["2024-05-06"]
    assert metadata(moment)["article:published_time"] == ["2024-05-06T07:08:00Z"]
    assert metadata(moment)["article:modified_time"] == ["2024-05-06T07:08:00Z"]
    assert metadata(moment)["article:tag"] == ["a", "b"]
    assert metadata(moment)["article:section"] == ["S"]
    assert metadata(moment)["twitter:image:alt"] == ["A"]


def test_a_post_that_names_no_author_is_its_sites() -> None:
    assert about(PAGE)["author"] == {"@type": "Person", "name": "Owner"}
    assert about(PAGE, SITE._replace(author=""))["author"]["@type"] == "Organization"


def test_structured_data_leaves_out_what_is_not_known() -> None:
    """A draft in `serve` has no date; a journal without a landing page is no part of a blog."""
    post = about(PAGE, SITE._replace(journal_url=""))

    assert not {"datePublished", "dateModified", "image", "isPartOf", "description"} & set(post)
    assert "mainEntity" not in about(PAGE._replace(kind="list"))
    assert "mainEntity" not in about(PAGE._replace(kind="profile"))


def test_long_titles_are_cut_and_scripts_cannot_end() -> None:
    page = PAGE._replace(title="</script>\u2028" + "x" * 200)
    html = json_ld(page, SITE).html

    assert html.count("</script>") == 1
    assert "\u2028" not in html
    headline = about(page)["headline"]
    assert len(headline) == 110
    assert headline.startswith("</script>\u2028x")
    assert headline.endswith("…")


def test_a_change_and_a_way_are_reported() -> None:
    way = (Crumb("Site", "https://e.org/"), Crumb("T", PAGE.url))
    page = PAGE._replace(published=DAY, day_only=False, updated=DAY, crumbs=way, entries=way, kind="journal")

    found = graph(page)
    assert found[0]["dateModified"] == "2024-05-06T07:08:00Z"
    assert [item["position"] for item in found[1]["itemListElement"]] == [1, 2]
    assert about(page._replace(kind="post"))["datePublished"] == "2024-05-06T07:08:00Z"
    assert about(page._replace(kind="list", post_count=7))["mainEntity"]["numberOfItems"] == 7
    assert len(graph(PAGE)) == 1


def test_a_person_has_all_that_is_known() -> None:
    person = PersonFacts(
        name="A",
        page="https://e.org/a/",
        url="https://a.net/",
        description="D",
        email="a@a.net",
        image=ImageFacts(url="https://e.org/a.png"),
        links=("https://a.net/", "https://b.net/"),
    )
    found = about(PAGE._replace(kind="profile", authors=(person,)))["mainEntity"]

    assert found == {
        "@type": "Person",
        "name": "A",
        "url": "https://e.org/a/",
        "description": "D",
        "email": "a@a.net",
        "image": {"@type": "ImageObject", "url": "https://e.org/a.png"},
        "sameAs": ["https://a.net/", "https://b.net/"],
    }


HEADS: dict[str, tuple[list[Any], list[str]]] = {
    '<meta property="og:image" content="https://e.org/c.png?a=1&amp;b=2"><meta property="og:title" content="">': (
        [meta("property", "og:image", "x"), meta("property", "og:image:alt", "x"), meta("property", "og:title", "x")],
        [],
    ),
    "<meta content='x' name='Description'>": ([meta("name", "description", "y")], []),
    '<meta name="robots" content="index">': (
        [meta("name", "robots", "noindex")],
        ['<meta name="robots" content="noindex">'],
    ),
    '<meta name=robots content="noindex, follow">': ([meta("name", "robots", "noindex")], []),
    '<link href="x" rel="canonical">': ([link("canonical", "y")], []),
    "": (
        [link("canonical", "y"), script("a/b", "{}")],
        ['<link rel="canonical" href="y">', '<script type="a/b">{}</script>'],
    ),
    '<script type="a/b">{}</script>': ([script("a/b", "{}")], []),
    '<meta name="og:url">': ([meta("property", "og:url:x", "&\"'<>")], []),
}


@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
def test_only_what_the_theme_has_not_written_is_added(head: str) -> None:
    elements, added = HEADS[head]
    page = f"<head>{head}</head><body>"

    assert with_head(page, elements) == f"<head>{head}{''.join(f'{element}' + chr(10) for element in added)}</head><body>"


def test_the_picture_of_another_plugin_is_seen() -> None:
    assert (
        Head('<meta content="https://e.org/c.png?a=1&amp;b=2" property="og:image">').picture
        == "https://e.org/c.png?a=1&b=2"
    )
    assert Head('<meta property="og:image:alt" content="x">').picture == ""


def test_values_are_escaped() -> None:
    assert str(meta("name", "x", "<\"&'>")) == '<meta name="x" content="&lt;&quot;&amp;&#x27;&gt;">'


def test_the_export_of_a_post() -> None:
    post = Post(
        source=PurePosixPath("news/a.md"),
        title="A",
        slug="a",
        body="",
        date=DAY,
        day_only=False,
        last_updated=DAY,
        updates=(Update(DAY, "Changed", "update-1"),),
        series=("S",),
        image=PostImage("x.png"),
    )
    facts = PAGE._replace(
        url="https://first.net/",
        own_url="https://e.org/n/a/",
        authors=(PersonFacts(name="A"),),
        image=ImageFacts(url="https://e.org/x.png", alt="X"),
    )
    data = json.loads(export(SITE, [(post, facts), (replace(post, last_updated=None, day_only=True), PAGE)]))

    assert data["posts"][0]["url"] == "https://e.org/n/a/"
    assert data["posts"][0]["date"] == "2024-05-06T07:08:00Z"
    assert data["posts"][0]["updates"] == [{"date": "2024-05-06T07:08:00Z", "text": "Changed"}]
    assert data["posts"][0]["authors"] == [{"name": "A", "url": None}]
    assert data["posts"][0]["image"] == {"url": "https://e.org/x.png", "alt": "X", "width": None, "height": None}
    assert data["posts"][1]["date"] == "2024-05-06"
    assert data["posts"][1]["last_updated"] is None
    assert data["posts"][1]["image"] is None


def test_structured_data_are_read_as_they_are_and_cannot_end_their_script() -> None:
    """Signs of markup are escaped, other letters are not."""
    title = "Größe <b> & 1 > 0 \u2028\u2029"

    text = json_ld(PAGE._replace(title=title), SITE).text

    assert about(PAGE._replace(title=title))["headline"] == title
    assert "Größe \\u003cb\\u003e \\u0026 1 \\u003e 0 \\u2028\\u2029" in text
