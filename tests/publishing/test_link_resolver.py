"""What is found at an address that several things have or had."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.planned_files import planned_publication, published_files
from mkdocs_journal.publishing.site_info import SiteInfo

SITE = SiteInfo(name="S", url="https://example.org/")
PAGE = OutputFile(source="about.md", url="about/", destination="about/index.html")
FILE = OutputFile(source="about.html", url="about.html", destination="about.html", is_page=False)
A, B = "news/2024-01-02-a.md", "news/2024-01-03-b.md"


def resolver(posts: Mapping[str, str], left_out: Collection[str] = ()) -> LinkResolver:
    """Return the resolver of a site with posts, by their front matter, and a page and a file of one name."""
    options = Options(folder="news")
    sources = [Source(path=PurePosixPath(name), shown=name, data=f"---\n{posts[name]}\n---\n".encode()) for name in posts]
    files = {
        one.path: OutputFile(source=one.shown, url=one.shown, destination=one.shown, left_out=one.shown in left_out)
        for one in sources
    }
    read = OutputPlan(options=options, journal=read_journal(sources, options), candidates=files)
    every = (*files.values(), PAGE, FILE)
    plans, together, routes = plan_outputs((read,), SiteOptions(journals=(options,)), Surroundings(files=every), SITE)
    publication = planned_publication(plans, together, routes, SITE)
    return LinkResolver(publication, published_files(publication, every).values(), SITE.url)


def test_an_old_address_of_two_posts_leads_to_neither() -> None:
    links = resolver({A: "redirect_from: [/old/, /both/]", B: "redirect_from: /both/"})

    assert links.target("/old/", PAGE) == A
    assert links.target("/both/", PAGE) is None


def test_of_a_page_and_a_file_the_page_is_found() -> None:
    post = OutputFile(source=A, url="news/2024/01/a/", destination="news/2024/01/a/index.html")

    assert resolver({A: "title: A"}).target("/about/", post) == "about.md"


def test_a_post_that_is_left_out_is_not_at_its_address() -> None:
    assert resolver({A: "title: A"}).target("/news/2024/01/a/", PAGE) == A
    assert resolver({A: "title: A"}, left_out=[A]).target("/news/2024/01/a/", PAGE) is None
