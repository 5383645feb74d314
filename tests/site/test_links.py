"""Links between posts and pages, in every spelling that authors use."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.conftest import Result, Site, post
from tests.site.reader import Reader

FOO = "docs/journal/2020-03-05-foo.md"


def linked(site: Site, body: str, **files: str) -> Result:
    """Build a site with a post, another that holds `body`, and a docs page that holds it as well."""
    site.write(
        {
            FOO: post("title: Foo\ncategories: [News]\nredirect_from: /very/old/foo", "## More\n"),
            "docs/journal/2024-01-02-from.md": post("title: From", body),
            "docs/guide/page.md": f"# Page\n\n{body}",
            **files,
        }
    )
    return site.build()


def hrefs(result: Result, path: str) -> list[str]:
    return [href for text, href in Reader(result.page(path)).named if text == "link"]


@pytest.mark.parametrize(
    "link",
    [
        "/2020/03/05/foo.html",
        "/news/2020/03/05/foo.html#more",
        "/docs/news/2020/03/05/foo/",
        "/news/foo.html",
        "/very/old/foo",
        "/journal/2020/03/foo/",
        "/docs/journal/2020/03/foo/#more",
        "/journal/2020/03/foo/index.html?q=1#more",
        "/journal/2020-03-05-foo.md#more",
        "journal/2020-03-05-foo.md",
    ],
)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_old_and_new_addresses_lead_to_the_post(site: Site, link: str, directory_urls: bool) -> None:
    """In Markdown and in raw HTML, from a post and from a docs page, under a sub-path; anchor and query are kept."""
    site.config["use_directory_urls"] = directory_urls
    raw = f'<p><a href="{link}">link</a></p>\n' if link.startswith("/") else ""

    result = linked(site, f"[link]({link})\n\n{raw}")

    assert result.messages == []
    tail = link[min((link.find(sign) for sign in "?#" if sign in link), default=len(link)) :]
    end = "index.html" if not directory_urls else ""
    post_page, page = "journal/2024/01/from/index.html", "guide/page/index.html" if directory_urls else "guide/page.html"
    assert set(hrefs(result, post_page)) == {f"../../../2020/03/foo/{end}{tail}"}
    up = "../../" if directory_urls else "../"
    assert set(hrefs(result, page)) == {f"{up}journal/2020/03/foo/{end}{tail}"}


def test_links_relative_to_where_the_blog_was(site: Site) -> None:
    """From the post's old address and from its new one."""
    result = linked(site, "[link](../../../2020/03/05/foo.html) [link](../../2020/03/foo/)\n")

    assert hrefs(result, "journal/2024/01/from/index.html")[0] == "../../../2020/03/foo/"


def test_a_post_may_link_to_pages_and_files_from_the_root(site: Site) -> None:
    result = linked(
        site,
        "[link](/guide/page/) [link](/guide/page.html) [link](/guide/page.md) ![i](/img/a.png)\n",
        **{"docs/img/a.png": "png"},
    )

    assert hrefs(result, "journal/2024/01/from/index.html") == ["../../../../guide/page/"] * 3
    assert Reader(result.page("journal/2024/01/from/index.html")).of("img")[0]["src"] == "../../../../img/a.png"
    assert hrefs(result, "guide/page/index.html") == ["/guide/page/", "/guide/page.html", "/guide/page.md"]


def test_a_post_may_link_to_the_home_page_from_the_root(site: Site) -> None:
    """As to any other page: by its path below the site, with or without the folder of the site."""
    site.config["site_url"] = "https://example.org/docs/"

    result = linked(site, "[link](/) [link](/docs/) [link](/elsewhere/)\n")

    assert hrefs(result, "journal/2024/01/from/index.html") == ["../../../../", "../../../../", "/elsewhere/"]


