"""The nav of a configuration: what it names, and what another program has put into it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.nav_entries import entries_of, without_gathered
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Routes

DRAFT = "journal/2024-01-01-a.md"


def publication() -> Publication:
    """Return a site with one draft."""
    date = datetime(2024, 1, 1, tzinfo=UTC)
    post = Post(source=PurePosixPath(DRAFT), title="A", date=date, slug="a", body="", state=State.DRAFT)
    plan = OutputPlan(options=Options(), journal=Journal(posts=(), withheld=(post,)))
    return Publication((Edition(plan=plan, site=SiteInfo(), archive_files={}),), None, Routes())


def test_texts_of_a_nav_are_all_but_the_titles() -> None:
    nav = ["a.md", {"B": "b.md"}, {"C": ["c.md", {"D": ["d.md"]}]}, {"E": None}]

    assert list(entries_of(nav)) == ["a.md", "b.md", "c.md", "d.md"]
    assert list(entries_of(None)) == []


@pytest.mark.parametrize(
    ("nav", "kept"),
    [
        (["a.md", DRAFT], ["a.md"]),
        (["a.md", {"Posts": [DRAFT]}], ["a.md"]),
        (["a.md", {"Posts": [DRAFT, "b.md"]}], ["a.md", {"Posts": ["b.md"]}]),
        (["a.md", {"My post": DRAFT}], ["a.md", {"My post": DRAFT}]),
        (["a.md", {"Empty": []}], ["a.md", {"Empty": []}]),
    ],
    ids=["alone", "alone in a list", "in a list that stays", "with a title", "a list that was empty"],
)
def test_what_is_gathered_loses_withheld_posts(nav: list[object], kept: list[object]) -> None:
    """What has a title was written by an author; a list of nothing else goes with it."""
    assert without_gathered(nav, publication(), []) == kept


def test_what_the_configuration_names_stays() -> None:
    assert without_gathered(["a.md", DRAFT], publication(), [None, ["a.md", {"B": [DRAFT]}]]) == ["a.md", DRAFT]
