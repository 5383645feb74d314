"""A command that fails by a mistake of this package says so, with the file that it was reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.commands.main import main
from tests.command_line import runner


def test_a_bug_is_named_before_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs/journal"
    docs.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [journal]\n", encoding="utf-8")
    (docs / "2024-01-02-a.md").write_text("---\ntags: [x]\n---\nText\n", encoding="utf-8")
    monkeypatch.setattr("mkdocs_journal.posts.post.read_labels", None)

    result = runner().invoke(main, ["list", str(tmp_path)])

    assert isinstance(result.exception, TypeError)
    assert "this is a bug in mkdocs-journal, while reading " in result.stderr
    assert "2024-01-02-a.md: TypeError; please report it" in result.stderr


def test_a_wrong_option_is_no_bug(tmp_path: Path) -> None:
    result = runner().invoke(main, ["list", "--nothing", str(tmp_path)])

    assert result.exit_code == 2
    assert "bug in mkdocs-journal" not in result.stderr
