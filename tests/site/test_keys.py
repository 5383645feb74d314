"""Keys, options and messages, as the author of a site sees them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from tests.conftest import Result, Site, post
from tests.host_process import run_check

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(result: Result, feed: str = "journal/feed.xml") -> list[str]:
    """Return the titles of an Atom feed."""
    root = ET.fromstring(result.page(feed))
    return [entry.findtext(f"{ATOM}title") or "" for entry in root.iter(f"{ATOM}entry")]


def with_options(site: Site, **options: object) -> Site:
    site.config["plugins"] = ["search", {"journal": options}]
    return site


HEADINGS = {
    "The urn:isbn:123 scheme": "The urn:isbn:123 scheme",
    "Array[int][0] explained": "Array[int][0] explained",
    "Using a*b*c in maths": "Using abc in maths",
    "Key [Enter](https://example.org/key) works": "Key Enter works",
    "`<T>` generics": "<T> generics",
    r"Why 2\*3": "Why 2*3",
    "Footnote[^1] here": "Footnote here",
    "A <br> B": "A B",
    "The HTML way {: #way .x }": "The HTML way",
    "See [the manual][manual]": "See the manual",
    "Party :tada: time": "Party 🎉 time",
    "AT&T &amp; co &copy; 2024": "AT&T & co © 2024",
    "Not an :emoji-at-all:": "Not an :emoji-at-all:",
    "![Logo](https://example.org/logo.png) of us": "Logo of us",
}
BELOW = "\n\nText.\n\n[^1]: Note.\n*[HTML]: HyperText\n[manual]: https://example.org/manual\n"


def test_a_title_from_a_heading_is_what_the_page_shows(site: Site) -> None:
    """The same words in the page's head and heading, lists, feeds, search and links of neighbours."""
    toc = {"toc": {"permalink": True}}
    site.config["markdown_extensions"] = ["attr_list", "abbr", "footnotes", toc, "pymdownx.emoji"]
    for number, heading in enumerate(HEADINGS, 1):
        site.write({f"docs/journal/2024-01-{number:02}-p.md": f"# {heading}{BELOW}"})
    site.write(
        {
            "docs/journal/2024-02-01-raw.md": '<h1 align="center">Raw &amp; <em>ready</em></h1>\n\nText.\n',
            "docs/journal/2024-02-02-setext.md": "Under *line*\n====\n\nText.\n",
            "docs/journal/2024-02-03-key.md": post("title: From the key", "# Another *heading*\n"),
            "docs/journal/2024-02-04-page.html": "---\ndate: 2024-02-04\n---\n<h1>In <b>HTML</b></h1><p>x</p>",
        }
    )
    with_options(site, permalink="/:folder/:year/:month/:day/:title/", journals={"journal": {}}, combined="all")

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    titles = [*HEADINGS.values(), "Raw & ready", "Under line", "From the key", "In HTML"]
    newest_first = titles[::-1]
    assert entries(result) == newest_first
    assert entries(result, "all/feed.xml") == newest_first
    assert [item["title"] for item in json.loads(result.page("journal/feed.json"))["items"]] == newest_first
    listed = re.findall(r'class="[^"]*p-name[^"]*"[^>]*>([^<]*)<', result.page("journal/2024/index.html"))
    assert [unescape(title) for title in listed if title] == newest_first
    searched = {doc["location"]: doc["title"] for doc in json.loads(result.page("search/search_index.json"))["docs"]}
    for number, title in enumerate(HEADINGS.values(), 1):
        page = result.page(f"journal/2024/01/{number:02}/p/index.html")
        assert unescape(re.search("<title>(.*?) - Test</title>", page)[1]) == title  # type: ignore[index]
        assert unescape(re.search('property="og:title" content="(.*?)"', page)[1]) == title  # type: ignore[index]
        assert page.count("<h1") == 1
        assert unescape(searched[f"journal/2024/01/{number:02}/p/"]) == title
    around = result.page("journal/2024/01/03/p/index.html").partition('<nav class="journal-around"')[2]
    assert "Array[int][0] explained" in around.partition("</nav>")[0]
    assert "Key Enter works" in around.partition("</nav>")[0]
    assert result.page("journal/2024/02/01/raw/index.html").count("<h1") == 1


