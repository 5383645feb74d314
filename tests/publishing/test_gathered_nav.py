"""The nav of a configuration into which another program has put the files of a folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.archives.archive import Archive, ArchivePage
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.gathered_nav import as_published
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Routes

DRAFT = "journal/2024-01-01-a.md"
REFUSED = "journal/2024-01-01-z.md"


def publication(*landings: str, folder: str = "journal", generated: bool = True) -> Publication:
    """Return a site with a draft and a refused post, and the landing page that the journal makes if its source is given."""
    date = datetime(2024, 1, 1, tzinfo=UTC)
    post = Post(source=PurePosixPath(DRAFT), title="A", date=date, slug="a", body="", state=State.DRAFT)
    journal = Journal(posts=(), withheld=(post,), refused=(PurePosixPath(REFUSED),))
    plan = OutputPlan(options=Options(folder=folder), journal=journal)
    lists = {}
    for name in landings:
        source = plan.archives.landing.source
        file = OutputFile(source=name, url="", destination=name, generated=generated)
        lists[source] = file, ArchivePage(Archive(kind="index", source=source), 1, 1, source)
    return Publication((Edition(plan=plan, site=SiteInfo(), archive_files=lists),), None, Routes())


@pytest.mark.parametrize(
    ("nav", "kept"),
    [
        (["a.md", DRAFT], ["a.md"]),
        (["a.md", REFUSED], ["a.md"]),
        (["a.md", {"Posts": [DRAFT]}], ["a.md"]),
        (["a.md", {"Posts": [DRAFT, "b.md"]}], ["a.md", {"Posts": ["b.md"]}]),
        (["a.md", {"My post": DRAFT}], ["a.md", {"My post": DRAFT}]),
        (["a.md", {"2024-01-01-a": DRAFT}], ["a.md"]),
        (["a.md", {"Empty": []}], ["a.md", {"Empty": []}]),
    ],
    ids=["alone", "refused", "alone in a list", "in one that stays", "with a title", "with its file name", "an empty list"],
)
def test_what_is_gathered_loses_withheld_posts(nav: list[object], kept: list[object]) -> None:
    """What has a title was written by an author; a list of nothing else goes with it."""
    assert as_published(nav, publication(), []) == kept


def test_what_the_configuration_names_stays() -> None:
    assert as_published(["a.md", DRAFT], publication(), [None, ["a.md", {"B": [DRAFT]}]]) == ["a.md", DRAFT]


ONE, TWO, LANDING = "journal/2024-01-02-one.md", "journal/more/two.md", "journal/index.md"


@pytest.mark.parametrize(
    ("nav", "completed"),
    [
        (["a.md", {"Journal": [ONE, {"More": [TWO]}]}], ["a.md", {"Journal": [LANDING, ONE, {"More": [TWO]}]}]),
        (["a.md", {"Journal": [DRAFT, {"More": [TWO]}]}], ["a.md", {"Journal": [LANDING, {"More": [TWO]}]}]),
        (["a.md", ONE, TWO, "b.md"], ["a.md", LANDING, ONE, TWO, "b.md"]),
        ([ONE, TWO], [LANDING, ONE, TWO]),
        (["a.md", {"X": ["b.md", {"2024-01-02-one": ONE}]}], ["a.md", {"X": ["b.md", LANDING, {"2024-01-02-one": ONE}]}]),
        (["a.md", {"X": "b.md", "2024-01-02-one": ONE}], ["a.md", LANDING, {"X": "b.md", "2024-01-02-one": ONE}]),
        (["a.md", {"News": LANDING}, ONE], ["a.md", {"News": LANDING}, ONE]),
        (["a.md", {"My post": ONE}], ["a.md", {"My post": ONE}]),
        (["a.md", "journals/b.md"], ["a.md", "journals/b.md"]),
    ],
    ids=[
        "a list of the folder",
        "a list with a draft",
        "among others",
        "nothing else",
        "among others in a list",
        "titles in one map",
        "already there",
        "named with a title",
        "another folder",
    ],
)
def test_what_is_gathered_has_the_landing_page_that_the_journal_makes(nav: list[object], completed: list[object]) -> None:
    assert as_published(nav, publication(LANDING), []) == completed


def test_a_landing_page_is_not_added_to_what_an_author_wrote() -> None:
    """Nor if it is an own page, which the other program has seen, or if there is none."""
    assert as_published([ONE, TWO], publication(LANDING), [[{"X": [ONE, TWO]}]]) == [ONE, TWO]
    assert as_published([ONE], publication(LANDING, generated=False), []) == [ONE]
    assert as_published([ONE], publication(), []) == [ONE]


def test_the_whole_site_can_be_the_journal() -> None:
    assert as_published(["a.md", ONE], publication("index.md", folder="."), []) == ["index.md", "a.md", ONE]
