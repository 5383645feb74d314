"""What the documentation names is there: options, codes, commands, templates, files of the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_journal.commands.main import main
from mkdocs_journal.front_matter.keys import NAMES_OF
from mkdocs_journal.options.table import NAMES, OPTIONS
from mkdocs_journal.problems.kinds import KINDS
from tests.conftest import PACKAGE, ROOT
from tests.documentation.reference_pages import commands

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
IDS = [page.relative_to(ROOT).as_posix() for page in PAGES]


def codes_in(page: Path) -> Iterator[str]:
    """Yield what a page has between backticks in a line."""
    text = re.sub(r"^( *)(`{3,}).*?^\1\2$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_options_are_there(page: Path) -> None:
    """Those below a group, as `feeds.limit`."""
    known = {option.name for option in OPTIONS}
    named = {found[0] for code in codes_in(page) if (found := re.match(r"(?:feeds|archives)\.[a-z_]+", code))}

    assert named <= known


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_codes_of_problems_are_there(page: Path) -> None:
    named = set(re.findall(r"\bJ\d{3}\b", page.read_text(encoding="utf-8")))

    assert named <= set(KINDS)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_commands_are_there(page: Path) -> None:
    """With the options that are named beside them."""
    known = dict(commands(main))
    for code in codes_in(page):
        if found := re.match(r"mkdocs-journal ([a-z]+(?: [a-z]+)?)", code):
            name = next((name for name in (found[1], found[1].split()[0]) if name in known), None)
            assert name, code
            options = {option for parameter in known[name].params for option in parameter.opts}
            assert set(re.findall(r"--[a-z-]+", code)) <= options, code


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_templates_and_files_are_there(page: Path) -> None:
    """Templates of the journal; modules and folders of the package and of the checkout."""
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir()}
    for code in codes_in(page):
        if re.fullmatch(r"journal/[a-z-]+\.html", code):
            assert (PACKAGE / "templates" / code).is_file(), code
        elif (
            re.fullmatch(r"(?:tests|docs|benchmarks|example_site|mkdocs_journal)/[\w./-]*", code)
            and page.parent.name != "how-to"
        ):
            assert (ROOT / code).exists() or page.name in {"tutorial.md", "editors.md", "labels.md"}, code
        elif re.fullmatch(r"[a-z_]+/[\w/]+\.py", code) and code.split("/")[0] in rooms:
            assert (PACKAGE / code).is_file(), code


def test_keys_in_the_headings_of_the_reference_are_keys() -> None:
    """And options likewise, so that no heading outlives what it describes."""
    keys, options = ((ROOT / f"docs/reference/{name}.md").read_text(encoding="utf-8") for name in ("keys", "options"))

    assert set(re.findall(r"^## `(\w+)`$", keys, re.MULTILINE)) <= set(NAMES_OF)
    assert {name.partition(".")[0] for name in re.findall(r"^### `([\w.]+)`", options, re.MULTILINE)} <= set(NAMES)


def test_numbers_are_right() -> None:
    """The size of the stylesheet, and how many languages have labels."""
    sheet = (PACKAGE / "templates/assets/journal/journal.css").stat().st_size
    languages = len(list((PACKAGE / "locale").glob("*.json")))

    assert f"the stylesheet has {-(-sheet // 1000)} kB" in (ROOT / "docs/how-to/pages.md").read_text(encoding="utf-8")
    for page in PAGES:
        assert set(re.findall(r"(\d+)\s+languages", page.read_text(encoding="utf-8"))) <= {str(languages)}, page


def test_the_picture_of_the_architecture_has_every_room() -> None:
    picture = (ROOT / "docs/explanation/architecture.md").read_text(encoding="utf-8").split("```")[1]
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir() and (folder / "__init__.py").exists()}

    assert {name for name in rooms if f"{name}/" not in picture} == set()
