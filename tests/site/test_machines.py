"""What search engines, link previews and other programs read of a site."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import jsonschema
import mf2py
import pytest

from tests.conftest import HOST, ROOT, Result, Site, post
from tests.site.reader import Reader
from tests.text.test_image_size import png

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
BASE = "https://example.org/docs/"
ODD = "Bo <script>alert(1)</script> \"B\" & 'b' 🎉"
AUTHORS = """
authors:
  ada:
    name: Ada Lovelace
    description: Wrote "notes" & <b>more</b>
    avatar: people/ada.png
    url: https://ada.example.net/
    email: ada@example.net
    github: ada
"""
POST = "journal/2024/11/case/"
FRONT = f"""title: Of <b>"signs"</b> & 'marks'
date: 2024-11-12 09:30:00 +0100
last_updated: 2025-05-05
tags: [AI, Open Source]
categories: [journal]
description: How "it" went & why
image: {{path: card.png, alt: A card}}
authors: [ada, {json.dumps(ODD, ensure_ascii=False)}]"""


@pytest.fixture(scope="module", params=THEMES)
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Return a site with a post by two authors and a plain one, in each theme."""
    options = {"social_image": "card.png", "export": "posts.json"}
    config: dict[str, object] = {"site_name": "Test", "site_url": BASE, "site_description": "All about it"}
    config |= {"theme": {"name": request.param}, "plugins": ["search", {"journal": options}]}
    site = Site(tmp_path_factory.mktemp("site") / "project", config)
    site.write(
        {
            "docs/index.md": "# Home\n",
            "docs/card.png": png(1200, 630),
            "docs/people/ada.png": png(64, 64),
            "docs/journal/.authors.yml": AUTHORS,
            "docs/journal/case.md": post(FRONT, "First paragraph.\n\n## Heading\n\nMore.\n"),
            "docs/journal/2024-12-24-plain.md": post("title: Plain", "The *first* paragraph.\n"),
            "docs/journal/2024-12-25-hidden.md": post("title: Hidden\nhidden: true"),
            "docs/journal/2024-12-26-moved.md": post(
                "title: Elsewhere\nlang: pt_br\ncanonical_url: https://first.example/x/?a=1&b=2"
            ),
        }
    )
    return site.build("--strict", host="mkdocs" if request.param == "material" else "")


def metas(html: str) -> dict[str, list[str]]:
    """Return the contents of each `<meta>` by its name or property."""
    found: dict[str, list[str]] = {}
    for element in Reader(html).of("meta"):
        if name := element.get("name") or element.get("property"):
            found.setdefault(name, []).append(element.get("content", ""))
    return found


