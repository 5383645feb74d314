"""What the configuration, templates and programs of a site say, in which files may be named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_journal.publishing.attachments import texts_of_configuration


def test_settings_templates_and_programs_are_read_and_patterns_are_not(tmp_path: Path) -> None:
    """A folder with the name of a template, and a program that is gone, have no text."""
    (tmp_path / "theme/folder.html").mkdir(parents=True)
    (tmp_path / "theme/main.html").write_text("template", encoding="utf-8")
    (tmp_path / "hook.py").write_text("program", encoding="utf-8")
    settings = {"site_name": "name", "exclude_docs": "pattern", "audit": {"allow": ["file"]}, "extra": ["value"]}

    texts = texts_of_configuration([settings], str(tmp_path / "theme"), [tmp_path / "hook.py", tmp_path / "gone.py"])

    assert [text for text in texts if text not in settings] == ["name", "value", "template", "program"]


def test_a_template_that_cannot_be_read_has_no_text(tmp_path: Path, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one in a folder that may not be entered; no template of the site may use it."""
    (locked / "main.html").write_text("template", encoding="utf-8")
    assert list(texts_of_configuration([], str(tmp_path), [])) == []

    monkeypatch.setattr(os.path, "isfile", lambda _: True)
    assert set(texts_of_configuration([], str(tmp_path), [])) == {""}
