"""What a user sees of a build: pages, messages, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import HOST, Site, post
from tests.site.reader import Reader, text_of

DATED = "docs/journal/2024-05-06-case.md"


def test_one_line_is_enough_on_a_new_site(site: Site) -> None:
    """No `site_url`, no option: pages, no feed, one info line about it, nothing that fails `--strict`."""
    del site.config["site_url"]
    site.write({DATED: post("title: First\ntags: [a]")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == [
        "site_url is not set, so no feeds are written; add site_url: https://… (J805)",
        "1 post, 1 tag, 0 feeds, 0 problems",
    ]
    assert "journal/2024/05/case/index.html" in result.files
    assert not [name for name in result.files if name.endswith((".xml", "feed.json")) and "journal" in name]
    assert 'rel="alternate"' not in result.page("index.html")


def test_a_journal_without_a_post_is_empty_and_valid(site: Site) -> None:
    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours[0].startswith("mkdocs.yml: folder: 'journal' does not exist")
    assert result.ours[1:] == ["0 posts, 0 tags, 3 feeds, 0 problems"]
    assert "No posts yet." in result.page("journal/index.html")
    assert json.loads(result.page("journal/feed.json"))["items"] == []


def test_all_problems_are_reported_before_the_build_fails(site: Site) -> None:
    """Each once, at its place; the line that ends the build says how to go on."""
    site.write(
        {
            "docs/journal/a.md": post("title: A\ndate: 12th of Nov"),
            "docs/journal/2024-01-01-b.md": post("title: B: broken"),
            "docs/journal/2024-01-02-c.md": post("title: C\nlast_updated: soon"),
            "docs/journal/2024-01-03-good.md": post("title: Good"),
        }
    )

    result = site.build()

    assert result.returncode == 1
    assert [line for line in result.messages if "journal" in line] == [
        (
            "ERROR   -  journal: docs/journal/2024-01-01-b.md:2:9: front matter: a colon in an unquoted value; "
            "put the value in quotes (J106)"
        ),
        (
            "WARNING -  journal: docs/journal/2024-01-02-c.md:3:15: last_updated: 'soon' is not a date, "
            "so no last update is shown; write YYYY-MM-DD (J306)"
        ),
        (
            "ERROR   -  journal: docs/journal/a.md:3:7: date: '12th of Nov' is not a date; "
            "write YYYY-MM-DD, for example 2024-11-12 (J302)"
        ),
        (
            "ERROR   -  journal: 2 posts could not be published, 1 warning (see above). "
            "To build without them, set `on_error: skip`."
        ),
    ]
    assert "Traceback" not in result.log


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_refused_posts_can_be_left_out(site: Site, options: tuple[str, ...], code: int) -> None:
    """`on_error: skip` builds the rest; `--strict` still fails."""
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    site.write({"docs/journal/a.md": post("title: Refused\ndate: never"), DATED: post("title: Good")})

    result = site.build(*options)

    assert result.returncode == code
    assert result.ours[-1] == "1 post (and 1 refused), 0 tags, 3 feeds, 1 problem"
    assert not [name for name, data in result.files.items() if b"Refused" in data]


def test_a_warning_fails_a_strict_build_only(site: Site) -> None:
    site.write({DATED: post("title: A\ndate: 2024-02-30")})

    assert site.build().returncode == 0
    assert site.build("--strict").returncode == 1


@pytest.mark.parametrize(
    ("options", "reported"),
    [
        ({"per_page": 0}, "per_page: found 0; write a whole number from 1 to 100000"),
        ({"folder": "../outside"}, "folder: found '../outside'; write a folder below docs_dir"),
        ({"feeds": {"limit": "many"}}, "feeds.limit: found 'many'; write a whole number"),
        ({"feeds": {"atom": "../../feed.xml"}}, "feeds.atom: found '../../feed.xml'; write a file name"),
        ({"feeds": {"atmo": "x"}}, "feeds.atmo: unknown option; did you mean atom?"),
        ({"permalink": "/fixed/"}, "permalink: found '/fixed/'; write a pattern with :title"),
        ({"permalink": "/:year/:titel/"}, "a known placeholder instead of :titel"),
        ({"timezone": "Europe/Berln"}, "timezone: found 'Europe/Berln'; write the name of a time zone"),
        ({"on_error": "ignore"}, "on_error: found 'ignore'; write stop or skip"),
    ],
)
def test_a_wrong_option_ends_the_build(site: Site, options: dict[str, object], reported: str) -> None:
    """The message names the option, what was found and what to write."""
    site.config["plugins"] = [{"journal": options}]

    result = site.build()

    assert result.returncode == 1
    assert reported in result.log
    assert "Traceback" not in result.log


def test_withheld_posts_leave_no_trace(site: Site) -> None:
    """A draft, a scheduled and an unpublished post: no page, list, feed, search entry or sitemap line has them."""
    site.write(
        {
            DATED: post("title: Shown\ntags: [shown]"),
            "docs/journal/2024-01-01-hush-a.md": post("title: Hush A\ntags: [hushtag]\ndraft: true", "Hushbody\n"),
            "docs/journal/_drafts/hush-b.md": post("title: Hush B", "Hushbody\n"),
            "docs/journal/2024-01-03-hush-c.md": post("title: Hush C\npublished: false", "Hushbody\n"),
            "docs/journal/2999-01-04-hush-d.md": post("title: Hush D\nauthor: Hushauthor", "Hushbody\n"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours == ["1 post (and 2 drafts, 1 scheduled for 2999-01-04, 1 unpublished), 1 tag, 3 feeds, 0 problems"]
    for name, data in result.files.items():
        assert b"hush" not in data.lower(), name
        assert "hush" not in name.lower()


def test_now_is_the_time_that_the_environment_says(site: Site) -> None:
    site.write({DATED: post("title: Later")})

    result = site.build(env={"SOURCE_DATE_EPOCH": "1704067200"})

    assert result.ours == ["0 posts (and 1 scheduled for 2024-05-06), 0 tags, 3 feeds, 0 problems"]


@pytest.mark.parametrize(
    ("front", "body", "headings"),
    [
        ("title: Own title", "Text\n", ["Own title"]),
        ("title: Own title", "# Own title\n\nText\n", ["Own title"]),
        ("title: Own title", "# Own title, and more\n\nText\n", ["Own title, and more"]),
        ("title: Own title", "# Another\n\nText\n", ["Own title", "Another"]),
        ("tags: [a]", "# From the heading\n\nText\n", ["From the heading"]),
        ("tags: [a]", "Text\n", ["Case"]),
        ("title: A <b> & \"c\" 'd'", "Text\n", ["A <b> & \"c\" 'd'"]),
    ],
)
def test_a_title_is_printed_once(site: Site, front: str, body: str, headings: list[str]) -> None:
    site.write({DATED: post(front, body)})

    result = site.build("--strict")

    assert Reader(result.page("journal/2024/05/case/index.html")).texts["h1"] == headings


def test_the_last_update_is_shown_if_its_day_is_another(site: Site) -> None:
    site.write(
        {
            DATED: post("title: Same\ndate: 2024-05-06 08:00\nlast_updated: 2024-05-06 20:00"),
            "docs/journal/2024-05-07-later.md": post("title: Later\nlast_updated: 2025-05-05"),
        }
    )

    result = site.build("--strict")

    assert "Updated" not in result.page("journal/2024/05/case/index.html")
    assert 'datetime="2025-05-05">Updated May 5, 2025<' in result.page("journal/2024/05/later/index.html")
    assert result.page("journal/index.html").count("Updated May 5, 2025") == 1
    sitemap = result.page("sitemap.xml")
    assert re.search(r"journal/2024/05/later/</loc>\s*<lastmod>2025-05-05</lastmod>", sitemap)
    assert re.search(r"journal/2024/05/case/</loc>\s*<lastmod>2024-05-06</lastmod>", sitemap)


def test_posts_are_linked_with_the_older_and_newer_one(site: Site) -> None:
    site.write({f"docs/journal/2024-05-0{day}-p{day}.md": post(f"title: Post {day}") for day in (1, 2, 3)})

    result = site.build("--strict")

    page = Reader(result.page("journal/2024/05/p2/index.html"))
    assert (page.href("Previous post Post 1"), page.href("Next post Post 3")) == ("../p1/", "../p3/")


def test_the_landing_list_has_pages(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"per_page": 2}}]
    site.write({f"docs/journal/2024-05-0{day}-p{day}.md": post(f"title: Post {day}") for day in range(1, 6)})

    result = site.build("--strict")

    def titles(path: str) -> list[str]:
        return [text for text, _ in Reader(result.page(path)).named if text.startswith("Post ")]

    assert titles("journal/index.html") == ["Post 5", "Post 4"]
    assert titles("journal/page/2/index.html") == ["Post 3", "Post 2"]
    assert titles("journal/page/3/index.html") == ["Post 1"]
    middle = Reader(result.page("journal/page/2/index.html"))
    assert (middle.href("Newer posts"), middle.href("Older posts")) == ("../../", "../3/")
    assert middle.texts["h1"] == ["Journal – Page 2 of 3"]


def test_every_kind_of_archive_has_an_index_with_counts(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-05-01-a.md": post("title: A\ntags: [x, y]\ncategory: c\nauthor: Ada"),
            "docs/journal/2025-06-02-b.md": post("title: B\ntags: x\ncategory: c\nauthor: Bo"),
        }
    )

    result = site.build("--strict")

    assert "x 2 2 posts y 1 1 post" in text_of(result.page("journal/tags/index.html"))
    assert "c 2 2 posts" in text_of(result.page("journal/categories/index.html"))
    assert "Ada 1 post Bo 1 post" in text_of(result.page("journal/authors/index.html"))
    assert "2025 1 1 post 2024 1 1 post" in text_of(result.page("journal/index.html"))
    assert "May 2024 1 1 post May 1 A" in text_of(result.page("journal/2024/index.html"))


def test_series_are_a_kind_of_terms(site: Site) -> None:
    """With a list of all, a list for each, and links on the post, in the language of the site."""
    site.config["theme"] = {"name": "mkdocs", "locale": "de"}
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: One\nseries: Inside, out"),
            "docs/journal/2024-01-02-b.md": post("title: Two\nseries: [Inside, Other]"),
        }
    )

    result = site.build("--strict")

    assert result.messages == []
    links = re.findall(r'<a href="([^"]+)">([^<]+) <span class="journal-count"', result.page("journal/series/index.html"))
    assert links == [("inside/", "Inside"), ("inside-out/", "Inside, out"), ("other/", "Other")]
    assert "Beiträge der Serie Inside, out" in result.page("journal/series/inside-out/index.html")
    footer = result.page("journal/2024/01/b/index.html").partition("journal-series")[2]
    assert ">Serien<" in footer
    assert '<a class="p-category" href="../../../series/other/" rel="tag">Other</a>' in footer


def test_own_pages_keep_their_text_above_the_list(site: Site) -> None:
    """At the URL of an archive, whatever the file is called."""
    site.write(
        {
            DATED: post("title: Post\ntags: [x]"),
            "docs/journal/index.md": "# News\n\nOwn words.\n",
            "docs/journal/tags/x.md": "# All about x\n\nMore words.\n",
            "docs/journal/authors.md": "# People\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    landing, tag = result.page("journal/index.html"), result.page("journal/tags/x/index.html")
    assert Reader(landing).texts["h1"] == ["News"]
    assert landing.index("Own words.") < landing.index(">Post<")
    assert tag.index("More words.") < tag.index(">Post<")


def test_archives_can_be_linked_and_named_in_the_nav(site: Site) -> None:
    """By their source paths, which do not move when permalinks do."""
    site.config["nav"] = ["index.md", {"News": "journal/index.md"}, {"Topics": "journal/tags/index.md"}]
    site.write(
        {
            DATED: post("title: Post\ntags: x y", "[x](tags/x.md) [May](2024/05/index.md) [home](../index.md)\n"),
            "docs/index.md": "# Home\n\n[post](journal/2024-05-06-case.md) [year](journal/2024/index.md)\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = Reader(result.page("journal/2024/05/case/index.html"))
    assert page.href("May") == "../"
    home = Reader(result.page("index.html"))
    assert home.href("post") == "journal/2024/05/case/"
    assert home.href("News") == "journal/"
    assert home.href("Topics") == "journal/tags/"


def test_only_the_landing_page_is_in_the_nav(site: Site) -> None:
    site.write({DATED: post("title: Post\ntags: [x]"), "docs/about.md": "# About\n"})

    result = site.build("--strict")

    page = result.page("about/index.html")
    nav = page[page.index('class="navbar') : page.index('role="main"')]
    assert {href for _, href in Reader(nav).named if "journal" in href} == {"../journal/"}


def test_posts_are_searched_and_lists_and_stamps_are_not(site: Site) -> None:
    site.write({DATED: post("title: Needle\nauthor: Stampname\ntags: [stamptag]", "Hay and needle.\n")})

    result = site.build("--strict")

    docs = json.loads(result.page("search/search_index.json"))["docs"]
    assert {doc["location"].partition("#")[0] for doc in docs} == {"", "journal/2024/05/case/"}
    assert "Hay and needle." in json.dumps(docs)
    assert "Stampname" not in json.dumps(docs)
    assert "stamptag" not in json.dumps(docs)


def test_two_posts_with_one_url_are_reported_and_one_is_refused(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-05-01-same.md": post("title: First"),
            "docs/journal/2024-05-02-same.md": post("title: Second"),
        }
    )

    result = site.build()

    assert result.returncode == 1
    assert (
        "docs/journal/2024-05-02-same.md:1:1: permalink: /journal/2024/05/same/ is used by "
        "docs/journal/2024-05-01-same.md; write slug: same-2024-05-02 in the post, or "
        "permalink: /:folder/:year/:month/:day/:title/ in mkdocs.yml (J504)"
    ) in result.ours


@pytest.mark.parametrize(
    ("permalink", "other"),
    [
        ("/guide/", "docs/guide.md"),
        ("/journal/2024/", "the archive journal/2024/index.md"),
        ("/journal/feed.xml/", "the atom feed of the journal"),
        ("/assets/logo.txt/", "docs/assets/logo.txt"),
        ("/404.html", "404.html"),
        ("/css/base.css/", "css/base.css"),
    ],
)
def test_pages_files_archives_and_feeds_keep_their_url(site: Site, permalink: str, other: str) -> None:
    site.write(
        {
            DATED: post(f"title: Post\npermalink: {permalink}"),
            "docs/journal/2024-05-07-other.md": post("title: Other"),
            "docs/guide.md": "# Guide\n",
            "docs/assets/logo.txt": "logo",
        }
    )

    result = site.build()

    assert result.returncode == 1
    (reported,) = [line for line in result.ours if "J504" in line]
    assert reported.startswith("docs/journal/2024-05-06-case.md:3:12: permalink: ")
    assert f"{other};" in reported


def test_a_link_to_a_post_follows_its_permalink(site: Site) -> None:
    """A literal permalink of one post; the file of a bundle; `use_directory_urls: false`."""
    site.config["use_directory_urls"] = False
    site.write(
        {
            DATED: post("title: Post\npermalink: /moved/here/", "![p](p.png) [bundle](2024-11-12-bundle/index.md)\n"),
            "docs/journal/p.png": b"png",
            "docs/journal/2024-11-12-bundle/index.md": post("title: Bundle", '<img src="q.png">\n'),
            "docs/journal/2024-11-12-bundle/q.png": b"png",
            "docs/index.md": "# Home\n\n[post](journal/2024-05-06-case.md)\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert Reader(result.page("index.html")).href("post") == "moved/here/index.html"
    page = Reader(result.page("moved/here/index.html"))
    assert page.of("img")[0]["src"] == "../../journal/p.png"
    assert page.href("bundle") == "../../journal/2024/11/bundle/index.html"
    bundle = Reader(result.page("journal/2024/11/bundle/index.html"))
    assert bundle.of("img")[0]["src"] == "../../../2024-11-12-bundle/q.png"


def test_markup_in_front_matter_is_text(site: Site) -> None:
    """In titles, tags, authors and descriptions, on every page and in every feed."""
    evil = "<script>PWNED()</script>"
    tags = f"""['{evil}', 'x" onclick="PWNED()']"""
    site.write({DATED: post(f"title: '{evil}'\ntags: {tags}\nauthor: '{evil}'\ndescription: '\"><b>{evil}'")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for name, data in result.files.items():
        if name.endswith((".html", ".xml")):
            assert b"<script>PWNED" not in data, name
        if name.endswith(".html"):
            handlers = [
                values for _, values in Reader(data.decode()).elements if any(key.startswith("on") for key in values)
            ]
            assert "PWNED" not in str(handlers), name


def test_the_metadata_of_a_post_is_there_for_themes(site: Site) -> None:
    """Title, description, tags and authors as text; every other key as written."""
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    template = "{% extends 'base.html' %}{% block content %}<pre>{{ page.meta | tojson }}</pre>{% endblock %}"
    site.write(
        {
            "overrides/main.html": template,
            DATED: post(
                "title: 1.10\ntags: a b\nauthor: {name: Ada}\ncomments: true\nweight: 3\nhide: [toc]\n"
                "description: >\n  Two\n  lines"
            ),
        }
    )

    result = site.build("--strict")

    meta = json.loads(result.page("journal/2024/05/case/index.html").split("<pre>")[1].split("</pre>")[0])
    assert meta == {
        "title": "1.10",
        "tags": ["a", "b"],
        "author": "Ada",
        "authors": ["Ada"],
        "comments": True,
        "weight": 3,
        "hide": ["toc"],
        "description": "Two lines",
    }


def test_a_template_that_the_theme_does_not_have_is_reported(site: Site) -> None:
    """Also a name longer than names may be, a file outside the theme, a picture."""
    names = ["blog-post.html", "n" * 300, str(Path(__file__)), "img/favicon.ico"]
    site.write({DATED.replace("case", f"case{n}"): post(f"title: A\ntemplate: {name}") for n, name in enumerate(names)})

    result = site.build()

    assert result.returncode == 0, result.log
    assert result.ours[0] == (
        "docs/journal/2024-05-06-case0.md:3:11: template: the theme has no template 'blog-post.html', "
        "so its default is used; write an existing one or remove the key (J205)"
    )
    assert [line.partition(":")[0] for line in result.ours[:-1]] == [
        f"docs/journal/2024-05-06-case{number}.md" for number in range(4)
    ]


def test_values_that_a_theme_cannot_use_are_reported(site: Site) -> None:
    """On a page of a post and on the text of a list; they would end the build."""
    site.write(
        {
            DATED: post("title: A\ntags: [x]\ntemplate: [a.html]"),
            "docs/journal/index.md": post("title: All\ntemplate: none.html", "Words of it.\n"),
            "docs/journal/tags/x.md": post("title: X\ntemplate:"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    ends = "so its default is used; write an existing one or remove the key (J205)"
    assert result.ours[:-1] == [
        f"{DATED}:4:11: template: the theme has no template ['a.html'], {ends}",
        f"docs/journal/index.md:3: template: the theme has no template 'none.html', {ends}",
    ]
    assert "Words of it." in result.page("journal/index.html")


if HOST != "properdocs":

    @pytest.mark.parametrize("value", ["true", "[exclude]", "2024-01-01"])
    def test_values_that_material_cannot_use_are_reported(site: Site, value: str) -> None:
        site.config["theme"] = {"name": "material"}
        site.write({DATED: post(f"title: A\nsearch: {value}\nhide: 5"), "docs/journal/index.md": post("hide: true")})

        result = site.build()

        assert result.returncode == 0, result.log
        assert [line.partition(" is a value")[0].rpartition(":")[0] for line in result.ours[:-1]] == [
            f"{DATED}:3:9: search", f"{DATED}:4:7: hide", "docs/journal/index.md:2: hide"
        ]  # fmt: skip
        assert result.ours[1].endswith(
            "hide: 5 is a value that the theme cannot use; write a list, for example [toc] (J203)"
        )


def test_labels_and_days_are_in_the_language_of_the_site(site: Site) -> None:
    site.config["theme"] = {"name": "mkdocs", "locale": "de"}
    site.write({DATED: post("title: A\ntags: [x]\nlast_updated: 2024-06-07")})

    page = site.build("--strict").page("journal/2024/05/case/index.html")

    assert "6. Mai 2024" in page
    assert "Aktualisiert am 7. Juni 2024" in page
    assert ">Schlagwörter<" in page


def test_a_template_of_the_site_replaces_ours(site: Site) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({"overrides/journal/post-footer.html": "<p>Own footer of {{ post.title }}</p>", DATED: post("title: A & B")})

    assert "Own footer of A &amp; B" in site.build("--strict").page("journal/2024/05/case/index.html")


def test_the_whole_site_can_be_the_journal(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"folder": "."}}]
    site.write({"docs/2024-05-06-case.md": post("title: A\ntags: [x]"), "docs/about.md": "# About\n"})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert {"index.html", "2024/05/case/index.html", "tags/x/index.html", "feed.xml"} <= set(result.files)
    assert ">A<" in result.page("index.html")


if HOST != "properdocs":

    def test_beside_materials_tags_plugin_tags_are_shown_once(site: Site) -> None:
        site.config["theme"] = {"name": "material"}
        site.config["plugins"] = ["search", "tags", "journal"]
        site.write({DATED: post("title: A\ntags: [one]"), "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"})

        result = site.build("--strict", host="mkdocs")

        assert result.returncode == 0, result.log
        links = Reader(result.page("journal/2024/05/case/index.html")).named
        assert [text.strip() for text, _ in links].count("one") == 1

    def test_material_shows_the_headings_of_a_post_below_its_title(site: Site) -> None:
        """The table of contents has one first heading, as the theme expects."""
        site.config["theme"] = {"name": "material"}
        site.write({DATED: post("title: A", "Text\n\n## One\n\ntext\n\n## Two\n\ntext\n")})

        page = site.build("--strict", host="mkdocs").page("journal/2024/05/case/index.html")

        contents = page[page.index("md-nav--secondary") :]
        assert ("One" in text_of(contents), "Two" in text_of(contents)) == (True, True)
        assert 'href="#one"' in contents