@pytest.mark.parametrize(
    ("validation", "reported"),
    [
        ({}, 0),
        ({"absolute_links": "warn"}, 2),
        ({"absolute_links": "relative_to_docs"}, 2),
    ],
)
def test_what_leads_nowhere_is_reported_at_the_level_of_mkdocs(site: Site, validation: Any, reported: int) -> None:
    """Links that the journal resolves are not reported at any level of `validation`; the others as before."""
    site.config["validation"] = {"links": validation}

    result = linked(site, "[link](/2020/03/05/foo.html) [gone](/2020/03/05/gone.html)\n")

    assert len([line for line in result.messages if "/2020/03/05/gone.html" in line]) == reported
    assert not [line for line in result.messages if "foo" in line]


@pytest.mark.parametrize(
    "link",
    [
        "2024-05-05-hush.md",
        "/journal/2024-05-05-hush.md",
        "/2024/05/05/hush.html",
        "/journal/2024/05/hush/#part",
        "/docs/journal/2024/05/hush/",
    ],
)
def test_a_link_to_a_withheld_post_is_reported_and_written_as_text(site: Site, link: str) -> None:
    """The text stays, its address goes; the post's title is not reported."""
    site.write(
        {
            "docs/journal/2024-05-05-hush.md": post("title: Secret title\ndraft: true"),
            "docs/journal/2024-05-06-open.md": post("title: Open", f"Words and [my **words**]({link}).\n"),
        }
    )

    result = site.build()

    assert result.messages == [
        (
            f"WARNING -  journal: docs/journal/2024-05-06-open.md:5: link: {link!r} links to a post that is not published "
            "(draft); the link becomes plain text (J508)"
        )
    ]
    assert result.ours[-1].endswith("1 problem")
    page = result.page("journal/2024/05/open/index.html")
    assert "<span>my <strong>words</strong></span>" in page
    assert "hush" not in page
    assert site.build("--strict").returncode == 1


def test_raw_html_does_not_lead_to_a_withheld_post_either(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-05-05-hush.md": post("title: Secret title\ndraft: true"),
            "docs/page.md": '# Page\n\n<p class="x"><a class="y" href="/journal/2024/05/hush/">words</a></p>\n',
        }
    )

    result = site.build()

    assert '<p class="x"><span>words</span></p>' in result.page("page/index.html")
    assert len(result.messages) == 1


def test_what_is_at_an_address_now_counts_before_what_was_there(site: Site) -> None:
    """A page and a file of the docs where a post and a draft might have been: links to them lead there."""
    links = "[rel](../install/) [abs](/docs/install/) [demo](/docs/demo.html) <a href='/docs/install/'>raw</a>\n"
    for state in ("title: Install", "title: Install\ndraft: true"):
        site.write(
            {
                "docs/journal/2024-01-01-install.md": post(state),
                "docs/journal/2024-01-02-demo.md": post(state.replace("Install", "Demo")),
                "docs/journal/2024-01-03-from.md": post("title: From", "[demo](/docs/demo.html)\n"),
                "docs/install.md": "# Install\n",
                "docs/demo.html": "<p>Demo</p>",
                "docs/guide.md": f"# Guide\n\n{links}",
            }
        )

        result = site.build()

        assert result.messages == []
        guide = Reader(result.page("guide/index.html"))
        assert [guide.href(name) for name in ("rel", "abs", "demo", "raw")] == [
            "../install/",
            "/docs/install/",
            "/docs/demo.html",
            "/docs/install/",
        ]
        assert Reader(result.page("journal/2024/01/from/index.html")).href("demo") == "../../../../demo.html"


