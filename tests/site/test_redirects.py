"""Old addresses, posts that are read elsewhere, and two owners of one address."""

from __future__ import annotations

import json

import feedparser
import pytest

from tests.conftest import Site, post
from tests.site.browser import browser_page, served
from tests.site.reader import Reader

NEW = "docs/journal/2024-05-06-new.md"


def moved_blog(site: Site) -> None:
    site.config["plugins"] = [
        "search",
        {"journal": {"permalink": "/:title", "redirects": ["_redirects", "redirects.json"]}},
    ]
    site.write(
        {
            NEW: post("title: New & better\nredirect_from: [/2020/03/05/old.html, old/place/]", "Newbody\n"),
            "docs/journal/2024-05-07-away.md": post(
                "title: Away\nredirect_to: https://example.com/there/?a=1&b=2", "Awaybody\n"
            ),
            "docs/journal/2024-05-08-inside.md": post("title: Inside\nredirect_to: /new.html"),
        }
    )


def test_old_addresses_lead_to_the_post(site: Site) -> None:
    moved_blog(site)

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = Reader(result.page("2020/03/05/old.html"))
    assert page.of("link") == [{"rel": "canonical", "href": "https://example.org/docs/new"}]
    meta = {m.get("name") or m.get("http-equiv"): m["content"] for m in page.of("meta") if "content" in m}
    assert (meta["robots"], meta["refresh"]) == ("noindex", "0; url=../../../new")
    assert page.href("New & better") == "../../../new"
    assert Reader(result.page("old/place/index.html")).href("New & better") == "../../new"
    sitemap = result.page("sitemap.xml")
    assert "old" not in sitemap
    assert "Newbody" in result.page("new.html")


def test_a_post_that_is_read_elsewhere_stays_listed(site: Site) -> None:
    """Its entries link to the target; its page leads there; search and sitemap do not know it."""
    moved_blog(site)

    result = site.build("--strict")

    target = "https://example.com/there/?a=1&b=2"
    page = Reader(result.page("away.html"))
    assert page.of("link") == [{"rel": "canonical", "href": target}]
    assert page.href("Away") == target
    assert "Awaybody" not in result.page("away.html")
    landing = Reader(result.page("journal/index.html"))
    assert (landing.href("Away"), landing.href("Inside")) == (target, "../new.html")
    for name in ("feed.xml", "rss.xml"):
        links = {entry.title: entry.link for entry in feedparser.parse(result.page(f"journal/{name}")).entries}
        assert (links["Away"], links["Inside"]) == (target, "https://example.org/docs/new.html")
    item = next(item for item in json.loads(result.page("journal/feed.json"))["items"] if item["title"] == "Away")
    assert item["url"] == target
    assert "Awaybody" in item["content_html"]
    assert "away" not in result.page("sitemap.xml")
    assert "Awaybody" not in result.page("search/search_index.json")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/new.html?a=/b&c=%20#part", "new.html?a=/b&c=%20#part"),
        ("/caf%C3%A9/", "caf%C3%A9/"),
        ("/café/#ü", "caf%C3%A9/#%C3%BC"),
    ],
)
def test_query_fragment_and_encoding_of_a_target_are_kept(site: Site, target: str, path: str) -> None:
    site.write({"docs/journal/2024-05-07-away.md": post(f"title: Away\nredirect_to: {target}")})
    site.write({"docs/new.html": "New", "docs/café.md": "# Café"})

    result = site.build("--strict")

    page = Reader(result.page("journal/2024/05/away/index.html"))
    assert page.of("link") == [{"rel": "canonical", "href": f"https://example.org/docs/{path}"}]
    assert page.href("Away") == f"../../../../{path}"
    assert feedparser.parse(result.page("journal/feed.xml")).entries[0].link == f"https://example.org/docs/{path}"


def test_a_post_is_not_read_where_nothing_is(site: Site) -> None:
    """A list and a feed have no address without a file; one that another plugin or site serves is written as a whole."""
    there = [
        "/new",
        "/new.html",
        "new/",
        "/docs/new.html",
        "/assets/n.pdf",
        "/old/?q#p",
        "/sitemap.xml",
        "https://example.org/docs/later/",
    ]
    lost = ["/nowhere/", "../../x/", "/assets/", "/new/x", "2024-05-06-new.md"]
    names = {f"docs/journal/2024-05-07-p{number:02}.md": target for number, target in enumerate((*there, *lost))}
    site.write({name: post(f"title: T\nredirect_to: {target}") for name, target in names.items()})
    site.write({NEW: post("title: New\npermalink: /new.html\nredirect_from: /old/"), "docs/assets/n.pdf": "N"})

    result = site.build()

    assert result.returncode == 0, result.log
    assert [line.partition(": ")[2] for line in result.ours if "J507" in line] == [
        f"redirect_to: '{target}' does not exist on this site, so it is ignored; write an http(s) address or a path "
        "below the site (J507)"
        for target in lost
    ]
    items = [item["url"] for item in json.loads(result.page("journal/feed.json"))["items"]]
    assert len([url for url in items if "/journal/2024/05/p" in url]) == len(lost)
    assert items.count("https://example.org/docs/new.html") == 4, "/new/ has another address"


