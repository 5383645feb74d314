"""The functions of our own templates return what the templates make; a template that is replaced is used instead."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType, SimpleNamespace
from typing import Any

import jinja2
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.lexer import TokenStream
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.language.catalogues import Catalogue, catalogue
from mkdocs_journal.language.labels import Labels, labels_for
from mkdocs_journal.pages.archive_views import FeedGroup, FeedView, LetterGroup, MonthGroup, Pager
from mkdocs_journal.pages.own_fragments import OWN_FRAGMENTS
from mkdocs_journal.pages.picture_views import PictureView
from mkdocs_journal.pages.post_values import Stamp
from mkdocs_journal.pages.post_views import Link, LinkView, PersonLink, UpdateView
from mkdocs_journal.pages.profile_views import ProfileView
from mkdocs_journal.pages.series_views import SeriesView
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.site_info import SiteInfo
from tests.conftest import CI, ROOT

OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"lists": {"landing": "cards", "tags": "excerpts", "year": "cards"}, "author_box": True, "locale": "de", "per_page": 2},
    {"sidebar": True, "locale": "ar", "archives": {"per_page": 3}, "reading_time": False},
)

TEXTS = st.sampled_from(["", "a", "R&D", "<b>x</b>", "\"q\" 'p'", "über – 1", "&amp;"])
WORDS = TEXTS.filter(bool)
HTML = st.sampled_from([Markup(""), Markup("<p>a &amp; <b>b</b></p>")])
LANGUAGE = st.sampled_from([Markup(""), Markup(' lang="fr"'), Markup(' lang="ar" dir="rtl"')])
NUMBERS = st.integers(0, 3)
STAMPS = st.builds(Stamp, WORDS, WORDS, WORDS)
DAYS = st.none() | STAMPS
PICTURES = st.none() | st.builds(PictureView, WORDS, NUMBERS, NUMBERS, TEXTS)
LINKS = st.builds(Link, TEXTS, TEXTS, NUMBERS)


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


DETAILS = st.sampled_from(["", "R&D"])
LINK_VIEWS = st.recursive(
    st.builds(LinkView, WORDS, TEXTS, DETAILS, st.just(())),
    lambda parts: st.builds(LinkView, WORDS, TEXTS, DETAILS, several(parts)),
    max_leaves=4,
)
POSTS = st.builds(
    SimpleNamespace,
    title=WORDS,
    url=TEXTS,
    date=DAYS,
    updated=DAYS,
    authors=several(st.builds(PersonLink, WORDS, TEXTS, PICTURES, TEXTS)),
    tags=st.sampled_from([0, 1, 5, 6]).flatmap(lambda number: st.lists(LINKS, min_size=number, max_size=number).map(tuple)),
    categories=several(LINKS),
    series=several(LINKS),
    description=TEXTS,
    pinned=st.booleans(),
    state=st.sampled_from(["published", "unlisted", "draft", "scheduled", "unpublished"]),
    reading_time=TEXTS,
    cover=PICTURES,
    excerpt=HTML,
    clamped=st.booleans(),
    more=st.booleans(),
    summary=TEXTS,
    updates=several(st.builds(UpdateView, STAMPS, TEXTS, st.sampled_from(["", "#a&b"]))),
    uncommitted=st.booleans(),
    language=LANGUAGE,
    labels_language=LANGUAGE,
)
PROFILES = st.builds(
    ProfileView,
    name=WORDS,
    page=TEXTS,
    description=TEXTS,
    avatar=PICTURES,
    links=several(LINKS),
    email=st.sampled_from(["", "a&b@example.org"]),
    count=st.sampled_from([0, 0, 2]),
)
SERIES = st.builds(SeriesView, name=WORDS, url=TEXTS, part=NUMBERS, parts=NUMBERS, first=NUMBERS, posts=several(LINKS))
FEEDS = several(st.builds(FeedView, WORDS, WORDS, WORDS, WORDS))
WAYS = st.sampled_from(["", "../2/?a&b"])
PAGERS = st.builds(
    Pager,
    number=NUMBERS,
    of=NUMBERS,
    newer=WAYS,
    older=WAYS,
    pages=several(st.builds(Link, NUMBERS.map(str), TEXTS)),
)
OWN_WORDS: Catalogue = {
    key: f"<{words} & 'x'" if isinstance(words, str) else {form: f"<{text} & 'x'" for form, text in words.items()}
    for key, words in catalogue("en").items()
}
"""Every label as a site may write it."""
LABELS = st.sampled_from([labels_for("fr"), labels_for("ar"), labels_for("en", OWN_WORDS), labels_for("en", OWN_WORDS)])
VARIABLES: Mapping[str, Mapping[str, st.SearchStrategy[Any]]] = {
    "archive": {
        "heading": HTML,
        "title": TEXTS,
        "groups": several(st.builds(MonthGroup, WORDS, TEXTS, NUMBERS, HTML)),
        "posts": HTML,
        "parts": several(st.builds(LetterGroup, TEXTS, several(LINKS))),
        "people": several(PROFILES),
        "pager": PAGERS,
        "feeds": FEEDS,
        "up": several(LINKS),
        "author": st.none() | PROFILES,
        "description": TEXTS,
    },
    "back": {"up": several(LINKS)},
    "card": {"post": POSTS, "level": NUMBERS},
    "entry": {"post": POSTS, "level": NUMBERS},
    "index": {
        "heading": HTML,
        "title": TEXTS,
        "posts": HTML,
        "folder": TEXTS,
        "pager": PAGERS,
        "withheld": several(POSTS.filter(lambda post: post.state != "published")),
        "parts": several(LINKS),
        "kinds": several(LINKS),
        "feeds": FEEDS,
        "subscribe": st.none() | LINKS,
    },
    "list-cards": {"entries": several(HTML), "title": TEXTS, "is_feed": st.booleans()},
    "list-compact": {"rows": several(HTML), "is_feed": st.booleans()},
    "list-excerpts": {"entries": several(HTML), "title": TEXTS, "is_feed": st.booleans()},
    "post-footer": {
        "post": POSTS,
        "series": several(SERIES),
        "show_tags": st.booleans(),
        "people": several(PROFILES),
        "older": st.none() | LINKS,
        "newer": st.none() | LINKS,
        "links": st.none() | several(LINK_VIEWS),
        "related": st.none() | HTML,
    },
    "post-header": {
        "post": POSTS,
        "heading": HTML,
        "own_heading": st.booleans(),
        "show_facts": st.booleans(),
        "series": several(SERIES),
    },
    "row": {"post": POSTS, "with_year": st.booleans()},
    "subscribe": {
        "heading": HTML,
        "title": TEXTS,
        "feeds": FEEDS,
        "groups": several(st.builds(FeedGroup, WORDS, FEEDS, several(st.builds(FeedGroup, WORDS, FEEDS)))),
        "up": several(LINKS),
    },
}


def fragments(templates: Mapping[str, str] = MappingProxyType({}), *, own: bool = True) -> Fragments:
    """Return fragments of a site with templates of its own."""
    theirs = jinja2.DictLoader({f"journal/{name}.html": text for name, text in templates.items()})
    loader = jinja2.ChoiceLoader([theirs, jinja2.FileSystemLoader(FOLDER)])
    return Fragments(jinja2.Environment(loader=loader), own=own)


PLAIN = fragments(own=False)


@pytest.mark.parametrize("name", sorted(OWN_FRAGMENTS))
@settings(max_examples=60, deadline=None, derandomize=CI, database=None)
@given(data=st.data())
def test_a_function_returns_what_its_template_makes(name: str, data: st.DataObject) -> None:
    values: dict[str, Any] = {key: data.draw(value) for key, value in VARIABLES[name].items()}
    labels: Labels = data.draw(LABELS)

    assert OWN_FRAGMENTS[name](**values, labels=labels) == PLAIN.render(name, **values, labels=labels)


def published(folder: Path, options: Mapping[str, object]) -> dict[str, bytes]:
    """Return what is written for the example site and posts of many kinds."""
    docs, output = folder / "docs", folder / "out"
    if not docs.exists():
        shutil.copytree(ROOT / "example_site/docs", docs)
        for number in range(24):
            (docs / f"journal/20{number:02}-01-0{1 + number % 9}-p{number}.md").write_text(_text(number), encoding="utf-8")
    shutil.rmtree(output, ignore_errors=True)
    paths = [path for path in sorted((docs / "journal").rglob("*.md")) if path.name != "index.md"]
    sources = [
        Source(path=PurePosixPath(path.relative_to(docs).as_posix()), shown=str(path), data=path.read_bytes())
        for path in paths
    ]
    read = read_options(options)
    site = SiteInfo(name="R&D", url="https://example.org/docs/", docs=docs, output=output)
    publish(read_journal(sources, read), site, markdown.markdown, options=read)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def _text(number: int) -> str:
    people = ["Ada <x>", "Bo & Co", 'C "q"'][: number % 4]
    tags = ["R&D", "'it''s'", "a", "b", "c", "d", "e"][: number % 8]
    front = {
        "title": f"""'A "b" & <c> {number}'""",
        "author": f"[{', '.join(people)}]",
        "tags": f"[{', '.join(tags)}]",
        "categories": "['<b>', x]" if number % 2 else "[]",
        "description": f"About <{number}> & more" if number % 3 else "",
        "excerpt": f"'By {number} <hand>'" if number % 5 == 1 else "",
        "last_updated": f"2030-01-{1 + number:02}" if number % 2 else "",
        "series": ["", "[One]", f"[Alone {number}]", f"[Alone {number}, Two]"][number % 4],
        "lang": ["", "fr", "he"][number % 3],
        "pin": "true" if number % 11 == 1 else "",
        "image": f"https://example.net/{number}.png?a=1&b=2" if number % 6 == 2 else "",
    }
    head = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    more = "\n\n<!-- more -->\n\nRest.\n" if number % 4 else "\n"
    return f"---\n{head}---\n\nText {number} & [a link](../index.md).{more}"


@pytest.mark.parametrize("options", OPTIONS, ids=["default", "cards", "sidebar"])
def test_both_ways_write_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]) -> None:
    joined = published(tmp_path, options)
    monkeypatch.setattr("mkdocs_journal.pages.templates.OWN_FRAGMENTS", {})
    plain = published(tmp_path, options)

    assert joined.keys() == plain.keys()
    assert [name for name in joined if joined[name] != plain[name]] == []


@pytest.mark.parametrize(
    ("replaced", "theirs"),
    [
        ("byline", {"post-header", "entry", "card"}),
        ("cover", {"entry", "card"}),
        ("post-end", {"post-footer"}),
        ("row", {"row"}),
        ("profile", {"post-footer", "archive"}),
        ("counts", {"index", "archive"}),
        ("pager", {"index", "archive"}),
        ("terms", {"post-footer", "entry"}),
    ],
)
def test_a_template_of_the_site_inside_another_makes_it_the_site_s(replaced: str, theirs: set[str]) -> None:
    ours = fragments({replaced: "{{ labels.language | upper }}"})

    assert {name for name in OWN_FRAGMENTS if not ours._is_ours(name)} == theirs


@pytest.mark.parametrize("name", sorted(OWN_FRAGMENTS))
def test_each_template_that_jinja_finds_in_a_fragment_counts(name: str) -> None:
    """Whatever the statement that names it."""
    found, waiting = set[str](), [name]
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            tree = jinja2.Environment().parse((FOLDER / f"journal/{one}.html").read_text(encoding="utf-8"))
            named = map(str, find_referenced_templates(tree))
            waiting += [other.removeprefix("journal/").removesuffix(".html") for other in named]

    assert fragments()._is_ours(name)
    assert {one for one in found if fragments({one: ""})._is_ours(name)} == set()


def test_a_replaced_template_is_what_pages_show() -> None:
    up = (Link("Up & away", "../"),)

    assert fragments().render("back", up=up).startswith("<p class=")
    assert fragments({"back": "{{ up[0].name }}"}).render("back", up=up) == "Up &amp; away"


def test_what_an_environment_does_with_every_value_it_does_with_each() -> None:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), finalize=lambda value: f"{value}!")

    assert Fragments(environment).render("back", up=(Link("Up", "../"),)).startswith("<p")
    assert "Up!" in Fragments(environment).render("back", up=(Link("Up", "../"),))
    assert not Fragments(jinja2.Environment())._is_ours("row")


def test_what_an_extension_does_with_every_source_it_does_with_each() -> None:
    class Louder(jinja2.ext.Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return f"!{source}"

    class Streaming(jinja2.ext.Extension):
        def filter_stream(self, stream: TokenStream) -> TokenStream:
            return stream

    plain, louder, streaming = (
        jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), extensions=[extension])
        for extension in ("jinja2.ext.i18n", Louder, Streaming)
    )

    assert Fragments(plain)._is_ours("row")
    assert not Fragments(streaming)._is_ours("row")
    assert Fragments(louder).render("back", up=(Link("Up", "../"),)).startswith("!<p")


def test_a_template_that_cannot_be_found_is_not_ours() -> None:
    assert not fragments()._is_ours("none")