def test_raw_html_leads_to_posts_in_html_by_their_source(site: Site) -> None:
    """Of posts that moved, as raw HTML leads to posts in Markdown; files that are no posts stay where they are."""
    raw = "<a href='2024-05-07-b.html#x'>b</a> <a href='./sub/2024-05-09-c.HTM?y=1'>c</a> <a href='page.html'>p</a>"
    site.write(
        {
            "docs/journal/2024-05-06-from.md": post("title: From", raw + "\n"),
            "docs/journal/2024-05-08-raw.html": post("title: Raw", f"<p>{raw}</p>\n"),
            "docs/journal/2024-05-07-b.html": post("title: B", "<p>Text</p>"),
            "docs/journal/sub/2024-05-09-c.HTM": post("title: C", "<p>Text</p>"),
            "docs/journal/page.html": "<p>A file</p>",
        }
    )

    result = site.build("--strict")

    for page in ("journal/2024/05/from/index.html", "journal/2024/05/raw/index.html"):
        reader = Reader(result.page(page))
        assert [reader.href(text) for text in "bcp"] == ["../b/#x", "../c/?y=1", "../../../page.html"]
    assert "https://example.org/docs/journal/2024/05/b/#x" in result.page("journal/feed.xml")


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_of_a_post_in_html_that_stays_lead_where_its_file_leads(site: Site, directory_urls: bool) -> None:
    site.config |= {"use_directory_urls": directory_urls, "plugins": [{"journal": {"permalink": "file"}}]}
    body = "<p><a href='2024-05-07-b.html'>b</a> <a href='../page.md'>p</a><img src='i/x.png'></p>"
    site.write(
        {
            "docs/journal/2024-05-08-raw.html": post("title: Raw", body),
            "docs/journal/2024-05-07-b.html": post("title: B", "<p>Text</p>"),
            "docs/journal/i/x.png": b"x",
            "docs/page.md": "# Page\n",
        }
    )

    result = site.build("--strict")

    raw = Reader(result.page(f"journal/2024-05-08-raw{'/index' * directory_urls}.html"))
    found = [raw.href("b"), raw.href("p"), raw.of("img")[0]["src"]]
    above = ["../2024-05-07-b/", "../../page/", "../i/x.png"]
    assert found == (above if directory_urls else ["2024-05-07-b.html", "../page.html", "i/x.png"])


def test_relative_links_of_raw_html_are_read_as_well(site: Site) -> None:
    """To a withheld post they are reported and go, each once; to the source of a post they lead to its page."""
    raw = "<a href='2024-05-05-hush.md'>words</a> <a HREF=../hush/index.html>words</a> <a href='2024-05-07-b.md#x'>b</a>"
    site.write(
        {
            "docs/journal/2024-05-05-hush.md": post("title: Secret title\ndraft: true"),
            "docs/journal/2024-05-06-open.md": post("title: Open", f"<p>{raw}</p>\n\n[words](2024-05-05-hush.md)\n"),
            "docs/journal/2024-05-07-b.md": post("title: B"),
            "docs/journal/2024-05-08-raw.html": post("title: Raw", f"<p>{raw}</p>\n"),
            "docs/page.md": "# Page\n\n<p><a href='../journal/2024/05/hush/'>words</a> <a href='hush/'>open</a></p>\n",
            "docs/page/hush.html": "<p>A page of the same name</p>",
        }
    )

    result = site.build()

    reported = [line.partition("docs/")[2].partition(" links to")[0] for line in result.messages]
    assert sorted(reported) == [
        "journal/2024-05-06-open.md:5: link: '../hush/index.html'",
        "journal/2024-05-06-open.md:5: link: '2024-05-05-hush.md'",
        "journal/2024-05-08-raw.html:5: link: '../hush/index.html'",
        "journal/2024-05-08-raw.html:5: link: '2024-05-05-hush.md'",
        "page.md:3: link: '../journal/2024/05/hush/'",
    ]
    for name in ("open", "raw"):
        page = result.page(f"journal/2024/05/{name}/index.html")
        assert "<span>words</span> <span>words</span>" in page
        assert "hush" not in page
        assert Reader(page).href("b") == "../b/#x"
    assert "<span>words</span> <a href='hush/'>open</a>" in result.page("page/index.html")


def test_a_picture_that_leads_to_a_withheld_post_is_its_text(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-05-05-hush.md": post("title: Secret title\ndraft: true"),
            "docs/page.md": '# Page\n\n![words](journal/2024-05-05-hush.md "Title")\n',
        }
    )

    result = site.build()

    assert "<p><span>words</span></p>" in result.page("page/index.html")
    assert len(result.messages) == 1