def test_to_jekyll_a_heading_is_not_a_title(site: Site) -> None:
    with_options(site, compat="jekyll")
    site.write({"docs/journal/2024-01-01-some-name.md": "---\n---\n# A `heading`\n\nText.\n"})

    assert entries(site.build("--strict")) == ["Some Name"]


def test_a_time_beside_a_date_in_the_file_name_orders_the_posts_of_a_day(site: Site) -> None:
    """Lists, feeds and the links to neighbours agree."""
    site.write(
        {
            "docs/journal/2020-10-08-m.md": post("title: No time"),
            "docs/journal/2020-10-08-a.md": post("title: Afternoon\ntime: 15:00"),
            "docs/journal/2020-10-08-b.md": post("title: Later\ntime: 3.30 pm"),
            "docs/journal/2020-10-08-c.md": post("title: Evening\ntime: 19h"),
            "docs/journal/2020-10-08-x.md": post("title: Morning\ndate: 2020-10-08 08:00"),
            "docs/journal/2020-10-07-z.md": post("title: Far west\ndate: 2020-10-07T23:00:00-08:00"),
        }
    )
    wanted = ["Evening", "Later", "Afternoon", "Morning", "Far west", "No time"]

    result = site.build("--strict")

    assert entries(result) == wanted
    assert re.findall(r'class="[^"]*p-name[^"]*" href="[^"]*">([^<]*)<', result.page("journal/index.html")) == wanted
    around = result.page("journal/2020/10/a/index.html").partition('<nav class="journal-around"')[2]
    assert around.index("Morning") < around.index("Later")


def test_a_time_that_cannot_be_read_is_reported_at_its_line(site: Site) -> None:
    site.write({"docs/journal/a.md": post('title: A\ndate: 2020-11-13\ntime: "25:00"')})

    result = site.build()

    assert result.ours[0] == (
        "docs/journal/a.md:4:7: time: '25:00' is not a time of day and is ignored; write HH:MM, for example 15:30 (J320)"
    )
    assert entries(result) == ["A"]