def structured(html: str) -> list[dict[str, Any]]:
    """Return the graph of the one block of JSON-LD of a page."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


REPEATED = {"article:tag", "article:author"}


def test_open_graph_and_cards_of_a_post_are_complete(result: Result) -> None:
    """Type, title, address, site, times, authors, tags, the picture with size and text; each once."""
    assert result.returncode == 0, result.log
    found = metas(result.page(f"{POST}index.html"))

    title = "Of <b>\"signs\"</b> & 'marks'"
    assert {name: values for name, values in found.items() if ":" in name} == {
        "og:type": ["article"],
        "og:title": [title],
        "og:description": ['How "it" went & why'],
        "og:site_name": ["Test"],
        "og:locale": ["en"],
        "og:url": [BASE + POST],
        "og:image": [f"{BASE}card.png"],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": ["A card"],
        "article:published_time": ["2024-11-12T09:30:00+01:00"],
        "article:modified_time": ["2025-05-05T00:00:00+01:00"],
        "article:author": [f"{BASE}journal/authors/ada-lovelace/", author_page(result)],
        "article:section": ["journal"],
        "article:tag": ["AI", "Open Source"],
        "twitter:card": ["summary_large_image"],
        "twitter:title": [title],
        "twitter:description": ['How "it" went & why'],
        "twitter:image": [f"{BASE}card.png"],
        "twitter:image:alt": ["A card"],
    }
    assert found["description"] == ['How "it" went & why']


def author_page(result: Result) -> str:
    (folder,) = [path for path in (result.output / "journal/authors").iterdir() if path.name.startswith("bo-")]
    return f"{BASE}journal/authors/{folder.name}/"


def test_a_post_in_another_language_says_so(result: Result) -> None:
    page = result.page("journal/2024/12/moved/index.html")

    assert metas(page)["og:locale"] == ["pt_BR"]
    assert next(thing for thing in structured(page) if thing["@type"] == "BlogPosting")["inLanguage"] == "pt-BR"
    assert json.loads(result.files["journal/posts.json"])["posts"][0]["language"] == "pt-BR"


def test_a_page_is_described_by_itself_and_not_by_the_site(result: Result) -> None:
    """Themes write the description of the site on pages that have none; the beginning of a post says more."""
    pages = {
        "journal/2024/12/plain/": "The first paragraph.",
        "journal/authors/ada-lovelace/": 'Wrote "notes" & <b>more</b>',
        "journal/": "All about it",
    }
    for page, wanted in pages.items():
        found = metas(result.page(f"{page}index.html"))
        assert found["description"] == found["og:description"] == found["twitter:description"] == [wanted]


def test_nothing_is_reported_twice(result: Result) -> None:
    """On no page: neither by us nor beside the theme."""
    for name, data in result.files.items():
        if name.endswith(".html") and name not in {"404.html", "search.html"}:
            html = data.decode()
            assert [key for key, values in metas(html).items() if len(values) > 1 and key not in REPEATED] == [], name
            canonical = [link for link in Reader(html).of("link") if link.get("rel") == "canonical"]
            assert len(canonical) == 1, name


def test_a_post_without_anything_has_what_can_be_said(result: Result) -> None:
    """Its first paragraph and the picture of the site; a post that was not changed has no time of a change."""
    found = metas(result.page("journal/2024/12/plain/index.html"))

    assert found["og:description"] == ["The first paragraph."]
    assert found["og:image"] == [f"{BASE}card.png"]
    assert found["og:image:alt"] == ["Plain"]
    assert found["article:published_time"] == ["2024-12-24"]
    assert "article:modified_time" not in found


def test_a_canonical_address_is_in_the_head_only(result: Result) -> None:
    """Once, for search engines and previews; the sitemap has the page's own."""
    html = result.page("journal/2024/12/moved/index.html")
    address = "https://first.example/x/?a=1&b=2"

    assert [link["href"] for link in Reader(html).of("link") if link.get("rel") == "canonical"] == [address]
    assert metas(html)["og:url"] == [address]
    assert "first.example" not in result.page("sitemap.xml")
    assert f"<loc>{BASE}journal/2024/12/moved/</loc>" in result.page("sitemap.xml")


def test_an_unlisted_post_is_noindex(result: Result) -> None:
    html = result.page("journal/2024/12/hidden/index.html")

    assert metas(html)["robots"] == ["noindex"]
    assert "application/ld+json" not in html
    assert "robots" not in metas(result.page(f"{POST}index.html"))


