"""A journal as other plugins and templates see it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.pages.journal_view import JournalView
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
