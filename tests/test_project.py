"""What the project promises in its own files: dependencies, versions, addresses, workflows."""

from __future__ import annotations

import ast
import re
import runpy
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from tests.conftest import PACKAGE, ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DISTRIBUTIONS = {"yaml": "pyyaml"}
"""The names of packages that differ from what is imported."""
OPTIONAL = {"properdocs", "pymdownx", "material"}
"""Imported only where it is installed."""


def imported() -> set[str]:
    """Return the top-level names that the package imports, without its own and those of Python."""
    found: set[str] = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - {"mkdocs_journal"} - set(sys.stdlib_module_names)


def test_what_is_imported_is_declared() -> None:
    """And the other way round, time zone data aside, which Python reads by itself."""
    declared = {re.split(r"[<>=~; ]", requirement)[0] for requirement in PROJECT["dependencies"]}

    assert {DISTRIBUTIONS.get(name, name) for name in imported()} - OPTIONAL == declared - {"tzdata"}


def test_each_dependency_has_a_lowest_version() -> None:
    assert all(">=" in requirement for requirement in PROJECT["dependencies"])


def test_the_version_stands_in_two_files_alike() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert citation["version"] == PROJECT["version"]


def test_no_address_is_invented() -> None:
    """Nothing is written where a reader would look for the project in vain; what is known is in `[project.urls]`."""
    files = [
        ROOT / name
        for name in ("README.md", "pyproject.toml", "mkdocs.yml", "CITATION.cff", "CONTRIBUTING.md", "SECURITY.md")
    ]
    files += [*(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.yml")]
    owners = re.compile(r"https?://[^\s)\"']*mkdocs[-_.]journal", re.IGNORECASE)

    for file in files:
        known = set(PROJECT.get("urls", {}).values())
        assert {found for found in owners.findall(file.read_text(encoding="utf-8")) if found not in known} == set(), file


def readme_links() -> list[tuple[str, str]]:
    """Return the paths and anchors of the links and pictures of the README that lead to no other site."""
    links = re.findall(r"\]\(([^)#]*)(#[^)]*)?\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    return [(path, anchor) for path, anchor in links if not path.startswith(("https:", "http:"))]


@pytest.mark.parametrize("folder", ["mkdocs_journal", "docs", "example_site", "benchmarks", "tests", "."])
def test_no_file_names_a_registry_or_a_folder_of_a_machine(folder: str) -> None:
    """Users have registries of their own, and no reader has the folders of those who wrote the project."""
    files = (ROOT / folder).glob("*") if folder == "." else (ROOT / folder).rglob("*")
    suffixes = {".py", ".md", ".yml", ".toml", ".html", ".txt", ".json", ".cfg"}
    foreign = re.compile(r"\bpyp[i]\.org\b|/(?:tm[p]|roo[t]|wor[k]|far[m])/")

    for path in (path for path in files if path.suffix in suffixes and path.is_file()):
        assert not foreign.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_the_links_of_the_readme_are_pages_of_the_documentation() -> None:
    """With their anchors."""
    assert len(readme_links()) > 10
    for path, anchor in readme_links():
        assert path.startswith("docs/")
        assert (ROOT / path).is_file(), path
        text = (ROOT / path).read_text(encoding="utf-8") if anchor else ""
        assert not anchor or f"\n## {anchor[1:].capitalize()}\n" in text, anchor


@pytest.fixture
def description(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """The function that makes the description of the package, without Hatchling, which is there in builds only."""
    for name in ("hatchling", "hatchling.metadata", "hatchling.metadata.plugin", "hatchling.metadata.plugin.interface"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules["hatchling.metadata.plugin.interface"], "MetadataHookInterface", object, raising=False)
    made: Callable[[str, str], str] = runpy.run_path(str(ROOT / "hatch_build.py"))["description"]
    return made


def test_the_description_has_no_link_that_leads_nowhere(description: Callable[[str, str], str]) -> None:
    """Without the address of the documentation it has texts in place of links, and no picture."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    text = description(readme, "")

    assert "](docs/" not in text
    assert "![" not in text
    assert "- A journal in ten minutes, from an empty folder" in text
    assert text.count("```") == readme.count("```")


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[A](docs/tutorial.md)", "[A](https://example.org/a/tutorial/)"),
        ("[A](docs/how-to/publish.md#pin-a-post)", "[A](https://example.org/a/how-to/publish/#pin-a-post)"),
        ("[A](docs/contributors/index.md#licence)", "[A](https://example.org/a/contributors/#licence)"),
        ("[A](docs/index.md)", "[A](https://example.org/a/)"),
        ("![A\nb](docs/how-to/pictures/a.png)", "![A\nb](https://example.org/a/how-to/pictures/a.png)"),
        ("[A](https://example.net/docs/a.md)", "[A](https://example.net/docs/a.md)"),
    ],
)
def test_the_description_links_to_the_documentation(
    written: str, link: str, description: Callable[[str, str], str]
) -> None:
    assert description(written, "https://example.org/a/") == link


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_name_actions_by_hash_and_have_no_permission_by_default(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))

    assert workflow["permissions"] == {}
    used = re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))
    assert used
    assert all(name.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)
    for job in workflow["jobs"].values():
        assert set(job.get("permissions", {}).items()) <= {("contents", "read"), ("id-token", "write")}


def test_workflows_leave_out_what_needs_given_posts() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in WORKFLOWS)

    runs = re.findall(r"-m pytest (.*)", text)
    assert runs
    assert all('-m "not corpora"' in run for run in runs)


def test_each_supported_python_is_classified_and_checked() -> None:
    versions = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    checks = yaml.safe_load((ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8"))

    assert versions == checks["jobs"]["tests"]["strategy"]["matrix"]["python"]
    assert PROJECT["requires-python"] == f">={versions[0]}"