NEEDED = {
    "BlogPosting": {"headline", "url", "mainEntityOfPage", "datePublished", "dateModified", "author", "image", "publisher"},
    "Blog": {"@id", "url", "name", "description", "blogPost", "inLanguage"},
    "CollectionPage": {"url", "name", "isPartOf", "mainEntity", "inLanguage"},
    "ProfilePage": {"url", "mainEntity", "dateModified"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "Person": {"name"},
    "Organization": {"name", "url"},
    "ImageObject": {"url", "width", "height"},
    "ItemList": {"numberOfItems", "itemListElement"},
}
"""What schema.org and Google ask for, or recommend, of each type that we write."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?")


def things(value: object, inside: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each thing with a type, and the property that it stands in."""
    if isinstance(value, dict):
        if "@type" in value:
            yield inside, value
        for name, item in value.items():
            yield from things(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from things(item, inside)


@pytest.mark.parametrize(
    ("page", "type_"),
    [
        (POST, "BlogPosting"),
        ("journal/2024/12/plain/", "BlogPosting"),
        ("journal/", "Blog"),
        ("journal/2024/", "CollectionPage"),
        ("journal/2024/11/", "CollectionPage"),
        ("journal/tags/", "CollectionPage"),
        ("journal/tags/open-source/", "CollectionPage"),
        ("journal/categories/journal/", "CollectionPage"),
        ("journal/authors/", "CollectionPage"),
        ("journal/authors/ada-lovelace/", "ProfilePage"),
    ],
)
def test_structured_data_has_what_its_type_needs(result: Result, page: str, type_: str) -> None:
    """And each address is absolute, each time ISO 8601, each position the next."""
    graph = structured(result.page(f"{page}index.html"))

    assert [thing["@type"] for thing in graph] == [type_, "BreadcrumbList"]
    for inside, thing in things(graph):
        if inside not in {"isPartOf", "blogPost"}:
            assert NEEDED[thing["@type"]] <= set(thing), thing
        for name, value in thing.items():
            if name in {"@id", "url", "item", "mainEntityOfPage"}:
                assert value.startswith("https://"), thing
            elif name.startswith("date"):
                assert MOMENT.fullmatch(value), thing
            assert value, thing
    crumbs = graph[1]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == list(range(1, len(crumbs) + 1))
    assert crumbs[0]["item"] == BASE
    assert crumbs[-1]["item"] == BASE + page


def test_structured_data_of_a_post_says_what_the_page_says(result: Result) -> None:
    about, crumbs = structured(result.page(f"{POST}index.html"))

    assert about["headline"] == "Of <b>\"signs\"</b> & 'marks'"
    assert about["datePublished"] == "2024-11-12T09:30:00+01:00"
    assert about["dateModified"] == "2025-05-05T00:00:00+01:00"
    assert [person["name"] for person in about["author"]] == ["Ada Lovelace", ODD]
    assert about["author"][0]["url"] == f"{BASE}journal/authors/ada-lovelace/"
    assert about["image"] == {
        "@type": "ImageObject",
        "url": f"{BASE}card.png",
        "width": 1200,
        "height": 630,
        "caption": "A card",
    }
    assert about["keywords"] == ["AI", "Open Source"]
    assert [crumb["name"] for crumb in crumbs["itemListElement"]] == ["Test", "Journal", about["headline"]]


def test_a_person_is_the_same_in_every_form(result: Result) -> None:
    """The profile in JSON-LD and as h-card; the address of an e-mail is printed nowhere."""
    html = result.page("journal/authors/ada-lovelace/index.html")
    person = structured(html)[0]["mainEntity"]
    (card,) = [
        item
        for item in mf2py.parse(html, url=f"{BASE}journal/authors/ada-lovelace/")["items"]
        if item["type"] == ["h-card"]
    ]

    assert person["name"] == "Ada Lovelace"
    assert card["properties"]["name"] == ["Ada Lovelace"]
    assert person["description"] == card["properties"]["note"][0] == 'Wrote "notes" & <b>more</b>'
    assert person["image"]["url"] == f"{BASE}people/ada.png"
    assert card["properties"]["photo"][0]["value"] == f"{BASE}people/ada.png"
    assert person["sameAs"] == ["https://ada.example.net/", "https://github.com/ada"]
    assert card["properties"]["url"] == [f"{BASE}journal/authors/ada-lovelace/", *person["sameAs"]]
    (image,) = [image for image in Reader(html).of("img") if "u-photo" in image.get("class", "")]
    assert (image["width"], image["height"]) == ("64", "64")
    assert [link["href"] for link in Reader(html).of("a") if link.get("rel") == "me"] == person["sameAs"]
    assert not [name for name, data in result.files.items() if b"ada@example.net" in data]


def test_microformats_of_a_post_read_back(result: Result) -> None:
    """By another program: one entry with name, address, times, authors, categories and the whole text."""
    parsed = mf2py.parse(result.page(f"{POST}index.html"), url=BASE + POST)
    (entry,) = [item for item in parsed["items"] if item["type"] == ["h-entry"]]
    properties = entry["properties"]

    assert [name.removesuffix("¶").strip() for name in properties["name"]] == ["Of <b>\"signs\"</b> & 'marks'"]
    assert properties["url"] == [BASE + POST]
    assert properties["published"] == ["2024-11-12T09:30:00+0100"]
    assert properties["updated"] == ["2025-05-05"]
    assert [author["properties"]["name"] for author in properties["author"]] == [["Ada Lovelace"], [ODD]]
    assert properties["author"][0]["properties"]["url"] == [f"{BASE}journal/authors/ada-lovelace/"]
    assert properties["category"] == ["journal", "AI", "Open Source"]
    assert properties["summary"] == ['How "it" went & why']
    assert properties["content"][0]["value"].startswith("First paragraph.")
    assert "More." in properties["content"][0]["value"]


@pytest.mark.parametrize("page", ["journal/", "journal/2024/", "journal/tags/ai/"])
def test_microformats_of_a_list_read_back(result: Result, page: str) -> None:
    parsed = mf2py.parse(result.page(f"{page}index.html"), url=BASE + page)
    (feed,) = [item for item in parsed["items"] if item["type"] == ["h-feed"]]
    entry = next(item for item in feed["children"] if BASE + POST in item["properties"]["url"])

    assert entry["type"] == ["h-entry"]
    assert entry["properties"]["name"] == ["Of <b>\"signs\"</b> & 'marks'"]
    assert entry["properties"]["published"][0].startswith("2024-11-12")
    assert entry["properties"]["updated"] == ["2025-05-05"]


def test_the_export_has_the_form_of_its_schema(result: Result) -> None:
    """Published posts only, newest first, with their own address."""
    data = json.loads(result.files["journal/posts.json"])
    schema = json.loads((ROOT / "docs/reference/posts.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert [item["title"] for item in data["posts"]] == ["Elsewhere", "Plain", "Of <b>\"signs\"</b> & 'marks'"]
    assert data["posts"][0]["url"] == f"{BASE}journal/2024/12/moved/"
    assert data["posts"][2] == {
        "source": "journal/case.md",
        "url": BASE + POST,
        "title": "Of <b>\"signs\"</b> & 'marks'",
        "description": 'How "it" went & why',
        "date": "2024-11-12T09:30:00+01:00",
        "last_updated": "2025-05-05T00:00:00+01:00",
        "updates": [],
        "authors": [
            {"name": "Ada Lovelace", "url": f"{BASE}journal/authors/ada-lovelace/"},
            {"name": ODD, "url": author_page(result)},
        ],
        "tags": ["AI", "Open Source"],
        "categories": ["journal"],
        "series": [],
        "language": None,
        "image": {"url": f"{BASE}card.png", "alt": "A card", "width": 1200, "height": 630},
    }


def test_odd_names_are_text_everywhere(result: Result) -> None:
    """No page holds what they would be as markup, and no link leads nowhere."""
    for name, data in result.files.items():
        if name.endswith((".html", ".xml")):
            assert b"<script>alert(1)" not in data, name
    page = Reader(result.page(f"{POST}index.html"))
    assert urljoin(BASE + POST, page.href(ODD)) == author_page(result)


def test_without_an_address_of_the_site_nothing_absolute_is_invented(site: Site) -> None:
    del site.config["site_url"]
    site.config["plugins"] = [{"journal": {"export": "/posts.json", "social_image": "card.png"}}]
    site.write({"docs/card.png": png(9, 9), "docs/journal/2024-01-01-a.md": post("title: A\nauthor: Ada")})

    result = site.build("--strict")

    html = result.page("journal/2024/01/a/index.html")
    found = metas(html)
    assert found["og:title"] == ["A"]
    assert not {"og:url", "og:image"} & set(found)
    assert found["article:author"] == ["Ada"]
    assert "ld+json" not in html
    data = json.loads(result.files["posts.json"])
    jsonschema.validate(data, json.loads((ROOT / "docs/reference/posts.schema.json").read_text(encoding="utf-8")))
    assert data["posts"][0]["url"] == "journal/2024/01/a/"


def test_a_remote_picture_is_linked_and_never_fetched(site: Site) -> None:
    """Its size is unknown and not fetched."""
    front = "title: A\nimage: https://example.invalid/a.png\nauthor: {name: Ada, avatar: 'https://example.invalid/b.jpg'}"
    site.write({"docs/journal/2024-01-01-a.md": post(front)})

    result = site.build("--strict")

    found = metas(result.page("journal/2024/01/a/index.html"))
    assert found["og:image"] == ["https://example.invalid/a.png"]
    assert "og:image:width" not in found
    profile = result.page("journal/authors/ada/index.html")
    assert '<img class="journal-avatar u-photo" src="https://example.invalid/b.jpg" alt="" loading="lazy">' in profile


def test_pictures_that_are_not_there_are_reported(site: Site) -> None:
    """At their place in the authors file; one of the site at the option."""
    site.config["plugins"] = [{"journal": {"social_image": "no.png"}}]
    site.write(
        {
            "docs/journal/.authors.yml": "ada:\n  name: Ada\n  avatar: ../../secret.png\nben:\n  avatar: unused.png\n",
            "docs/journal/2024-01-01-a.md": post("title: A\nauthor: ada"),
        }
    )

    result = site.build()

    assert [line for line in result.ours if "J601" in line] == [
        (
            "docs/journal/.authors.yml:3:11: avatar: '../../secret.png' is outside docs_dir; "
            "write a path relative to the post or an http(s) URL (J601)"
        ),
        "mkdocs.yml: social_image: 'no.png' does not exist; write a path relative to the post or an http(s) URL (J601)",
    ]


@pytest.mark.parametrize("address", [f"{BASE}2.0/first/", f"{BASE}first.html?a#b"])
def test_the_first_place_of_a_text_may_be_below_the_site(site: Site, address: str) -> None:
    """Another program or version publishes it there: the sitemap and the check at the end have the address of the post."""
    site.write({"docs/journal/2024-01-01-a.md": post(f"title: A\ncanonical_url: {address}")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert f'<link rel="canonical" href="{address}">' in result.page("journal/2024/01/a/index.html")
    assert f"<loc>{BASE}journal/2024/01/a/</loc>" in result.page("sitemap.xml")


@pytest.mark.parametrize(
    ("front", "changed"),
    [("date: 1890-03-04", "1890-03-04"), ("date: 2024-01-01\nlast_updated: 2204-01-01", "2106-02-06")],
    ids=["letters", "a slip"],
)
def test_the_sitemap_is_packed_whatever_the_years_of_the_posts(site: Site, front: str, changed: str) -> None:
    """The packed sitemap has the day of the latest change in its header, of 1970 to 2106; no other page is later here."""
    site.config["plugins"] = [{"journal": {"folder": "."}}]
    site.write({"docs/a.md": post(f"title: A\n{front}")})
    (site.folder / "docs/index.md").unlink(missing_ok=True)

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert re.search(rf"/a/</loc>\s*<lastmod>{changed}</lastmod>", result.page("sitemap.xml"))
    assert gzip.decompress(result.files["sitemap.xml.gz"]).decode() == result.page("sitemap.xml")


@pytest.mark.parametrize("value", ["javascript:alert(1)", "/somewhere/", "https://a b/", 'https://x/"><script>'])
def test_a_canonical_address_that_is_none_is_reported(site: Site, value: str) -> None:
    site.write({"docs/journal/2024-01-01-a.md": post(f"title: A\ncanonical_url: {json.dumps(value)}")})

    result = site.build()

    (reported,) = [line for line in result.ours if "J602" in line]
    assert reported.startswith("docs/journal/2024-01-01-a.md:3:16: canonical_url: ")
    html = result.page("journal/2024/01/a/index.html")
    assert f'<link rel="canonical" href="{BASE}journal/2024/01/a/">' in html


if HOST != "properdocs":

    def test_cards_of_materials_social_plugin_are_used(site: Site) -> None:
        """Its words stay the only ones; a stand-in writes what it writes, for the plugin needs fonts of the network."""
        site.config["theme"] = {"name": "material"}
        site.config["hooks"] = ["card.py"]
        site.write({"card.py": CARD, "docs/journal/2024-01-01-a.md": post("title: A\nimage: https://example.net/own.png")})

        result = site.build("--strict", host="mkdocs")

        html = result.page("journal/2024/01/a/index.html")
        found = metas(html)
        card = f"{BASE}assets/images/social/journal/2024-01-01-a.png"
        assert found["og:image"] == [card]
        assert found["og:type"] == ["website"]
        assert found["og:image:width"] == ["1200"]
        assert found["article:published_time"] == ["2024-01-01"]
        assert structured(html)[0]["image"]["url"] == card
        assert [key for key, values in found.items() if len(values) > 1] == []
        assert metas(result.page("journal/2024/index.html"))["og:title"] == ["Posts of 2024"]
        assert "og:image" not in metas(result.page("journal/2024/index.html"))


CARD = '''
def on_page_markdown(markdown, page, **_):
    page.meta.setdefault("social", {})

def on_post_page(output, page, config):
    """What Material's social plugin puts into a page, for those that do not say otherwise."""
    if not page.meta.get("social", {}).get("cards", True):
        return output
    card = f"{config.site_url}assets/images/social/{page.file.src_uri[:-3]}.png"
    own = {"og:type": "website", "og:title": page.title, "og:description": "x", "og:image": card,
            "og:image:type": "image/png", "og:image:width": "1200", "og:image:height": "630", "og:url": page.canonical_url}
    own |= {"twitter:card": "summary_large_image", "twitter:title": page.title, "twitter:description": "x",
             "twitter:image": card}
    tags = "".join(f'<meta {"property" if n[0] == "o" else "name"}="{n}" content="{v}" >' for n, v in own.items())
    return output.replace("</head>", tags + "</head>")

on_post_page.mkdocs_priority = 50
'''


def test_the_example_of_the_export_has_the_form_of_its_schema() -> None:
    """What the documentation shows can be checked by what it links."""
    text = (ROOT / "docs/reference/export.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)

    schema = json.loads((ROOT / "docs/reference/posts.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(example), schema)


@pytest.mark.parametrize("home", ["docs/index.md", "docs/index.html", "docs/README.md", ""])
def test_breadcrumbs_name_the_home_page_if_there_is_one(site: Site, home: str) -> None:
    (site.folder / "docs/index.md").unlink(missing_ok=True)
    site.write({"docs/journal/2024-01-02-one.md": post("title: One"), **({home: "Home"} if home else {})})

    result = site.build()

    for page in ("journal/index.html", "journal/2024/index.html", "journal/2024/01/one/index.html"):
        crumbs = [thing for thing in structured(result.page(page)) if thing["@type"] == "BreadcrumbList"]
        named = [crumb["item"] for found in crumbs for crumb in found["itemListElement"]]
        assert (site.config["site_url"] in named) == bool(home)