@pytest.mark.parametrize("front", ["title: Bundle\ntags: [a]", "title: Bundle\nlayout: post"])
def test_readme_is_the_index_of_a_bundle(site: Site, front: str) -> None:
    """Its picture is found, and links lead to it and from it."""
    site.write(
        {
            "docs/journal/2022-05-16-x/README.md": post(front, "Text ![p](p.png) and [home](../../index.md).\n"),
            "docs/journal/2022-05-16-x/p.png": b"\x89PNG",
            "docs/index.md": "# Home\n\n[The bundle](journal/2022-05-16-x/README.md)\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert entries(result) == ["Bundle"]
    assert 'href="journal/2022/05/x/"' in result.page("index.html")
    page = result.page("journal/2022/05/x/index.html")
    (picture,) = re.findall(r'<img alt="p" src="([^"]*)"', page)
    assert (result.output / "journal/2022/05/x" / picture).resolve().is_file()


def test_a_readme_without_a_date_is_reported_with_the_name_of_its_folder(site: Site) -> None:
    site.write({"docs/journal/bundle/README.md": post("title: A\nlayout: post")})

    assert "add date: YYYY-MM-DD or name the folder YYYY-MM-DD-bundle (J301)" in site.build().log


def test_a_withheld_readme_takes_its_attachments_with_it(site: Site) -> None:
    site.write(
        {
            "docs/journal/2022-05-16-x/README.md": post("title: Secret plan\ndraft: true", "![p](p.png)\n"),
            "docs/journal/2022-05-16-x/p.png": b"\x89PNG",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert not [name for name in result.files if "2022" in name or "Secret" in name]


def test_invisible_characters_make_no_other_tag(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: ['❤️', \"open\\u200bsource\", page, 'page-2']"),
            "docs/journal/2024-01-02-b.md": post('title: B\ntags: ["❤", opensource, "AI\\u2060", "\\u200b"]'),
            "docs/journal/2024-01-03-c.md": post('title: C\ntags: [AI]\nslug: "zero\\u200bwidth"'),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    tags = {name.split("/")[2] for name in result.files if re.fullmatch(r"journal/tags/[^/]+/index.html", name)}
    assert tags == {"u-2764", "opensource", "page", "page-2", "ai"}
    assert "journal/2024/01/zerowidth/index.html" in result.files


@pytest.mark.parametrize("compat", ["none", "jekyll"])
def test_an_empty_label_is_none(site: Site, compat: str) -> None:
    """As in a template of posts that was not filled in; to Jekyll it is a label without a name."""
    with_options(site, compat=compat)
    kinds = {"a": 'tags: [""]', "b": 'tag: ""\ncategory: ""', "c": 'categories: [" ", Real]', "d": 'tags: ["&nbsp;", One]'}
    site.write({f"docs/journal/2024-01-02-{name}.md": post(f"title: {name}\n{keys}") for name, keys in kinds.items()})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    lists = {name.split("/")[2] for name in result.files if re.match(r"journal/(tags|categories)/.+/index\.html", name)}
    assert lists == {"one", "real"}
    assert 'term=""' not in result.page("journal/feed.xml")


def test_names_as_long_as_file_systems_allow(site: Site) -> None:
    site.config["use_directory_urls"] = False
    with_options(site, permalink="/:folder/:title.html")
    long = "x" * 250
    front = f"title: A\ndate: 2024-01-01\nslug: {long}\ntags: [{'t' * 230}]\nredirect_from: [/old/{'r' * 250}.html]"
    site.write({"docs/journal/a.md": post(front)})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert {f"journal/{long}.html", f"journal/tags/{'t' * 230}.html", f"old/{'r' * 250}.html"} <= set(result.files)


def test_keys_in_other_languages_do_not_fail_a_strict_build(site: Site) -> None:
    site.write({"docs/journal/2024-01-01-a.md": post("title: A\nautor: Ada\nimagen: x.png\ncategorie: z\netiquetas: [a]")})

    result = site.build("--strict")

    assert result.returncode == 0
    assert result.ours[:2] == [
        "docs/journal/2024-01-01-a.md:3:1: autor: unknown key, ignored; write author (J210)",
        "docs/journal/2024-01-01-a.md:4:1: imagen: unknown key, ignored; write image (J210)",
    ]
    assert result.messages == []


def test_a_date_with_dots_is_a_hint_of_check_only(site: Site) -> None:
    site.write({"docs/journal/a.md": post("title: A\ndate: 12.11.2024")})

    result = site.build("--strict")
    checked = run_check(["--strict"], site.folder)

    assert "journal/2024/11/a/index.html" in result.files
    assert "J321" not in result.log
    hint = "hint: docs/journal/a.md:3:7: date: '12.11.2024' is read as 2024-11-12; write YYYY-MM-DD (J321)"
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (0, hint)


def test_posts_that_want_one_url_are_reported_with_what_to_write(site: Site) -> None:
    """What the message says can be copied, and the build is good then."""
    first, second = "docs/journal/2024-01-05-weekly.md", "docs/journal/2024-01-12-weekly.md"
    site.write({first: post("title: Weekly 1"), second: post("title: Weekly 2")})

    result = site.build()

    (reported,) = [line for line in result.ours if "J504" in line]
    assert reported == (
        f"{second}:1:1: permalink: /journal/2024/01/weekly/ is used by {first}; write slug: "
        "weekly-2024-01-12 in the post, or permalink: /:folder/:year/:month/:day/:title/ in mkdocs.yml (J504)"
    )
    site.write({second: post("title: Weekly 2\nslug: weekly-2024-01-12")})
    assert site.build("--strict").returncode == 0
    site.write({second: post("title: Weekly 2")})
    assert with_options(site, permalink="/:folder/:year/:month/:day/:title/").build("--strict").returncode == 0


def test_a_slug_that_is_a_path_is_reported_with_what_to_write(site: Site) -> None:
    site.write({"docs/journal/b.md": post("title: B\ndate: 2020-08-15\nslug: /my/path")})

    assert site.build().ours[0] == (
        "docs/journal/b.md:4:7: slug: '/my/path' is not a single name; write slug: path, or permalink: /my/path/ (J501)"
    )


def test_the_advice_for_a_slug_is_one_that_can_be_used(site: Site) -> None:
    """A part that means something to YAML or to a URL is not proposed."""
    slugs = ("https://example.org/a?b", "//[x", "a/#b")
    site.write({f"docs/journal/{n}.md": post(f"title: B\ndate: 2020-08-15\nslug: {s!r}") for n, s in enumerate(slugs)})

    reported = [line.partition("; ")[2] for line in site.build().ours if "slug:" in line]

    assert reported == ["write slug: name, or permalink: /folder/name/ (J501)"] * 3


def test_a_closing_fence_that_is_none_is_reported_at_its_line(site: Site) -> None:
    site.write({"docs/journal/2017-09-29-close.md": "---\ntitle: Close\n-------------\n\nText.\n"})

    assert site.build().ours[0] == (
        "docs/journal/2017-09-29-close.md:3:1: front matter: '-------------' is not a fence; write --- (J103)"
    )


UNKNOWN = [
    ("post_per_page", "did you mean per_page?"),
    ("blog_dir", "did you mean folder?"),
    ("foldr", "did you mean folder?"),
    ("xyz", "write one of folder, title, posts, permalink, "),
]


def test_an_unknown_option_is_a_warning_of_mkdocs_with_the_option_that_is_meant(site: Site) -> None:
    with_options(site, **{name: 5 for name, _ in UNKNOWN})

    result = site.build()

    assert result.returncode == 0
    for name, advice in UNKNOWN:
        assert re.search(
            rf"WARNING -  Config value 'plugins': .*'{name}'.*: unknown option; {re.escape(advice)}", result.log
        )
    assert len(result.messages) == len(UNKNOWN)
    assert site.build("--strict").returncode == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"feeds": {"limits": 5}}, "feeds.limits: unknown option; did you mean limit? (J831)"),
        ({"journals": {"n": {"blog_dir": "x"}}}, "journals.n.blog_dir: unknown option; did you mean folder? (J831)"),
    ],
)
def test_an_unknown_option_inside_others_is_an_error(site: Site, options: dict[str, object], message: str) -> None:
    result = with_options(site, **options).build()

    assert result.returncode == 1
    assert message in result.log
    assert "Traceback" not in result.log


def test_every_wrong_option_is_reported_at_once(site: Site) -> None:
    wrong = {"journals": [], "redirects": 0, "schedule": "", "combined": False, "ignore_revs": [], "page_stamps": []}
    with_options(site, timezone="EST5EDT,M13.2.0,M11.1.0", **wrong)

    result = site.build()

    assert result.returncode == 1
    for name, value in wrong.items():
        assert f"{name}: found {value!r}; write " in result.log
    assert re.search(
        r": mkdocs\.yml:1:\d+: timezone: found .EST5EDT,M13\.2\.0,M11\.1\.0.; write the name of a time zone, ", result.log
    )
    assert "Traceback" not in result.log


def test_feeds_false_means_none(site: Site) -> None:
    with_options(site, feeds=False, journals={"a": {}, "b": {"feeds": {"rss": False}}})
    site.write({"docs/a/2024-01-01-x.md": post("title: X\ntags: [t]"), "docs/b/2024-01-01-y.md": post("title: Y")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    feeds = [name for name in result.files if re.search(r"(?:feed|rss)\.(?:xml|json)$", name)]
    assert feeds == ["b/feed.json", "b/feed.xml"]
    assert "feed.xml" not in result.page("a/index.html")


def test_the_id_base_that_is_proposed_has_no_version(site: Site) -> None:
    site.config["site_url"] = url = "https://x.readthedocs.io/en/feature-y/"
    site.write({"docs/journal/2024-01-01-a.md": post("title: A")})
    variables = {"READTHEDOCS_CANONICAL_URL": url}
    versions = [{"READTHEDOCS_VERSION": "feature-y"}, {"MIKE_DOCS_VERSION": "feature-y"}]
    versions.append({"MIKE_DOCS_VERSION": '{"version": "1", "aliases": ["feature-y"]}'})

    for version in versions:
        log = site.build(env={**variables, **version}).log
        assert "set feeds.id_base: 'tag:x.readthedocs.io,2024:en' (J807)" in log
