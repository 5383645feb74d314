"""`shown_path()`: files as messages name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.problems.places import shown_path, working_folder


def test_a_path_is_named_as_seen_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert shown_path(tmp_path / "docs" / "a.md") == "docs/a.md"
    assert shown_path(f"{tmp_path}-other/a.md") == f"{tmp_path}-other/a.md"


def test_without_a_working_folder_paths_are_named_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that still runs may have deleted it."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert working_folder() == ""
    assert shown_path("/docs/a.md") == "/docs/a.md"
