"""What the project promises in its own files: dependencies, versions, addresses, workflows."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path
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


def test_the_version_and_the_address_stand_in_several_files_alike() -> None:
    """The address of the documentation is set in `mkdocs.yml`."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    address = re.search(r"^site_url: (\S+)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert citation["version"] == PROJECT["version"]
    assert address
    assert citation["url"] == address[1]
    assert all(url.startswith(address[1]) for url in PROJECT["urls"].values())
    links = [link for link in re.findall(r"\]\(([^)]+)\)", readme) if not link.startswith("#")]
    assert links
    assert all(link.startswith(address[1]) for link in links)


def test_the_links_of_the_readme_are_pages_of_the_documentation() -> None:
    """With their anchors."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path, anchor in re.findall(r"\(https://[^/)]+/([^)#]*)(#[^)]*)?\)", readme):
        file = ROOT / "docs" / (path if path.endswith(".png") else path.rstrip("/") + ".md")
        file = file if file.exists() else file.with_suffix("") / "index.md"
        assert file.exists(), path
        assert not anchor or f"\n## {anchor[1:].capitalize()}\n" in file.read_text(encoding="utf-8"), anchor


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
