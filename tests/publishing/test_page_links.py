"""Quick ways of `PageLinkRewriter` do what the plain ways do."""

from __future__ import annotations

import pytest

from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.planned_files import planned_edition
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo

PAGE = OutputFile(source="about.md", url="about/", destination="about/index.html", data=b"# About\n")
SITE = SiteInfo(name="S", url="https://example.org/docs/")


@pytest.fixture
def rewriter() -> PageLinkRewriter:
    """Rewrites the links of a site with one page and an empty journal."""
    read = OutputPlan(options=Options(), journal=Journal(posts=()), candidates={})
    plans, _, routes = plan_outputs((read,), SiteOptions(), Surroundings(files=(PAGE,)), SITE)
    publication = Publication(tuple(planned_edition(plan, SITE) for plan in plans), None, routes)
    return PageLinkRewriter(LinkResolver(publication, (PAGE,), SITE.url))


@pytest.mark.parametrize("link", ["#", "#a", "#a/b.md?c#d", "#[", "#//[", "#ü", "#\ud800", "#a b", "##", "#http://["])
def test_a_link_to_a_heading(link: str, rewriter: PageLinkRewriter) -> None:
    assert rewriter.rewrite(link, PAGE) == rewriter.found(link, PAGE)


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
    ],
)
def test_a_page_without_links_to_rewrite(html: str, rewriter: PageLinkRewriter, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = rewriter.finish(html, PAGE)
    monkeypatch.setattr(PageLinkRewriter, "may_change", lambda *_: True)

    assert quick == rewriter.finish(html, PAGE)
