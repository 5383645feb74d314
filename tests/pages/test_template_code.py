"""The byte code of templates is kept as that of modules, and is never that of another template."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import jinja2
import pytest

from mkdocs_journal.pages import direct_templates, template_code
from mkdocs_journal.pages.template_code import code_of
from mkdocs_journal.pages.templates import compile_templates
from mkdocs_journal.publishing.assets import FOLDER


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Callable[[str, str], CodeType]]:
    """The sources that were compiled, and a compiler; Python keeps byte code in a folder of the test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    sources: list[str] = []

    def compile_source(source: str, name: str) -> CodeType:
        sources.append(source)
        return compile(f"text = {source!r}", name, "exec")

    return sources, compile_source


def text_of(code: CodeType) -> object:
    values: dict[str, object] = {}
    exec(code, values)
    return values["text"]


def test_a_template_is_compiled_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: tuple[list[str], Callable[[str, str], CodeType]]
) -> None:
    sources, compile_source = compiled
    file, other = tmp_path / "a.html", tmp_path / "b.html"
    file.write_text("one", encoding="utf-8")
    other.write_text("two", encoding="utf-8")

    for _ in range(2):
        assert text_of(code_of("journal/a.html", file, compile_source)) == "one"
        assert text_of(code_of("journal/b.html", other, compile_source)) == "two"
    assert sources == ["one", "two"]

    file.write_text("three", encoding="utf-8")
    assert text_of(code_of("journal/a.html", file, compile_source)) == "three"
    monkeypatch.setattr(template_code, "_MADE_BY", ("another Jinja",))
    assert text_of(code_of("journal/a.html", file, compile_source)) == "three"
    assert sources == ["one", "two", "three", "three"]


def test_where_nothing_can_be_written_it_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: tuple[list[str], Callable[[str, str], CodeType]]
) -> None:
    sources, compile_source = compiled
    (tmp_path / "a.html").write_text("é", encoding="utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "a.html"))

    for _ in range(2):
        assert text_of(code_of("a", tmp_path / "a.html", compile_source)) == "é"
    assert sources == ["é", "é"]


@pytest.mark.usefixtures("compiled")
def test_each_of_ours_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_templates()
    monkeypatch.setattr(direct_templates, "_compiled_by_default", lambda *_: pytest.fail("compiled again"))
    compile_templates()


@pytest.mark.usefixtures("compiled")
def test_a_template_of_a_site_is_compiled_by_the_environment_of_its_theme(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/byline.html").write_text("{{ 1 }}", encoding="utf-8")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader([tmp_path, FOLDER]))

    direct_templates.direct_template("journal/byline.html", environment, lambda _: None)
    direct_templates.direct_template("journal/cover.html", environment, lambda _: None)

    assert [path.name.split(".")[0] for path in (tmp_path / "cache").rglob("*.pyc")] == ["journal-cover"]