ITSELF = ["/a/", "/a/index.html", "/a/#part", "https://example.org/docs/a", "/docs/a/", "/b/"]
ITSELF += ["http://EXAMPLE.org:80/docs/a/?x"]


@pytest.mark.parametrize("target", ITSELF)
def test_a_post_is_not_read_at_itself_instead(site: Site, target: str) -> None:
    """A page that leads to itself, or to one that leads back, would never be shown."""
    front = f"title: A\npermalink: /a/\nredirect_from: /b/\nredirect_to: {target}"
    site.write({"docs/journal/2024-05-07-a.md": post(front, "Own body\n")})

    result = site.build()

    assert "is the post's own URL" in result.messages[0]
    assert "Own body" in result.page("a/index.html")


def test_files_for_hosts_say_the_same(site: Site) -> None:
    moved_blog(site)

    result = site.build("--strict")

    assert result.page("_redirects") == ("/docs/2020/03/05/old.html /docs/new 301\n/docs/old/place/ /docs/new 301\n")
    assert json.loads(result.page("redirects.json")) == {
        "/2020/03/05/old.html": "https://example.org/docs/new",
        "/old/place/": "https://example.org/docs/new",
    }


def test_redirects_work_in_a_browser(site: Site) -> None:
    site.config["use_directory_urls"] = False
    site.config["plugins"] = [{"journal": {"permalink": "/:title.html"}}]
    site.write(
        {
            NEW: post("title: New\nredirect_from: [/2020/03/05/old.html, /caf%C3%A9/]", "Newbody\n"),
            "docs/journal/2024-05-07-away.md": post("title: Away\nredirect_to: /new.html"),
        }
    )
    result = site.build("--strict")

    with served(result.output) as address, browser_page() as page:
        for old in ("2020/03/05/old.html", "caf%C3%A9/", "away.html"):
            page.goto(address + old)
            page.wait_for_url("**/new.html")
            assert "Newbody" in page.inner_text("body")


def test_two_posts_with_one_address_are_reported_with_both_names(site: Site) -> None:
    """With `permalink: /:title` the day does not tell them apart."""
    site.config["plugins"] = [{"journal": {"permalink": "/:title"}}]
    site.write({NEW: post("title: A"), "docs/journal/2024-06-07-new.md": post("title: B")})

    result = site.build()

    assert result.returncode == 1
    assert result.ours[0] == (
        "docs/journal/2024-06-07-new.md:1:1: permalink: /new is used by docs/journal/2024-05-06-new.md; "
        "write slug: new-2024-06-07 in the post, or permalink: /:year/:month/:day/:title in mkdocs.yml (J504)"
    )


@pytest.mark.parametrize(
    ("front", "reported"),
    [
        ("redirect_from: /guide/", "3:16: redirect_from: '/guide/' is used by docs/guide.md, so it is ignored"),
        ("redirect_from: /", "3:16: redirect_from: '/' is used by docs/index.md, so it is ignored"),
        (
            "redirect_from: /journal/feed.xml/",
            "redirect_from: '/journal/feed.xml/' is used by the atom feed of the journal,",
        ),
        ("redirect_from: /journal/feed.xml", "'/journal/feed.xml' is used by the atom feed of the journal,"),
        ("redirect_from: /journal/2024/", "is used by the archive journal/2024/index.md,"),
        ("redirect_from: /journal/2024/05/new/", "redirect_from: '/journal/2024/05/new/' is the post's own URL,"),
        ("redirect_from: /journal/2024/05/other/", "is used by docs/journal/2024-05-07-other.md,"),
        ("redirect_from: /Guide/", "redirect_from: '/Guide/' is used by docs/guide.md,"),
        ("redirect_from: ../../x", "redirect_from: '../../x' is not a safe path below the site,"),
        ("redirect_to: https://example.org/docs/journal/2024/05/new/", "3:14: redirect_to: 'https://example.org/docs/"),
        ("redirect_to: journal/2024/05/new", "redirect_to: 'journal/2024/05/new' is the post's own URL,"),
    ],
)
def test_a_redirect_never_replaces_anything(site: Site, front: str, reported: str) -> None:
    """It is reported and left out; the post is published."""
    site.write(
        {
            NEW: post(f"title: A\n{front}", "Newbody\n"),
            "docs/journal/2024-05-07-other.md": post("title: Other\nredirect_from: /old/", "Otherbody\n"),
            "docs/guide.md": "# Guide\n\nGuidebody\n",
        }
    )

    result = site.build()

    assert result.returncode == 0
    (message,) = result.messages
    assert f"docs/journal/2024-05-06-new.md:{reported}" in message or reported in message
    assert message.startswith("WARNING")
    assert "Newbody" in result.page("journal/2024/05/new/index.html")
    assert "Otherbody" in result.page("journal/2024/05/other/index.html")
    assert "Guidebody" in result.page("guide/index.html")


