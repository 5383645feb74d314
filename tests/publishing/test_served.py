"""What only `serve` shows: withheld posts and refused ones."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.previews import where_withheld
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.schedule import schedule
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Route, Routes

SITE = SiteInfo(url="https://example.org/")


def post(name: str, state: State) -> Post:
    date = datetime(2024, 1, 1, tzinfo=UTC)
    return Post(source=PurePosixPath(f"journal/{name}.md"), title=name, date=date, slug=name, body="", state=state)


def page(name: str, *, is_page: bool = True) -> OutputFile:
    source = f"journal/{name}.md"
    return OutputFile(source=source, url=f"journal/{name}/", destination=f"journal/{name}/index.html", is_page=is_page)


def publication(*shown: str) -> Publication:
    """Return a site with one public post, a draft and a scheduled post; `shown` have a page."""
    withheld = (post("draft", State.DRAFT), post("later", State.SCHEDULED))
    journal = Journal(posts=(post("out", State.PUBLISHED),), withheld=withheld)
    files = {PurePosixPath(f"journal/{name}.md"): page(name) for name in ("out", *shown)}
    edition = Edition(plan=OutputPlan(options=Options(), journal=journal), site=SITE, archive_files={}, post_files=files)
    return Publication((edition,), None, Routes())


def test_the_page_of_each_withheld_post_is_named() -> None:
    assert list(where_withheld(publication())) == []

    (found,) = where_withheld(publication("draft"))

    assert (found.code, found.place.file) == ("J123", "journal/draft.md")
    assert "https://example.org/journal/draft/" in found.message


def test_an_old_address_of_a_withheld_post_does_not_lead_to_it() -> None:
    """Of a public post it does, in `serve` as in a build."""
    served = publication("draft")
    links = LinkResolver(served, [file for edition in served.editions for file in edition.post_files.values()], SITE.url)

    assert links.target("/2024/01/01/out.html", page("other")) == "journal/out.md"
    assert not isinstance(links.target("/2024/01/01/draft.html", page("other")), str)


def test_a_path_that_looks_like_an_address_is_a_path_of_the_docs() -> None:
    """In a post its colon may be written with its code."""
    files = [OutputFile(source="a:b.md", url="a:b/", destination="a:b/index.html"), page("out")]

    assert LinkResolver(publication(), files, SITE.url).target("a%3Ab.md", page("out")) == "a:b.md"


def test_a_link_of_the_front_matter_may_be_an_anchor_of_the_page() -> None:
    links = LinkResolver(publication(), [page("out")], SITE.url)

    assert links.named("#part", page("out")) == "journal/out.md"
    assert links.named("?x", page("out")) is None


def test_a_link_from_the_root_leads_to_a_feed() -> None:
    """Feeds have no source; the link is that from the published page."""
    site = publication()
    site.routes.claim(Route("feed.xml", "journal", "feed"))
    links = LinkResolver(site, [page("out")], SITE.url)

    assert links.to_output("/feed.xml", page("out")) == "../../feed.xml"
    assert links.to_output("/other/feed.xml", page("out")) is None


def test_the_problems_of_a_refused_post_are_those_of_its_page() -> None:
    """A refused file that is not a page has none."""
    refused = {PurePosixPath(f"journal/{name}"): page(name, is_page=name == "a") for name in ("a", "b")}
    found = [problem("J302", Place(file.shown, 3, 7), "date", found=Quoted("x")) for file in refused.values()]
    journal = Journal(posts=(), refused=tuple(refused), problems=tuple(found))

    plan = OutputPlan(options=Options(), journal=journal, candidates=refused)

    assert plan.broken_pages() == {"journal/a.md": (found[0],)}
    assert plan.shown(serving=True) == ()


def test_the_schedule_names_the_next_post() -> None:
    """Its day begins where it begins first on Earth; a draft is never due."""
    assert schedule(publication()) == b'{"next": "2024-01-01T00:00:00+14:00", "scheduled": 1}\n'
    assert schedule(Publication((), None, Routes())) == b'{"next": null, "scheduled": 0}\n'


def test_files_of_the_docs_are_shown_by_their_path() -> None:
    file = OutputFile(source="a.md", url="a/", destination="a/index.html", path=Path("docs/a.md"))

    assert (file.shown, page("a").shown) == ("docs/a.md", "journal/a.md")
