"""What must come out of each small site that went wrong once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from tests.conftest import Result
from tests.feeds.rules import ATOM
from tests.site.reader import Reader, broken_links, text_of

Check = Callable[[Result], None]
CHECKS: Final[dict[str, Check]] = {}
"""By the folder of the site."""


def site(name: str) -> Callable[[Check], Check]:
    """Register what must come out of a site."""

    def register(check: Check) -> Check:
        CHECKS[name] = check
        return check

    return register


def good(result: Result) -> None:
    """Check that a strict build ended without a message."""
    assert (result.returncode, result.messages) == (0, []), result.log


def words(result: Result, *wanted: str, code: int = 1) -> None:
    """Check the exit code, and that one message holds all words."""
    assert result.returncode == code, result.log
    assert [line for line in result.ours if all(word in line for word in wanted)], result.log


def nowhere(result: Result, *secrets: str) -> None:
    """Check that no output file, and no name of one, holds a word."""
    for name, data in result.files.items():
        for secret in secrets:
            assert secret not in name, name
            assert secret.encode() not in data, name


def json_feed(result: Result, path: str = "journal/feed.json") -> Any:
    """Return a JSON Feed."""
    return json.loads(result.page(path))


def item(result: Result, title: str) -> Any:
    """Return an entry of the JSON Feed of the journal."""
    [found] = [entry for entry in json_feed(result)["items"] if entry["title"] == title]
    return found


def titles(result: Result) -> list[str]:
    """Return the titles of the JSON Feed of the journal in order."""
    return [entry["title"] for entry in json_feed(result)["items"]]


def reader(result: Result, path: str) -> Reader:
    """Return a page as a program reads it."""
    return Reader(result.page(path))


def listed(result: Result, path: str = "journal/index.html") -> list[str]:
    """Return the texts of the links of a page."""
    return [" ".join(text.split()) for text, _ in reader(result, path).named]


@site("a-dos-comments-28")
def many_comments(result: Result) -> None:
    good(result)
    assert "Text." in text_of(result.page("journal/2024/01/a/index.html"))


@site("a-dos-heading-blanks-300")
def many_blanks(result: Result) -> None:
    good(result)
    assert titles(result) == ["a b"]


@site("a-leak-bundle-page")
def page_beside_a_draft(result: Result) -> None:
    good(result)
    nowhere(result, "appendix", "Appendix", "secretname")


@site("a-leak-redirect-to-draft")
def redirect_to_a_draft(result: Result) -> None:
    words(result, "docs/journal/2024-01-06-ra.md:3:14: redirect_to:")
    nowhere(result, "hushslug")


@site("a-redirects-placeholder")
def placeholders_in_redirects(result: Result) -> None:
    rules = (result.output / "_redirects").read_text(encoding="utf-8") if (result.output / "_redirects").exists() else ""
    assert not re.search(r"(^|/):[a-z]", rules, re.MULTILINE)


@site("a-unlisted-material-tags")
def unlisted_beside_tags(result: Result) -> None:
    assert result.returncode == 0, result.log
    others = {name: data for name, data in result.files.items() if not name.startswith("journal/2024/01/a/")}
    assert not [name for name, data in others.items() if b"Unlistedtitle" in data or b"unltag" in data]


@site("b01-bang-title")
def title_with_a_bang(result: Result) -> None:
    good(result)
    entry = item(result, 'Attention: this one has "quotes" & a colon')
    assert entry["tags"] == ["one: two", "plain"]


@site("b01b-binary")
def binary_title(result: Result) -> None:
    words(result, "docs/journal/2013-02-24-bin.md:5:8:", "J108")


@site("b02-status-draft")
def status_draft(result: Result) -> None:
    words(result, "docs/journal/2013-01-16-fading.md:5", "status", "draft: true")
    nowhere(result, "SECRETWORD", "Not yet.")


@site("b04-closing-fence-long")
def long_closing_fence(result: Result) -> None:
    words(result, "docs/journal/2017-09-29-close.md:3", "-------------", "---")


@site("b04b-five-both")
def long_fences(result: Result) -> None:
    words(result, "docs/journal/2017-09-28-five.md:1:1:", "J104")


@site("b05-fence-spaces")
def blanks_behind_fences(result: Result) -> None:
    good(result)
    assert titles(result) == ["Tabs", "Spaces"]
    assert "title:" not in text_of(result.page("journal/2020/10/sp/index.html"))


@site("b06-tag-key")
def tag_in_the_singular(result: Result) -> None:
    good(result)
    assert item(result, "A")["tags"] == ["hyde"]
    assert item(result, "B")["tags"] == ["hyde, other"]


@site("b07-redirects")
def redirects_of_all_forms(result: Result) -> None:
    good(result)
    for path in (
        "foo.html", "foo/index.html", "bar.html", "baz/index.html", "projects/stratos.html",
        "archive/2014/05/ünïcode straße/index.html",
    ):  # fmt: skip
        assert "journal/2016/02/new/" in result.page(path)


@site("b09-feed-subfolder")
def feeds_in_folders(result: Result) -> None:
    good(result)
    announced = {link["href"] for link in reader(result, "index.html").of("link") if link.get("rel") == "alternate"}
    paths = {"journal/feeds/all/atom.xml", "rss/index.xml", "feeds/all.json"}
    assert paths <= {href.removeprefix("./") for href in announced}
    assert paths <= set(result.files)


@site("b10-slug-path")
def slug_with_slashes(result: Result) -> None:
    words(result, "docs/journal/b.md:4:7: slug:", "permalink")
    assert "write /folder/name/" not in result.log


@site("b11-date-only-name")
def names_of_dates(result: Result) -> None:
    good(result)
    assert len(titles(result)) == 4


@site("b12-readme-bundle")
def readme_of_a_bundle(result: Result) -> None:
    good(result)
    assert item(result, "Bundle")["date_published"].startswith("2022-05-16")
    assert "Bundle" in listed(result)


@site("b12b-readme-bundle-layout")
def readme_of_a_bundle_with_layout(result: Result) -> None:
    good(result)
    assert item(result, "I")["date_published"].startswith("2022-05-24")


@site("b13-footnotes")
def footnotes(result: Result) -> None:
    good(result)
    for href in re.findall(r'href=\\?"([^"\\]+)', result.page("journal/feed.json")):
        assert href.startswith("https://example.org/")
    ids = [values["id"] for _, values in reader(result, "journal/index.html").elements if "id" in values]
    assert not [name for name in ids if name.startswith(("fn", "head")) and ids.count(name) > 1]


@site("b14-lazy-images")
def lazy_pictures(result: Result) -> None:
    good(result)
    content = item(result, "Lazy")["content_html"]
    assert re.findall(r'<img[^>]* src="([^"]*)"', content)[0] == "https://example.org/img/real.png"
    page = reader(result, "journal/2021/05/lazy/index.html")
    assert {img["data-src"] for img in page.of("img") if "data-src" in img} == {"../../../../img/real.png"}
    sets = {value for _, values in page.elements if (value := values.get("data-srcset"))}
    assert sets == {"../../../../img/a.webp 1x, ../../../../img/b.webp 2x", "../../../../img/real.png 1x"}


@site("b14d-release-notes")
def post_of_lists_only(result: Result) -> None:
    good(result)
    assert "Faster start" in item(result, "Version 1.2")["summary"]
    assert "Faster start" in text_of(result.page("journal/index.html"))
    page = reader(result, "journal/2024/03/v1-2/index.html")
    assert any("Faster start" in meta.get("content", "") for meta in page.of("meta"))


@site("b15-katex-twice")
def formulas_once(result: Result) -> None:
    good(result)
    entry = item(result, "K")
    assert "<math" in entry["content_html"]
    assert "katex-html" not in entry["content_html"]
    assert entry["summary"].count("E=m") == 1 or entry["summary"].count("E = m") == 1


@site("b16-odd-links")
def odd_links(result: Result) -> None:
    assert result.returncode == 0, result.log
    for path in ("journal/feed.json", "journal/feed.xml"):
        assert "javascript:" not in result.page(path)
        assert "&amp;amp;amp;" not in result.page(path)


@site("b16b-bracket-raw-html-post")
def bracket_in_raw_html(result: Result) -> None:
    good(result)
    assert '<img src="//[x" alt="">' in result.page("journal/2021/01/a/index.html")


@site("b16d-bracket-redirect-from")
def bracket_in_redirect_from(result: Result) -> None:
    words(result, "docs/journal/2021-01-01-a.md:3:16: redirect_from:", "J506")


@site("b16f-bracket-redirect-to")
def bracket_in_redirect_to(result: Result) -> None:
    words(result, "docs/journal/2021-01-01-a.md:3:14: redirect_to:", "J507")


@site("b17-title-html")
def markup_in_titles(result: Result) -> None:
    good(result)
    assert "AT&T <3 😀" in titles(result)
    assert "A starred code heading & link 2" in titles(result)
    for entry in ET.fromstring(result.page("journal/feed.xml")).iter(f"{ATOM}title"):
        assert entry.get("type", "text") == "text" or "&lt;" in (entry.text or "")


@site("b19-tz-permalink")
def days_of_the_author(result: Result) -> None:
    good(result)
    assert {entry["url"].removeprefix("https://example.org/journal/") for entry in json_feed(result)["items"]} == {
        "2013/03/11/a/", "2013/03/11/b/", "2015/05/28/c/", "2015/05/31/d/",
    }  # fmt: skip


@site("b21-flow-summary")
def fifteen_errors(result: Result) -> None:
    assert result.returncode == 1
    errors = [line for line in result.messages if line.startswith("ERROR") and re.search(r"\.md:\d+", line)]
    assert len(errors) >= 15, result.log
    assert [line for line in errors if "2021-02-26-a.md:3:" in line]


@site("b22b-pelican-header")
def header_of_pelican(result: Result) -> None:
    assert result.returncode == 1, "its status withholds it, with a warning"
    assert "2021-02-13-p.md" in result.log
    nowhere(result, "Status: draft", "Title: Multi", "Text of it.")


@site("b24-avatar-local")
def avatars_beside_posts(result: Result) -> None:
    good(result)
    page = reader(result, "journal/authors/zoe.html")
    assert any(image["src"].endswith("img/Zoe%20Photo.png") for image in page.of("img"))
    assert list(broken_links(result.output, "https://example.org/")) == []


@site("b30-umlaut-category")
def categories_in_urls(result: Result) -> None:
    good(result)
    written = ("href='/güterverkehr", "href='/g%C3%BCterverkehr")  # the author's own links, to an address of another form
    assert [
        link for link in broken_links(result.output, "https://example.org/") if not any(w in link for w in written)
    ] == []


@site("b31-emoji-tags")
def tags_of_signs(result: Result) -> None:
    good(result)
    tags = [name for name in result.files if re.fullmatch(r"journal/tags/[^/]+/index\.html", name)]
    assert len(tags) == 7, "two of the ten labels are spellings of others, and one is there twice"
    assert not [name for name in tags if re.search(r"[\u200b-\u200f\ufe00-\ufe0f]", name)]


@site("b32-excerpt-refs")
def references_in_excerpts(result: Result) -> None:
    assert [line for line in result.messages if "(J705)" not in line and "J" in line] == [], "its Liquid is reported"
    page = result.page("journal/index.html")
    assert 'href="https://example.com/terry"' in page
    assert "footnote-ref" not in page
    assert "[by Terry]" not in page


@site("b33b-lang-on-page")
def language_of_a_post(result: Result) -> None:
    good(result)
    assert re.search(r'<article[^>]* lang="fa"[^>]* dir="rtl"', result.page("journal/2024/03/a/index.html"))


@site("b35-feed-icon")
def icon_of_feeds(result: Result) -> None:
    good(result)
    assert json_feed(result)["favicon"] == "https://example.org/img/favicon.ico"
    assert ET.fromstring(result.page("journal/feed.xml")).findtext(f"{ATOM}icon") == "https://example.org/img/favicon.ico"


@site("b36-order-same-day")
def order_of_a_day(result: Result) -> None:
    good(result)
    order = ["Afternoon A", "Morning X", "Late Z", "No time M"]
    assert titles(result) == order
    assert [text for text in dict.fromkeys(listed(result)) if text in order] == order


@site("b36c-time-25")
def hour_25(result: Result) -> None:
    words(result, "docs/journal/a.md:4:7: time:")
    assert item(result, "A")["date_published"].startswith("2020-11-13")


@site("b36d-time-with-file-date")
def time_beside_a_dated_name(result: Result) -> None:
    good(result)
    assert item(result, "A")["date_published"] == "2020-10-08T15:00:00Z"


@site("b37-image-case")
def picture_in_another_case(result: Result) -> None:
    words(result, "docs/journal/2019-06-12-a.md:3:8: image:")
    assert len(result.messages) >= 2, "the link in the text as well"


@site("b40-url-agree-noslash")
def one_url_everywhere(result: Result) -> None:
    good(result)
    url = "https://example.org/journal/redesign"
    assert item(result, "R")["url"] == url
    assert f"<loc>{url}</loc>" in result.page("sitemap.xml")
    page = reader(result, "journal/redesign.html")
    assert [link["href"] for link in page.of("link") if link.get("rel") == "canonical"] == [url]
    assert [meta["content"] for meta in page.of("meta") if meta.get("property") == "og:url"] == [url]


@site("b41-rich-feed")
def rich_content(result: Result) -> None:
    good(result)
    content = item(result, "Rich")["content_html"]
    for part in ("headerlink", "<button", "linenos", "onclick"):
        assert part not in content
    assert content.index("One") < content.index("Tab one.") < content.index("Two") < content.index("Tab two.")


@site("b42-feed-finder")
def feeds_of_each_journal(result: Result) -> None:
    good(result)
    links = {
        path: {link["href"] for link in reader(result, path).of("link") if link.get("rel") == "alternate"}
        for path in ("index.html", "blog/index.html")
    }
    assert all("all/" in href for href in links["index.html"])
    assert "feed.xml" in {Path(href).name for href in links["blog/index.html"]}


@site("b44-link-post")
def posts_that_are_links(result: Result) -> None:
    good(result)
    page = reader(result, "journal/index.html")
    assert page.href("Elsewhere") == "https://example.com/news/1?a=1&b=2"
    assert item(result, "Only a link")["url"] == "https://example.com/news/2"


@site("b46-rename-tz")
def renamed_file(result: Result) -> None:
    good(result)
    text = text_of(result.page("manual/index.html"))
    assert "March 2, 2020" in text or "March 1, 2020" in text
    assert "2022" in text


@site("b48-subpath-images")
def pictures_below_a_path(result: Result) -> None:
    good(result)
    sources = re.findall(r'src="([^"]*)"', item(result, "A")["content_html"])
    assert sources
    assert all(source.startswith("https://example.github.io/blog/") for source in sources)


@site("b51-html-post")
def post_of_html(result: Result) -> None:
    good(result)
    assert "<pre><code>psexec -s cmd.exe</code></pre>" in result.page("journal/2012/08/hl/index.html")


@site("b56-hugo-astro-dates")
def dates_of_other_programs(result: Result) -> None:
    nowhere(result, "Secret")
    assert not [name for name, data in result.files.items() if "javascripts" not in name and b"2099" in data]
    assert {"B", "E"} <= set(titles(result))
    assert not {"A", "C"} & set(titles(result))


@site("c01-two-exports")
def two_exports_at_one_path(result: Result) -> None:
    words(result, "posts.json", "news", "releases")


@site("c02-raw-html-bad-url")
def bad_address_on_a_page(result: Result) -> None:
    good(result)
    assert '<a href="http://[invalid">x</a>' in result.page("page/index.html")


@site("c04-redirect-to-bad-url")
def bad_address_in_a_key(result: Result) -> None:
    words(result, "docs/journal/2024-01-01-a.md:3:14: redirect_to:")


@site("c06-posix-zone")
def zone_of_posix(result: Result) -> None:
    assert result.returncode == 1
    assert "timezone" in result.log


@site("c07-svg-self-closed")
def style_in_a_picture(result: Result) -> None:
    good(result)
    content = item(result, "A")["content_html"]
    assert "SECOND paragraph" in content
    assert 'src="https://example.org/journal/x.png"' in content
    assert reader(result, "journal/2024/01/a/index.html").href("link") == "../../../"


@site("c08-redirects-overwrite")
def file_of_the_user(result: Result) -> None:
    assert result.returncode == 1, result.log
    assert "_redirects" in result.log
    path = result.output / "_redirects"
    assert not path.exists() or path.read_text(encoding="utf-8") == "/mine /yours 301\n"


@site("c09-same-export-schedule")
def export_as_schedule(result: Result) -> None:
    words(result, "posts.json", "export", "schedule")


@site("c10-falsy-options")
def empty_options(result: Result) -> None:
    assert result.returncode == 1
    for name in ("journals", "redirects", "schedule", "combined", "ignore_revs", "page_stamps"):
        assert name in result.log, name


@site("c11-hook-renders-early")
def markdown_before_nav(result: Result) -> None:
    good(result)


@site("c12-titles")
def titles_of_headings(result: Result) -> None:
    assert result.returncode == 0, result.log
    for number in range(9):
        page = reader(result, f"journal/2024/01/p{number}/index.html")
        heading = " ".join(page.texts["h1"][-1].replace("¶", "").split())
        assert page.texts["title"][0].startswith(f"{heading} - "), number
        assert heading in titles(result)


@site("c13-update-date")
def date_of_each_archive(result: Result) -> None:
    good(result)
    assert "<p id=upd>2010-02-02</p>" in result.page("journal/2010/index.html")
    assert "<p id=upd>2014-02-02</p>" in result.page("journal/2014/index.html")
    assert "<p id=upd>2024-05-05</p>" in result.page("journal/2016/index.html")


@site("c14-audit-snippet")
def text_that_is_public_elsewhere(result: Result) -> None:
    good(result)


@site("c17-combined-name")
def journal_called_combined(result: Result) -> None:
    assert result.returncode == 1
    assert "journals.combined" in result.log
    assert "combined.folder" in result.log


@site("c18-tag-page")
def tag_called_page(result: Result) -> None:
    good(result)
    assert {"journal/tags/page-2/index.html"} <= set(result.files)
    slugs = {name.split("/")[2] for name in result.files if re.fullmatch(r"journal/tags/[^/]+/index\.html", name)}
    assert len(slugs) == 2
    assert all(slug.startswith("page") for slug in slugs)


@site("c20-weekly")
def two_weeklies(result: Result) -> None:
    words(result, "docs/journal/2024-01-12-weekly.md", "slug", ":day")


@site("c21-keys")
def keys_of_other_languages(result: Result) -> None:
    codes = [line for line in result.messages if any(f" {key}:" in line for key in ("autor", "imagen", "categorie"))]
    assert codes == []


@site("c24-excerpt-container")
def first_paragraph_in_a_container(result: Result) -> None:
    good(result)
    assert item(result, "A")["summary"] == "First words here."


@site("c26-head-in-script")
def end_of_head_in_a_script(result: Result) -> None:
    good(result)
    page = result.page("journal/2024/01/a/index.html")
    assert "<script>var x='</head>';</script>" in page
    assert (
        page.index("feed.xml") > page.index("<script>var x='</head>';</script>") or "feed.xml" in page.split("<script>")[0]
    )


@site("l-excerpt-h1")
def excerpt_beside_a_lightbox(result: Result) -> None:
    assert result.returncode == 0, result.log
    text = text_of(result.page("journal/index.html"))
    assert "Intro." in text
    assert "Rest." not in text


@site("l-excerpt-lost")
def excerpt_of_a_wrapped_page(result: Result) -> None:
    assert result.returncode == 0, result.log
    assert "First paragraph." in text_of(result.page("journal/index.html"))


@site("l-table")
def words_in_tables(result: Result) -> None:
    good(result)
    assert re.search(r"\bt[dh]\b[^{]*\{[^}]*overflow-wrap: *normal", result.page("assets/journal/journal.css"))


@site("n-long-title")
def long_titles(result: Result) -> None:
    good(result)
    assert "subgrid" in result.page("assets/journal/journal.css")


@site("n-mistake-11-optname")
def misspelt_option(result: Result) -> None:
    assert "did you mean 'per_page'?" in result.log or "did you mean per_page?" in result.log


@site("n-mistake-18-nofolder")
def no_folder(result: Result) -> None:
    assert result.returncode == 0, result.log
    assert [line for line in result.ours if "blog" in line and "folder" in line], result.log


@site("n-mistake-2-nodate-title")
def post_without_a_date(result: Result) -> None:
    assert result.returncode == 0, result.log
    assert [line for line in result.ours if line.startswith("docs/journal/hello.md") and "date" in line], result.log


@site("n-pin-feed")
def pinned_post(result: Result) -> None:
    good(result)
    assert titles(result) == ["P2024", "P2023"]
    assert next(text for text in listed(result) if text.startswith("P2")) == "P2021"


@site("n-t-mb")
def addresses_of_materials_blog(result: Result) -> None:
    good(result)
    assert "blog/2024/11/12/hello/index.html" in result.files
    assert (
        "blog/2024/05/06/version-0-3-with-a-rather-long-title-that-will-need-more-than-one-line-on-a-telephone/index.html"
        in result.files
    )


@site("n-tags-plugin")
def tags_beside_materials_plugin(result: Result) -> None:
    good(result)
    page = reader(result, "journal/2024/01/one/index.html")
    assert [href for text, href in page.named if text.strip() == "alpha" and href]