def test_addresses_that_differ_in_case_only_are_reported(site: Site) -> None:
    site.write(
        {NEW: post("title: A\npermalink: /Same/"), "docs/journal/2024-05-07-b.md": post("title: B\npermalink: /same/")}
    )

    result = site.build()

    assert result.returncode == 0
    assert result.ours[0] == (
        "docs/journal/2024-05-07-b.md:3:12: permalink: /same/index.html and /Same/index.html of "
        "docs/journal/2024-05-06-new.md differ only in case and are the same file on macOS and Windows; rename one (J505)"
    )


@pytest.mark.parametrize("directories", [True, False])
def test_a_target_in_another_spelling_is_the_address_of_its_page(directories: bool, site: Site) -> None:
    site.config |= {"use_directory_urls": directories, "plugins": [{"journal": {"permalink": "/:title"}}]}
    targets = {
        "a": "/guide.html#x",
        "b": "guide/",
        "c": "/docs/guide/index.html",
        "d": "/journal/subscribe.html",
        "e": "/page/",
    }
    site.write(
        {
            "docs/guide.md": "# Guide\n",
            "docs/journal/2024-05-05-page.md": post("title: Page"),
            **{f"docs/journal/2024-05-06-{name}.md": post(f"title: T\nredirect_to: {to}") for name, to in targets.items()},
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    found = [Reader(result.page(f"{name}.html")).href("T") for name in targets]
    guide, subscribe = ("guide/", "journal/subscribe/") if directories else ("guide.html", "journal/subscribe.html")
    index = "guide/index.html" if directories else guide
    assert found == [f"{guide}#x", guide, index, subscribe, "page.html"]


def test_a_list_of_refused_posts_is_no_target(site: Site) -> None:
    """It is not written, and its address is free."""
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip", "per_page": 1}}]
    site.write(
        {
            NEW: post("title: A\nredirect_from: /journal/tags/gone/", "Newbody\n"),
            "docs/journal/2024-05-07-b.md": post("title: B\npermalink: /journal/2024/05/new/\ntags: [gone]"),
            "docs/journal/2024-05-08-c.md": post("title: C\nredirect_to: /journal/page/3/"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [message for message in result.ours if "J506" in message] == []
    assert "does not exist on this site" in result.log
    assert Reader(result.page("journal/tags/gone/index.html")).href("A") == "../../2024/05/new/"


def test_outputs_of_options_that_differ_in_case_only_are_reported(site: Site) -> None:
    feeds = {"also": {"/Feed.xml": "atom"}}
    site.config["plugins"] = ["search", {"journal": {"export": "FEED.json", "feeds": feeds}}]
    site.write({NEW: post("title: A\ntags: [x]"), "docs/feed.xml": "Own", "docs/journal/TAGS/index.md": "# Own\n"})

    result = site.build()

    assert result.returncode == 0, result.log
    told = {message.partition(" differ only")[0].replace("yml:1:", "yml:") for message in result.ours if "J505" in message}
    assert told == {
        "mkdocs.yml: folder: /journal/tags/index.html and /journal/TAGS/index.html of docs/journal/TAGS/index.md",
        "mkdocs.yml: feeds.also: /Feed.xml and /feed.xml of docs/feed.xml",
        "mkdocs.yml: export: /journal/FEED.json and /journal/feed.json of the json feed of the journal",
    }


def test_a_post_and_a_page_that_hosts_confuse_are_reported(site: Site) -> None:
    """Some hosts show only one of `/name` and `/name/`. An old address never hides a page in this way."""
    site.config["plugins"] = ["search", {"journal": {"permalink": "/:folder/:title"}}]
    site.write(
        {
            "docs/journal/2024-05-06-tags.md": post("title: A\ntags: [x]", "Tagsbody\n"),
            "docs/journal/2024-05-07-b.md": post("title: B\npermalink: /b/\nredirect_from: [/b, /old, /old/]"),
            "docs/journal/2024-05-08-c.md": post("title: C\nredirect_from: [/journal/tags/x, /journal/c/, /guide]"),
            "docs/guide.md": "# Guide\n",
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    other = "docs/journal/2024-05-08-c.md:3:16: redirect_from:"
    ignored = "so it is ignored; write an old path of this site, for example /old/name.html (J506)"
    assert result.ours[:3] == [
        (
            "docs/journal/2024-05-06-tags.md:1:1: permalink: /journal/tags and the folder /journal/tags/ of the archive "
            "journal/tags/index.md are one address for some hosting services; write another slug or permalink (J516)"
        ),
        f"{other} '/guide' is used by docs/guide.md, {ignored}",
        f"{other} '/journal/tags/x' is used by the archive journal/tags/x.md, {ignored}",
    ]
    assert "Tagsbody" in result.page("journal/tags.html")
    assert {"b/index.html", "old.html", "old/index.html", "journal/c/index.html"} <= set(result.files)
    assert not {"b.html", "journal/tags/x.html", "guide.html"} & set(result.files)


def test_spellings_of_an_old_address(site: Site) -> None:
    """Those that are one file are one; web hosts tell upper case and Unicode forms apart, so that each has its file."""
    spelt = ["/old/", "/Old/", "/old/index.html", "/caf\u00e9/", "/cafe\u0301/"]
    site.config["plugins"] = [{"journal": {"redirects": ["redirects.json"]}}]
    site.write({NEW: post(f"title: A\nredirect_from: {json.dumps(spelt)}")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    names = set(spelt) - {"/old/index.html"}
    assert set(json.loads(result.page("redirects.json"))) == names
    assert all(Reader(result.page(f"{name[1:]}index.html")).href("A") == "../journal/2024/05/new/" for name in names)


@pytest.mark.parametrize("old", [["/old.html", "/old.html/more"], ["/old.html/more", "/old.html"]])
def test_an_old_address_below_another_is_reported(site: Site, old: list[str]) -> None:
    """A file cannot be a folder; this was silent where both are of one post."""
    site.write({NEW: post(f"title: A\nredirect_from: {json.dumps(old)}")})

    result = site.build()

    (message,) = result.messages
    assert f"redirect_from: '{old[1]}' is used by docs/journal/2024-05-06-new.md, so it is ignored" in message


def test_a_feed_does_not_replace_the_search_index(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"feeds": {"json": "/search/search_index.json"}}}]
    site.write({NEW: post("title: A")})

    result = site.build()

    assert result.returncode == 1
    assert "/search/search_index.json is used by" in result.ours[0]


def test_the_feed_of_a_tag_that_cannot_be_written_is_reported(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"feeds": {"atom": "tags/x/feed.xml"}}}]
    site.write({NEW: post("title: A\ntags: [x]")})

    result = site.build()

    assert result.returncode == 1
    assert "/journal/tags/x/feed.xml is used by the atom feed of journal/tags/x.md" in result.ours[0]


def test_a_file_of_the_site_keeps_its_name(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"redirects": ["redirects.json"]}}]
    site.write({"docs/redirects.json": "{}", NEW: post("title: A")})

    result = site.build()

    assert result.returncode == 1
    assert "mkdocs.yml: redirects: /redirects.json is used by docs/redirects.json;" in result.ours[0]


def test_pinned_posts_and_those_out_of_the_sitemap(site: Site) -> None:
    site.write(
        {
            NEW: post("title: Pinned one\npin: true"),
            "docs/journal/2024-05-07-b.md": post("title: Newer\nsitemap: false"),
        }
    )

    result = site.build("--strict")

    landing = result.page("journal/index.html")
    assert landing.index(">Pinned<") < landing.index(">Pinned one<") < landing.index(">Newer<")
    assert "/new/</loc>" in result.page("sitemap.xml")
    assert "/b/</loc>" not in result.page("sitemap.xml")


def test_the_schedule_says_when_to_build_again(site: Site) -> None:
    """A day without a zone begins where it begins first on Earth; a moment is a moment."""
    site.config["plugins"] = [{"journal": {"schedule": "next.json"}}]
    site.write({"docs/journal/2999-05-06-later.md": post("title: A"), "docs/journal/2999-05-07-last.md": post("title: B")})

    assert json.loads(site.build("--strict").page("next.json")) == {"next": "2999-05-06T00:00:00+14:00", "scheduled": 2}
    site.config["plugins"] = [{"journal": {"schedule": "next.json", "timezone": "UTC"}}]
    assert json.loads(site.build("--strict").page("next.json"))["next"] == "2999-05-06T00:00:00+00:00"
    (site.folder / "docs/journal/2999-05-06-later.md").unlink()
    (site.folder / "docs/journal/2999-05-07-last.md").unlink()
    assert json.loads(site.build("--strict").page("next.json")) == {"next": None, "scheduled": 0}
