"""Quick ways of `PageLinkRewriter` do what the plain ways do."""

from __future__ import annotations

import pytest

from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import MARKDOWN
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.planned_files import planned_edition
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo

PAGE = OutputFile(source="about.md", url="about/", destination="about/index.html", data=b"# About\n")
PAGES = (
    PAGE,
    OutputFile(source="a/b.md", url="a/b/", destination="a/b/index.html"),
    OutputFile(source="a/c~d/e.md", url="a/c~d/e/", destination="a/c~d/e/index.html"),
    OutputFile(source="a/x%20y/f.md", url="a/x%2520y/f/", destination="a/x%20y/f/index.html"),
    OutputFile(source="a/feed.xml", url="a/feed.xml", destination="a/feed.xml", is_page=False),
    OutputFile(source="a/p.png", url="a/p.png", destination="a/p.png", is_page=False),
)
SITE = SiteInfo(name="S", url="https://example.org/docs/")


@pytest.fixture
def rewriter() -> PageLinkRewriter:
    """Rewrites the links of a site with a few pages and an empty journal."""
    read = OutputPlan(options=Options(), journal=Journal(posts=()), candidates={})
    plans, _, routes = plan_outputs((read,), SiteOptions(), Surroundings(files=PAGES), SITE)
    publication = Publication(tuple(planned_edition(plan, SITE) for plan in plans), None, routes)
    return PageLinkRewriter(LinkResolver(publication, PAGES, SITE.url))


@pytest.mark.parametrize("link", ["#", "#a", "#a/b.md?c#d", "#[", "#//[", "#ü", "#\ud800", "#a b", "##", "#http://["])
def test_a_link_to_a_heading(link: str, rewriter: PageLinkRewriter) -> None:
    assert rewriter.rewrite(link, PAGE) == rewriter.found(link, PAGE)


LINKS = (
    *(
        "about.md",
        "b.md",
        "b.md#",
        "b.md#part-1.2",
        "b.md#a b",
        "b.md#ü",
        "b.md?x",
        "b.md?x#y",
        "a/b.md",
        "c~d/e.md",
        "e.md",
    ),
    *("", ".", "..", "./b.md", "../about.md", "../a/b.md", "c~d/../b.md", "a//b.md", "a/", "c~d/", "/about.md", "/a/b.md"),
    *("b%2Emd", "f.md", "x%20y/f.md", "x%2520y/f.md", "b.md ", " b.md", "b.md\n", "b;md", "b.md:1", "a:b.md", "B.md", "b"),
    *(
        "feed.xml",
        "a/feed.xml",
        "../journal/feed.xml",
        "journal/feed.xml",
        "p.png",
        "a/p.png#x",
        "..b.md",
        ".b.md",
        "b.md.",
    ),
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.source)
def test_a_link_of_plain_names(page: OutputFile, rewriter: PageLinkRewriter) -> None:
    assert [rewriter.rewrite(link, page) for link in LINKS] == [rewriter.found(link, page) for link in LINKS]


def test_quick_are_those_that_mkdocs_finds(rewriter: PageLinkRewriter, monkeypatch: pytest.MonkeyPatch) -> None:
    plain: list[str] = []
    monkeypatch.setattr(PageLinkRewriter, "found", lambda _, link, __: plain.append(link))
    for link in LINKS:
        rewriter.rewrite(link, PAGES[1])

    assert set(LINKS) - set(plain) == {"b.md", "b.md#", "b.md#part-1.2", "c~d/e.md", "p.png"}


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p>",
        '<a href="b/">README.md</a>',
        '<a href="x.MD">',
        "<a href=/about/>",
        '<a href="/x" title="a > b">',
        "a.md",
        '="/',
        '<a href="b.MKDOWN">b</a>',
        '<a href="b.markdown#c">b</a> a.py',
        "<a href='/x'>",
        "<img srcset=/x.png>",
        '<td background="/x.png">',
        '<p style="background:url(/x.png)">',
        "<style>p { background: url( /x.png ) }</style>",
        "url(/x.png)",
        '<a href="drafts/b/">b</a>',
        '<a href = "/journal/feed.xml">',
        "<a href=\n'/journal/feed.xml'>",
        '<a href=" /journal/feed.xml ">',
        '<img src="p.png" srcset="p.png 1x, /journal/feed.xml 2x">',
        '<p style="list-style: URL(/journal/feed.xml)">',
        '<img src="p.png" SRCSET="p.png 1x, /journal/feed.xml 2x">',
    ],
)
def test_a_page_without_links_to_rewrite(html: str, rewriter: PageLinkRewriter, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = rewriter.finish(html, PAGE)
    monkeypatch.setattr(PageLinkRewriter, "may_change", lambda *_: True)

    assert quick == rewriter.finish(html, PAGE)


def test_a_page_with_a_link_to_rewrite(rewriter: PageLinkRewriter) -> None:
    assert rewriter.finish('<a href="/journal/feed.xml">feed</a>', PAGE) == ('<a href="../journal/feed.xml">feed</a>', ())


def test_every_suffix_of_a_source_has_the_sign_that_is_looked_for(rewriter: PageLinkRewriter) -> None:
    for suffix in MARKDOWN:
        assert rewriter.may_change(f'<a href="a{suffix}">')
        assert rewriter.may_change(f'<a href="A{suffix.upper()}">')


@pytest.mark.parametrize(
    "html", ['<p style="a:url(/x.png)">', "<style>a{a:url(/x.png)}</style>", '<td background="/x.png">']
)
def test_an_address_from_the_root_is_looked_for_in_styles(html: str, rewriter: PageLinkRewriter) -> None:
    assert rewriter.may_change(html)
