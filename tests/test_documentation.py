"""Every option, key and problem has an entry in the documentation, written from its one description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import mkdocs_journal
from mkdocs_journal.commands.ending import NO_JOURNAL
from mkdocs_journal.commands.main import main
from mkdocs_journal.front_matter.json_schema import schema_of_front_matter, schema_of_mkdocs, schema_of_options
from mkdocs_journal.options.table import OPTIONS
from mkdocs_journal.publishing.assets import FOLDER
from tests.conftest import HOST, PACKAGE, ROOT, Golden, Site
from tests.documentation.fences import read_yaml
from tests.documentation.reference_pages import commands, commands_text, keys_text, labels_table, options_text

REFERENCE = ROOT / "docs/reference"
SCHEMAS = {"mkdocs": schema_of_mkdocs, "options": schema_of_options, "front-matter": schema_of_front_matter}


def with_written(file: Path, written: str, *, mark: str = "table") -> str:
    """Return the text of a page with `written` between its marks."""
    text = file.read_text(encoding="utf-8")
    first, last = f"<!-- {mark} -->", f"<!-- end of the {mark} -->"
    assert text.count(first) == text.count(last) == 1, file
    head, _, rest = text.partition(first)
    return f"{head}{first}\n\n{written}\n\n{last}{rest.partition(last)[2]}"


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("options.md", options_text()),
        ("keys.md", keys_text()),
        ("commands.md", commands_text()),
        ("labels.md", labels_table()),
    ],
    ids=["options", "keys", "commands", "labels"],
)
def test_reference_tables(page: str, written: str, golden: Golden) -> None:
    """`--update-golden` writes them."""
    golden(REFERENCE / page, with_written(REFERENCE / page, written))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_in_the_package_and_in_the_documentation(name: str, golden: Golden) -> None:
    """They describe the options and keys of this version."""
    written = json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"
    golden(PACKAGE / f"schemas/{name}.schema.json", written)
    golden(REFERENCE / f"schemas/{name}.schema.json", written)


def test_every_template_is_described() -> None:
    text = (REFERENCE / "templates.md").read_text(encoding="utf-8")

    for template in (FOLDER / "journal").iterdir():
        assert f"`journal/{template.name}`" in text


def test_every_command_is_described() -> None:
    """With each of its options and exit codes."""
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")

    for name, command in commands(main):
        assert f"## `mkdocs-journal {name}`" in text
        for option in (option for parameter in command.params for option in parameter.opts if option.startswith("-")):
            assert f"`{option}" in text, option
    assert f"\n| {NO_JOURNAL} |" in text


def test_every_public_name_is_described() -> None:
    """On the page about the Python API."""
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")

    for name in mkdocs_journal.__all__:
        assert f"`{name}`" in text, name


def test_every_page_is_in_the_navigation() -> None:
    """Once; what explains the code is in the part for contributors."""
    config = read_yaml((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert isinstance(config, dict)
    nav = config["nav"]
    pages = list(_pages(nav))
    there = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]

    assert sorted(pages) == sorted(path for path in there if not path.startswith("journal/2"))
    assert "explanation/decisions.md" in next(part["Contributors"][1].values() for part in nav if "Contributors" in part)


def _pages(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages(part)


def test_every_option_and_key_is_in_the_changelog_or_older() -> None:
    """A new option without its line is not done."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    for option in OPTIONS:
        assert f"`{option.name.partition('.')[0]}`" in text, option.name


def test_the_examples_of_options_can_be_used() -> None:
    """Each example of the reference is accepted as it stands there."""
    for option in OPTIONS:
        option.read(yaml.safe_load(option.example))


if HOST != "properdocs":

    def test_the_documentation_builds(tmp_path: Path) -> None:
        """With this plugin, in strict mode, without a message."""
        site = Site(ROOT)

        moment = {"SOURCE_DATE_EPOCH": "1800000000"}  # after the notes of the first version
        options = ("--strict", "-d", str(tmp_path / "site"))
        result = site.build(*options, env=moment, host="mkdocs", config="./mkdocs.yml")

        assert result.returncode == 0, result.log
        assert result.messages == []
        gallery = (tmp_path / "site/start/gallery/index.html").read_text(encoding="utf-8")
        assert '<a href="../../example/">' in gallery
        assert (tmp_path / "site/example/journal/index.html").is_file()
        assert "mkdocs-journal 0.1" in (tmp_path / "site/journal/feed.xml").read_text(encoding="utf-8")


def test_every_decision_names_a_test_that_is_there() -> None:
    """`Test: file::name`, or the golden case that holds it."""
    text = (ROOT / "docs/explanation/decisions.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[^`]+)`", text)

    assert named
    for reference in named:
        path, _, name = reference.partition("::")
        assert (ROOT / path).is_file(), reference
        if name:
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), reference
