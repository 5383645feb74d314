"""Links between published pages."""

from __future__ import annotations

import pytest

from mkdocs_journal.urls.links import encoded, encoded_link, mended, moved, relative, resolve


@pytest.mark.parametrize(
    ("to", "base", "link"),
    [
        ("a/b/", "", "a/b/"),
        ("", "a/b/", "../../"),
        ("", "", "./"),
        ("a/b/", "a/b/", "./"),
        ("a/b.html", "a/c.html", "b.html"),
        ("feed.xml", "a/b/", "../../feed.xml"),
        ("a/x.png", "a/b.html", "x.png"),
        ("index.html", "a/b.html", "../index.html"),
    ],
)
def test_relative_links_lead_from_page_to_page(to: str, base: str, link: str) -> None:
    assert relative(to, base) == link


@pytest.mark.parametrize(
    ("link", "base", "path"),
    [
        ("../x.png", "a/b/", "a/x.png"),
        ("x%20y.png?v=1#z", "a/b/", "a/b/x y.png"),
        ("..", "a/b/", "a/"),
        ("./", "a/b/", "a/b/"),
        ("../../../up", "a/b/", "../up"),
        ("x", "a/b.html", "a/x"),
        ("..", "a/", ""),
        ("./?page=2", "", ""),
    ],
)
def test_a_relative_link_is_resolved_as_a_browser_does(link: str, base: str, path: str) -> None:
    assert resolve(link, base) == path


def test_html_that_stays_where_it_is_keeps_its_bytes() -> None:
    assert moved("<a href='x'>", "a/", "a/") == "<a href='x'>"


def test_links_of_an_excerpt_lead_to_the_same_places_from_its_list() -> None:
    html = '<a href="../../p.png?x=1#y">a</a> <a href="#part">b</a> <a href="https://e.org/">c</a> <img src="/abs.png">'

    assert moved(html, "journal/2024/post/", "journal/") == (
        '<a href="p.png?x=1#y">a</a> <a href="2024/post/#part">b</a> <a href="https://e.org/">c</a> <img src="/abs.png">'
    )


FILES = {"journal/photo 1.png": "journal/photo%201.png", "journal/new/index.html": "journal/new/", "x/index.html": "x/"}


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("photo%201.png", "../photo%201.png"),
        ("../photo%201.png#a", "../photo%201.png#a"),
        ("../x/", "../../x/"),
        ("./", "./"),
        ("nowhere.png", "nowhere.png"),
        ("https://example.org/photo.png", "https://example.org/photo.png"),
        ("/photo.png", "/photo.png"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#part", "#part"),
    ],
)
def test_a_link_written_for_the_place_of_the_source_is_mended(written: str, link: str) -> None:
    """The page is at `journal/new/`, its file is `journal/post.md`; a link that leads somewhere stays."""
    html = f'<p><img src="{written}"></p>'

    out = mended(html, "journal/new/", ("journal/post.md", "journal/post/"), FILES, FILES.__getitem__)

    assert out == f'<p><img src="{link}"></p>'


@pytest.mark.parametrize(
    "html",
    [
        "<img src='{}'>", "<img src={}>", "<IMG SRC=\"{}\">", '<img src = "{}">', '<object data="{}">',
        '<a href="/x">y</a><img src="{}">', '<img src="?a=1&amp;b=2"><img src="{}">',
        "<img src='../x.png'><img src='{}'>",
        "<td background='{}'>", '<p style="background:url(&quot;{}&quot;)">', "<style>p {{ background: url({}) }}</style>",
        '<button formaction="{}">', '<form action={}>', '<link imagesrcset="{} 1x">', "<img longdesc={}>",
        '<svg><use href="{}#a"/></svg>', "<svg><image xlink:href='{}'/></svg>", "<source srcset='{}'>",
    ],
)  # fmt: skip
def test_raw_html_is_mended_however_it_is_written(html: str) -> None:
    out = mended(html.format("x.png"), "journal/new/", ("journal/post.md",), {"journal/x.png": "journal/x.png"}, str)

    assert "../x.png" in out


def test_each_candidate_of_a_srcset_is_mended() -> None:
    html = '<img srcset="photo%201.png 1x, photo%201.png 2x" poster="photo%201.png">'

    out = mended(html, "journal/new/", ("journal/post.md",), FILES, FILES.__getitem__)

    assert out == '<img srcset="../photo%201.png 1x, ../photo%201.png 2x" poster="../photo%201.png">'


def test_a_path_is_encoded_once_and_keeps_its_slashes() -> None:
    assert encoded("a b/ü/100%.html") == "a%20b/%C3%BC/100%25.html"


def test_query_and_fragment_of_a_link_stay_what_they_are() -> None:
    assert encoded_link("a%20b/ü/?q=ü&to=/x#%C3%BC") == "a%20b/%C3%BC/?q=%C3%BC&to=/x#%C3%BC"
