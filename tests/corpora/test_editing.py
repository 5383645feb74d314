"""Edits of real posts and their undoing: the same bytes."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText


def test_every_given_post_is_the_same_after_an_edit_and_its_undoing(shared: Path) -> None:
    """A key is added and removed, and a value is replaced by the same."""
    edited = 0
    for path in sorted((shared / "corpora").rglob("*")):
        if path.suffix not in {".md", ".markdown"} or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        try:
            front = FrontMatterText(text)
        except (EditError, UnicodeError):
            continue
        if not front.entries:
            continue
        added = front.with_value("never_there", "1")
        assert FrontMatterText(added).without("never_there") == text, path
        for entry in front.entries:
            last = front.entry(entry.key.text.casefold())
            if last is entry and "\n" not in text[entry.key.end : entry.start]:  # other values are replaced by one line
                written = text[entry.start : entry.end]
                assert front.with_value(entry.key.text.casefold(), written).replace(" \n", "\n") == text.replace(
                    " \n", "\n"
                )
        edited += 1
    assert edited > 2000
