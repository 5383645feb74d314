"""`read_options()`: each option, checked; what is wrong is reported with what to write."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.journal_values import Scope
from mkdocs_journal.options.names import PEERS, advice, meant_by
from mkdocs_journal.options.reading import OptionError, read_options, read_site_options, wrong_options
from mkdocs_journal.options.site_values import STAMPS, PageStamps
from mkdocs_journal.options.table import NAMES, OPTIONS

GOOD = [
    ({}, Options()),
    ({"folder": None, "feeds": None}, Options()),
    ({"folder": "/news/".strip("/")}, Options(folder="news")),
    ({"folder": "./a/b/"}, Options(folder="a/b")),
    ({"folder": "."}, Options(folder=".")),
    ({"posts": ["releases/*.md"]}, Options(posts=("releases/*.md",))),
    ({"posts": ["./a/*.md", "a/./b.md", "!./c", ".d/e"]}, Options(posts=("/a/*.md", "a/b.md", "!/c", ".d/e"))),
    ({"permalink": "pretty"}, Options(permalink="pretty")),
    ({"permalink": "file"}, Options(permalink="file")),
    ({"permalink": "/:title.html"}, Options(permalink="/:title.html")),
    ({"permalink": "/:year/:month/:day/"}, Options(permalink="/:year/:month/:day/")),
    ({"timezone": "Europe/Berlin"}, Options(timezone="Europe/Berlin")),
    ({"locale": "de"}, Options(locale="de")),
    ({"slug_mode": "latin"}, Options(slug_mode="latin")),
    ({"title": " All  news "}, Options(title="All news")),
    ({"per_page": 3}, Options(per_page=3)),
    ({"export": "/./a/./p.json"}, Options(export="/a/p.json")),
    ({"feeds": {"term_paths": {"tags": "./u//:name.xml"}}}, Options(feeds=FeedOptions(term_paths={"tags": "u/:name.xml"}))),
    ({"on_error": "skip"}, Options(on_error="skip")),
    (
        {
            "feeds": {
                "terms": ["json", "atom", "json"],
                "content": "excerpt",
                "max_bytes": 1000,
                "email": True,
                "archive": True,
            }
        },
        Options(feeds=FeedOptions(terms=("json", "atom"), content="excerpt", max_bytes=1000, email=True, archive=True)),
    ),
    (
        {"feeds": {"terms": [], "hub": "https://hub.example.org/", "id_base": "tag:example.org,2024-05:"}},
        Options(feeds=FeedOptions(terms=(), hub="https://hub.example.org/", id_base="tag:example.org,2024-05:")),
    ),
    (
        {"feeds": {"also": ["/feed_rss_updated.xml", "feed_json_created.json", "old/Atom.xml"]}},
        Options(
            feeds=FeedOptions(
                also={"/feed_rss_updated.xml": "rss", "feed_json_created.json": "json", "old/Atom.xml": "atom"}
            )
        ),
    ),
    ({"feeds": False}, Options(feeds=FeedOptions(atom=None, rss=None, json=None, terms=()))),
    ({"feeds": True}, Options()),
    ({"timezone": "+02:00"}, Options(timezone="+02:00")),
    (
        {"defaults": [{"scope": None, "values": {}}]},
        Options(defaults=(Scope("", drafts_only=False, typed=False, values={}),)),
    ),
    (
        {"feeds": {"ids": "jekyll-feed", "icon": False, "logo": "/img/l.png"}},
        Options(feeds=FeedOptions(ids="jekyll-feed", icon="", logo="/img/l.png")),
    ),
    (
        {"feeds": {"ids": "uuid", "icon": "https://example.org/i.ico"}},
        Options(feeds=FeedOptions(ids="uuid", icon="https://example.org/i.ico")),
    ),
    ({"feeds": {"also": {"/index.xml": "rss"}}}, Options(feeds=FeedOptions(also={"/index.xml": "rss"}))),
    (
        {"feeds": {"atom": "/feed.xml", "rss": False, "json": "x/y.json", "limit": 5}},
        Options(feeds=FeedOptions(atom="/feed.xml", rss=None, json="x/y.json", limit=5)),
    ),
]


@pytest.mark.parametrize(("raw", "options"), GOOD)
def test_good_options(raw: dict[str, object], options: Options) -> None:
    assert read_options(raw) == options


BAD = [
    ({"folder": 3}, "folder: found 3; write the name of a folder below docs_dir, for example journal"),
    ({"folder": " "}, "folder: found ' '; write the name of a folder below docs_dir, for example journal"),
    ({"folder": "../x"}, "folder: found '../x'; write a folder below docs_dir, without .. and without a leading /"),
    ({"folder": "/x"}, "folder: found '/x'; write a folder below docs_dir, without .. and without a leading /"),
    ({"folder": "a/" + "ä" * 128}, "folder: found 'a/ääää"),
    ({"posts": "x"}, "posts: found 'x'; write a list of globs, for example ['releases/*.md']"),
    ({"posts": [1]}, "posts: found [1]; write a list of globs, for example ['releases/*.md']"),
    (
        {"posts": ["a.md", "!"]},
        "posts: found ['a.md', '!']; write a list of globs, for example ['releases/*.md'], without '!'",
    ),
    ({"posts": ["news\\"]}, "posts: found ['news\\\\']; write a list of globs"),
    ({"posts": ["[z-a]*"]}, "posts: found ['[z-a]*']; write a list of globs"),
    ({"posts": ["*a*b*c*d*"]}, "posts: found ['*a*b*c*d*']; write a list of globs"),
    ({"posts": ["**/a/" * 5 + "*"]}, "posts: found ['**/a/"),
    ({"permalink": 3}, "permalink: found 3; write a pattern such as"),
    (
        {"permalink": "/:tite/"},
        "permalink: found '/:tite/'; write a known placeholder instead of :tite, one of :categories",
    ),
    ({"permalink": "/../:title"}, "permalink: found '/../:title'; write a path below the site, without .. \\ ? # and %"),
    ({"permalink": "/:year/"}, "permalink: found '/:year/'; write a pattern with :title, or all posts have the same URL;"),
    ({"timezone": "Nowhere"}, "timezone: found 'Nowhere'; write the name of a time zone, for example Europe/Berlin"),
    ({"timezone": 2}, "timezone: found 2; write the name of a time zone, for example Europe/Berlin"),
    ({"locale": " "}, "locale: found ' '; write a language, for example de or pt-BR"),
    ({"title": date(2024, 1, 2)}, "title: found 2024-01-02; write a text, for example News"),
    ({"title": ""}, "title: found ''; write a text, for example News"),
    ({"per_page": 0}, "per_page: found 0; write a whole number from 1 to 100000"),
    ({"per_page": True}, "per_page: found True; write a whole number from 1 to 100000"),
    ({"on_error": "go"}, "on_error: found 'go'; write stop or skip"),
    ({"slug_mode": "nice"}, "slug_mode: found 'nice'; write one of pretty, default, ascii, latin, raw, none"),
    ({"compat": "hugo"}, "compat: found 'hugo'; write none or jekyll"),
    ({"authors": "people.txt"}, "authors: found 'people.txt'; write the name of a YAML file, for example .authors.yml"),
    ({"tags": "../tags.yml"}, "tags: found '../tags.yml'; write the name of a YAML file, for example .authors.yml"),
    (
        {"feeds": [1]},
        (
            "feeds: found [1]; write false, or names and values; the names are atom, rss, "
            "json, terms, term_paths, also, limit, content, max_bytes, ids, id_base, announce, email, archive, hub"
        ),
    ),
    ({"feeds": {"atom": "../x.xml"}}, "feeds.atom: found '../x.xml'; write a file name such as feed.xml"),
    ({"feeds": {"rss": "feed"}}, "feeds.rss: found 'feed'; write a file name that ends with .xml"),
    ({"feeds": {"terms": "atom"}}, "feeds.terms: found 'atom'; write a list of atom, rss, json, for example [atom]"),
    ({"feeds": {"terms": ["xml"]}}, "feeds.terms: found ['xml']; write a list of atom, rss, json"),
    ({"feeds": {"also": ["index.xml"]}}, "feeds.also: found ['index.xml']; write paths and formats, for example"),
    ({"feeds": {"also": {"../x.xml": "rss"}}}, "feeds.also: found {'../x.xml': 'rss'}; write a file name such as feed.xml"),
    ({"feeds": {"also": [["x.xml"]]}}, "feeds.also: found [['x.xml']]; write paths and formats"),
    ({"title": "a\0b"}, "title: found 'a\\x00b'; write it without control characters"),
    ({"posts": ["a\ud800"]}, "posts: found ['a\\ud800']; write it without control characters"),
    ({"defaults": [{"values": {"a\x1b": 1}}]}, "defaults: found [{'values': {'a\\x1b': 1}}]; write it without control"),
    ({"feeds": {"also": "x.xml"}}, "feeds.also: found 'x.xml'; write paths and formats"),
    ({"feeds": {"ids": "a b"}}, "feeds.ids: found 'a b'; write url, jekyll-feed or the name of a key of the front matter"),
    ({"feeds": {"ids": 1}}, "feeds.ids: found 1; write url, jekyll-feed or the name of a key of the front matter"),
    ({"feeds": {"icon": "../i.png"}}, "feeds.icon: found '../i.png'; write a picture of the site such as assets/icon.png"),
    ({"feeds": {"logo": True}}, "feeds.logo: found True; write a picture of the site such as assets/icon.png"),
    ({"feeds": {"icon": "ftp://x"}}, "feeds.icon: found 'ftp://x'; write an address such as https://example.org/"),
    ({"feeds": {"content": "all"}}, "feeds.content: found 'all'; write full or excerpt"),
    ({"feeds": {"max_bytes": 0}}, "feeds.max_bytes: found 0; write a number of bytes"),
    ({"feeds": {"email": "yes"}}, "feeds.email: found 'yes'; write true or false"),
    ({"feeds": {"hub": "hub.example.org"}}, "feeds.hub: found 'hub.example.org'; write an address such as https://"),
    ({"feeds": {"id_base": "example.org"}}, "feeds.id_base: found 'example.org'; write a tag: URI with a domain"),
    (
        {"feeds": {"hub": "https://example.org/%"}},
        "feeds.hub: found 'https://example.org/%'; write an address such as https://",
    ),
    ({"feeds": {"id_base": "urn:x"}}, "feeds.id_base: found 'urn:x'; write a tag: URI"),
    ({"feeds": {"id_base": "urn:uuid:1"}}, "feeds.id_base: found 'urn:uuid:1'; write a tag: URI"),
    ({"feeds": {"id_base": "https://example.org/ü/"}}, "feeds.id_base: found 'https://example.org/ü/'; write a tag: URI"),
    ({"feeds": {"id_base": "tag:example.org:x"}}, "feeds.id_base: found 'tag:example.org:x'; write a tag: URI"),
    ({"feeds": {"limit": "20"}}, "feeds.limit: found '20'; write a whole number from 1 to 100000"),
]


@pytest.mark.parametrize(("raw", "message"), BAD)
def test_a_wrong_option_is_named_with_what_was_found_and_what_to_write(raw: dict[str, object], message: str) -> None:
    with pytest.raises(OptionError) as error:
        read_options(raw)

    assert str(error.value).startswith(message)
    assert message.startswith(f"{error.value.name}: ")


def test_the_zone_of_dates_without_an_offset() -> None:
    assert Options(timezone="Europe/Berlin").zone == ZoneInfo("Europe/Berlin")


def test_several_journals_share_what_stands_beside_them() -> None:
    read = read_site_options(
        {
            "per_page": 5,
            "feeds": {"limit": 7, "rss": False},
            "journals": {"news": None, "log/releases": {"folder": "r", "per_page": 3, "feeds": {"limit": 9}}},
            "combined": "all",
        }
    )

    feeds = FeedOptions(limit=7, rss=None)
    assert read == SiteOptions(
        journals=(
            Options(name="news", folder="news", per_page=5, feeds=feeds),
            Options(name="log/releases", folder="r", per_page=3, feeds=FeedOptions(limit=9, rss=None)),
        ),
        combined=Options(name="combined", of_all=True, folder="all", per_page=5, feeds=feeds),
    )


def test_options_of_the_whole_site() -> None:
    read = read_site_options({"redirects": ["_redirects", "_redirects"], "schedule": "/next.json"})

    assert read == SiteOptions(redirects=("_redirects",), schedule="next.json")


def test_one_journal_needs_no_name() -> None:
    assert read_site_options({"folder": "blog", "journals": {}}) == SiteOptions(journals=(Options(folder="blog"),))


BAD_JOURNALS = [
    ({"journals": ["news"]}, "journals: found ['news']; write names and options"),
    ({"journals": {"news": "x"}}, "journals: found {'news': 'x'}; write names and options"),
    ({"journals": {"../x": {}}}, "journals: found {'../x': {}}; write a name of letters and digits instead of '../x'"),
    ({"journals": {"n": {"per_pgae": 3}}}, "journals.n.per_pgae: unknown option; did you mean per_page?"),
    ({"journals": {"n": {"journals": {}}}}, "journals.n.journals: unknown option; write one of folder, title, posts"),
    ({"journals": {"n": {"per_page": 0}}}, "journals.n.per_page: found 0; write a whole number"),
    (
        {"journals": {"n": {"audit": "off"}}},
        "journals.n.audit: found 'off'; write it beside journals, where it counts for all",
    ),
    ({"journals": {"n": {"feeds": {"x": 1}}}}, "journals.n.feeds.x: unknown option; write one of atom"),
    ({"journals": {"n": {"feeds": {"limits": 1}}}}, "journals.n.feeds.limits: unknown option; did you mean limit?"),
    ({"journals": {"n": {}}, "folder": ""}, "folder: found ''; write it inside journals, for each journal"),
    ({"journals": {"n": {}}, "combined": False}, "combined: found False; write a folder, for example all"),
    (
        {"journals": {"n": {}, "m": {"folder": "n"}}},
        "journals.m.folder: found 'n'; write another folder; journals.n uses this one",
    ),
    (
        {"journals": {"n": {}}, "combined": "n"},
        "combined.folder: found 'n'; write another folder; journals.n uses this one",
    ),
    ({"journals": {"n": {}}, "folder": "x"}, "folder: found 'x'; write it inside journals, for each journal"),
    (
        {"journals": {"n": {}}, "combined": {"title": "x"}},
        "combined: found {'title': 'x'}; write a folder, for example all",
    ),
    ({"redirects": ["htaccess"]}, "redirects: found ['htaccess']; write a list of _redirects and redirects.json"),
    ({"schedule": "../next.json"}, "schedule: found '../next.json'; write a file name below the site"),
    ({"combined": "all"}, "combined: found 'all'; write journals as well, or remove it: one journal has its own list"),
]


@pytest.mark.parametrize(("raw", "message"), BAD_JOURNALS)
def test_what_is_wrong_with_several_journals_is_reported(raw: dict[str, object], message: str) -> None:
    with pytest.raises(OptionError) as error:
        read_site_options(raw)

    assert str(error.value).startswith(message)


FALSY: dict[str, object] = {"false": False, "0": 0, "''": "", "[]": [], "{}": {}}
RIGHT = {
    "posts": ["[]"],
    "defaults": ["[]"],
    "last_updated": ["[]"],
    "show_emails": ["false"],
    "lists": ["{}"],
    "reading_time": ["false"],
    "author_box": ["false"],
    "related": ["0"],
    "backlinks": ["false"],
    "sidebar": ["false"],
    "nav": ["[]"],
    "labels": ["{}"],
    "export": ["false"],
    "feeds": ["false", "{}"],
    "feeds.atom": ["false"],
    "feeds.rss": ["false"],
    "feeds.json": ["false"],
    "feeds.terms": ["[]"],
    **{f"archives.{kind}": ["[]"] for kind in ("tags", "categories", "authors", "series", "year", "month", "day")},
    "feeds.term_paths": ["{}"],
    "feeds.also": ["[]", "{}"],
    "feeds.icon": ["false"],
    "feeds.logo": ["false"],
    "feeds.announce": ["false"],
    "feeds.email": ["false"],
    "feeds.archive": ["false"],
    "feeds.updates": ["false"],
    "page_stamps": ["false"],
    "audit": ["false", "{}"],  # YAML reads `off` as false
    "journals": ["{}"],
    "redirects": ["[]"],
    "serve_cache": ["false"],
}
"""The values that mean no, zero or nothing and have the type of the option; for every other option they are errors."""


@pytest.mark.parametrize("value", FALSY)
@pytest.mark.parametrize("name", [option.name for option in OPTIONS] + ["feeds"])
def test_a_value_that_means_nothing_is_right_only_where_its_type_is(name: str, value: str) -> None:
    outer, _, inner = name.partition(".")
    raw = {outer: {inner: FALSY[value]} if inner else FALSY[value]}

    wrong = [(error.name, error.code) for error in wrong_options(raw)]

    assert wrong == ([] if value in RIGHT.get(name, []) else [(name, "J801")])


@pytest.mark.parametrize("name", [option.name for option in OPTIONS] + ["feeds"])
def test_null_is_the_default(name: str) -> None:
    outer, _, inner = name.partition(".")
    raw = {outer: {inner: None} if inner else None}

    assert wrong_options(raw) == ()
    assert read_site_options(raw) == SiteOptions()


def test_every_wrong_option_is_found() -> None:
    """Those that are right by themselves are checked together."""
    raw = {"journals": [], "redirects": 0, "per_page": 0, "feeds": {"limit": 0}, "title": "T"}
    both = {"journals": {"n": {}}, "title": "T", "schedule": ""}
    group = {"feeds": {"limit": 0, "rss": "x", "hub": "x", "rs": 1}}
    endless: list[object] = []
    endless.append(endless)

    assert [error.name for error in wrong_options(raw)] == ["per_page", "journals", "redirects", "feeds.limit"]
    assert [error.name for error in wrong_options(both)] == ["schedule", "title"]
    assert wrong_options({"journals": {"n": {}}, "combined": "all", "unknown": 1}) == ()
    assert [error.name for error in wrong_options(group)] == ["feeds.limit", "feeds.rss", "feeds.hub", "feeds.rs"]
    assert [error.name for error in wrong_options({"posts": endless})] == ["posts"]
    (error,) = wrong_options({"defaults": [{"values": {"x": endless}}]})
    assert str(error) == "defaults: found [{'values': {'x': [[...]]}}]; write values that do not contain themselves"


def test_every_wrong_option_of_every_journal_is_found() -> None:
    journals = {
        "a": {"per_page": 0, "folder": 1, "feeds": {"limit": 0, "rs": 1}},
        "b": {"per_page": "x", "titel": 1},
        "c": None,
    }
    names = [
        "journals.a.per_page",
        "journals.a.folder",
        "journals.a.feeds.limit",
        "journals.a.feeds.rs",
        "journals.b.per_page",
        "journals.b.titel",
    ]

    found = wrong_options({"journals": journals, "combined": {"folder": "all", "compat": "x"}})

    assert [error.name for error in found] == [*names, "combined.compat"]


PAGE_STAMPS = [
    (True, PageStamps(STAMPS)),
    (False, PageStamps()),
    (["people"], PageStamps(("people",))),
    ({"show": False}, PageStamps()),
    ({"show": None, "exclude": ["a.md"]}, PageStamps(STAMPS, ("a.md",))),
    ({"show": ["created"], "exclude": None}, PageStamps(("created",))),
]


@pytest.mark.parametrize(("value", "read"), PAGE_STAMPS)
def test_page_stamps(value: object, read: PageStamps) -> None:
    assert read_site_options({"page_stamps": value}).page_stamps == read


@pytest.mark.parametrize("value", [0, "", [], {}, ["x"], {"show": []}, {"show": 0}, {"exclude": 0}, {"shown": True}])
def test_wrong_page_stamps(value: object) -> None:
    with pytest.raises(OptionError, match="page_stamps: found"):
        read_site_options({"page_stamps": value})


@pytest.mark.parametrize(
    "scope",
    [
        {"scope": 0, "values": {}},
        {"scope": {"path": 0}, "values": {}},
        {"scope": {"type": []}, "values": {}},
        {"scope": {}},
    ],
)
def test_a_wrong_scope_of_defaults_is_an_error(scope: dict[str, object]) -> None:
    with pytest.raises(OptionError, match="defaults: found"):
        read_options({"defaults": [scope]})


@pytest.mark.parametrize("offset", [600, -320, 2.0])
def test_an_offset_that_yaml_reads_as_a_number_is_to_stand_in_quotes(offset: object) -> None:
    """`+10:00` without quotes is a number of base 60, `-0500` one of base 8."""
    with pytest.raises(OptionError, match=r"timezone: .* or a UTC offset in quotes, for example '\+02:00'"):
        read_options({"timezone": offset})


MEANT = [
    ("post_per_page", "per_page"),
    ("posts_per_page", "per_page"),
    ("perpage", "per_page"),
    ("per-page", "per_page"),
    ("Folder", "folder"),
    ("foldr", "folder"),
    ("blog_folder", "folder"),
    ("blog_dir", "folder"),
    ("post_url_format", "permalink"),
    ("authors_file", "authors"),
    ("pagination_per_page", "per_page"),
    ("time_zone", "timezone"),
    ("zone", "timezone"),
    ("language", "locale"),
    ("author", "authors"),
    ("tag", "tags"),
    ("default", "defaults"),
    ("front_matter_defaults", "defaults"),
    ("feed", "feeds"),
    ("limit", "feeds.limit"),
    ("rss", "feeds.rss"),
    ("jounals", "journals"),
    ("redirect", "redirects"),
    ("icon", "feeds.icon"),
    ("id_base", "feeds.id_base"),
    ("ids", "feeds.ids"),
    ("archive", "archives"),
    ("updated", "last_updated"),
    ("blogdir", "folder"),
    ("base_url", "folder"),
    ("paginaton", "per_page"),
    ("feedlimit", "feeds.limit"),
    ("wide", ""),
    ("xyz", ""),
    ("", ""),
    (3, ""),
]


@pytest.mark.parametrize(("name", "meant"), MEANT)
def test_what_an_unknown_option_probably_means(name: object, meant: str) -> None:
    assert meant_by(str(name), NAMES) == meant
    assert advice(name, NAMES).startswith(f"did you mean {meant}?" if meant else "write one of folder, title, posts, ")


def test_below_a_group_its_own_names_are_meant() -> None:
    known = ("atom", "rss", "limit")

    assert meant_by("length", known, "feeds.") == "limit"
    assert meant_by("rss_file", known, "feeds.") == "rss"
    assert meant_by("blog_dir", known, "feeds.") == ""


def test_options_of_other_programs_lead_to_options_of_ours() -> None:
    assert set(PEERS.values()) <= {option.name for option in OPTIONS} | {"feeds"}
    assert not set(PEERS) & set(NAMES)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"archives": {"tags": "/tag/"}}, "archives.tags: found '/tag/'; write a path with :name, for example /tag/:name/"),
        ({"archives": {"tags": "/:name/:year/"}}, "archives.tags: found '/:name/:year/'; write a path with :name, "),
        ({"archives": {"year": "/:name/"}}, "archives.year: found '/:name/'; write a path with :year, "),
        (
            {"archives": {"day": "/:year/:day/"}},
            "archives.day: found '/:year/:day/'; write a path with :year and :month and",
        ),
        ({"archives": {"tags": "/:name"}}, "archives.tags: found '/:name'; write a path with :name, for example "),
        ({"archives": {"tags": "/../:name/"}}, "archives.tags: found '/../:name/'; write a path with :name"),
        ({"archives": False}, "archives: found False; write names and values; the names are tags, categories, "),
        ({"archives": {"tag": "/:name/"}}, "archives.tag: unknown option; did you mean tags?"),
        ({"pager": "page/"}, "pager: found 'page/'; write a path with :num, for example page:num/"),
        ({"pager": "page:num"}, "pager: found 'page:num'; write a path with :num, for example page:num/; it ends with"),
        (
            {"feeds": {"term_paths": {"tag": "/:name.xml"}}},
            "feeds.term_paths: found {'tag': '/:name.xml'}; write kinds and",
        ),
        ({"feeds": {"term_paths": "/feed.xml"}}, "feeds.term_paths: found '/feed.xml'; write kinds and paths with :name, "),
        ({"jekyll": "../_config.yml"}, "jekyll: found '../_config.yml'; write the name of a file beside mkdocs.yml, "),
        ({"jekyll": True}, "jekyll: found True; write the name of a file beside mkdocs.yml, for example _config.yml"),
    ],
)
def test_a_wrong_address_of_a_list_is_reported(raw: dict[str, object], message: str) -> None:
    (error,) = wrong_options(raw)

    assert str(error).startswith(message)


def test_one_pattern_for_the_feeds_of_all_terms() -> None:
    assert read_options({"feeds": {"term_paths": "/f/:name.xml"}}).feeds.term_paths["series"] == "/f/:name.xml"