def test_a_nav_does_not_lead_to_a_withheld_post(site: Site) -> None:
    """MkDocs reports it; the entry is removed, and so does a section of such entries only."""
    hush = "journal/2024-05-05-hush.md"
    site.config["nav"] = [
        {"Home": "index.md"},
        {"Soon": hush},
        {"Part": [hush]},
        {"Win": hush.replace("/", "\\")},
        {"Web": "https://example.com/"},
    ]
    site.write({f"docs/{hush}": post("title: Secret title\ndraft: true")})

    result = site.build()

    assert len(result.messages) == 3
    page = result.page("index.html")
    assert "hush" not in page
    assert "Soon" not in page
    assert "Part" not in page
    assert "https://example.com/" in page


def test_a_nav_does_not_lead_to_a_refused_post(site: Site) -> None:
    """Whether it has no date, no readable front matter or no free URL."""
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    names = ["journal/nodate.md", "journal/2024-05-05-broken.md", "journal/2024-05-06-taken.md"]
    site.config["nav"] = [{"Home": "index.md"}, {"Soon": [*names, {"Named": names[0].replace("/", "\\")}]}, "guide.md"]
    fronts = ["layout: post", "title: [", "permalink: /guide/"]
    site.write({f"docs/{name}": post(front) for name, front in zip(names, fronts, strict=True)})
    site.write({"docs/guide.md": "# Guide\n"})

    result = site.build()

    assert result.returncode == 0
    page = result.page("index.html")
    assert [word for word in ("nodate", "broken", "taken", "Soon", "Named") if word in page] == []
    assert "Guide" in page


def test_mkdocs_sets_the_level_of_a_link_to_a_withheld_post(site: Site) -> None:
    site.config["validation"] = {"links": {"not_found": "info"}}
    site.write(
        {
            "docs/journal/2024-05-05-hush.md": post("title: Secret title\ndraft: true"),
            "docs/page.md": "# Page\n\n[words](journal/2024-05-05-hush.md)\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "docs/page.md:3: link: 'journal/2024-05-05-hush.md' links to a post that is not published" in result.ours[0]
    assert result.ours[-1].endswith("0 problems")  # a problem is what strict would stop at


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_links_of_a_page_without_a_suffix_begin_beside_it(site: Site, theme: str) -> None:
    """MkDocs takes `blog/a` for a folder; browsers do not, so that every relative link would be a level too deep."""
    site.config["theme"] = {"name": theme}
    site.config["plugins"] = ["search", {"journal": {"permalink": "/blog/:title"}}]
    site.write(
        {
            "docs/journal/2024-05-01-a.md": post("title: A\nmarkup: kramdown", "[o](2024-05-02-b.md) ![x](../img/x.png)\n"),
            "docs/journal/2024-05-02-b.md": post("title: B", "[o](2024-05-01-a.md) [p](../page.md) ![x](../img/x.png)\n"),
            "docs/journal/2024-05-03-c.html": post("title: C", '<a href="2024-05-01-a.md">x</a>'),
            "docs/img/x.png": b"x",
            "docs/page.md": "# Page\n\n[a](journal/2024-05-01-a.md)\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    root = "https://example.org/docs/"
    for name in ("a", "b", "c"):
        for link in re.findall(r'(?:href|src)="([^"#?]+)', result.page(f"blog/{name}.html")):
            url = urljoin(f"{root}blog/{name}", link)
            if url.startswith("https://example.org/"):
                path = url.removeprefix(root)
                assert {path, f"{path}index.html", f"{path}.html"} & set(result.files) or url + "/" == root, link
    assert 'href="../blog/a"' in result.page("page/index.html")
    places = {entry["location"] for entry in json.loads(result.page("search/search_index.json"))["docs"]}
    assert {"blog/a", "blog/b", "blog/c"} <= places
    assert f'<link rel="canonical" href="{root}blog/a">' in result.page("blog/a.html")
