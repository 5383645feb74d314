"""All journals of a site together."""

from __future__ import annotations

from mkdocs_journal.archives.queries import Query
from mkdocs_journal.publishing.selections import selection_of
from tests.publishing.test_translations import of, published


def test_the_posts_of_all_journals_are_put_together_once() -> None:
    """A list in every page of a site would otherwise take the time of pages times posts."""
    files = {"a/2024-01-01-one.md": "title: One", "b/2024-01-02-two.md": "title: Two"}
    publication = published(files, of({"journals": {"a": {}, "b": {}}}))

    together = publication.journal_for("guide.md")

    assert [post.title for post in selection_of(together).select(Query())] == ["Two", "One"]
    assert publication.journal_for("about.md") is together
    assert publication.journal_for("a/2024-01-01-one.md") is publication.editions[0]
