"""The nav of a configuration: what it names."""

from __future__ import annotations

from mkdocs_journal.publishing.nav_entries import entries_of


def test_texts_of_a_nav_are_all_but_the_titles() -> None:
    nav = ["a.md", {"B": "b.md"}, {"C": ["c.md", {"D": ["d.md"]}]}, {"E": None}]

    assert list(entries_of(nav)) == ["a.md", "b.md", "c.md", "d.md"]
    assert list(entries_of(None)) == []
