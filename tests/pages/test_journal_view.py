"""A journal as other plugins and templates see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.pages import journal_view
from mkdocs_journal.pages.journal_view import JournalView
from mkdocs_journal.pages.post_views import PostView
from tests.test_publish import RICH, written


def test_every_part_of_a_journal_can_be_read(tmp_path: Path) -> None:
    _, publication = written(tmp_path, RICH)
    edition = publication.editions[0]

    view = JournalView(edition, "about/")

    assert (view.title, view.url) == (edition.title, "../journal/")
    assert [post.title for post in view.posts] == [post.title for post in edition.journal.posts]
    assert [dict(post.meta) for post in view.posts] == [copied(post.meta) for post in edition.journal.posts]
    assert [year.name for year in view.years] == [year.name for year in edition.archives.years]
    for kind, links in (
        ("tags", view.tags),
        ("categories", view.categories),
        ("authors", view.authors),
        ("series", view.series),
    ):
        archive = edition.archives.kinds.get(kind)
        assert [link.name for link in links] == ([part.name for part in archive.parts] if archive else [])
    assert len(view.feeds) == len(edition.feeds)
    assert view.data is edition.journal


def test_only_the_posts_that_a_template_shows_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of the newest posts beside each page costs the same on a site of many posts."""
    _, publication = written(tmp_path, RICH)
    edition = publication.editions[0]
    made: list[str] = []

    def view(*given: object) -> PostView:
        made.append("")
        return PostView(*given)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(journal_view, "PostView", view)
    posts = JournalView(edition, "about/").posts

    assert len(posts) == len(edition.journal.posts) > 3
    assert [post.title for post in (*posts[:2], posts[-1])] == [
        edition.journal.posts[number].title for number in (0, 1, -1)
    ]
    assert len(made) == 3
    assert len(posts[:1] + posts) == len(posts + posts[:1]) == len(sum([posts], ())) + 1 == len(posts) + 1
