"""The order of imports and the sizes, as CONTRIBUTING says."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mkdocs_journal"
MODULES = sorted(PACKAGE.rglob("*.py"))
assert MODULES, "no modules found"

LEVELS = [
    {"plugin", "commands"},
    {"hosts"},
    {"feeds", "metadata", "audit"},
    {"publishing"},
    {"journal"},
    {"archives", "history"},
    {"posts"},
    {"front_matter"},
    {"urls"},
    {"text", "language"},
    {"options"},
    {"spelling", "zones", "addresses"},
    {"problems"},
]
"""A module imports from its own room and from the levels below it."""
WITH_HOST = {"plugin", "commands", "hosts"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def level(name: str) -> int:
    return next(number for number, rooms in enumerate(LEVELS) if name in rooms)


def imports(module: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_imports_lead_down(module: Path) -> None:
    own = room(module)
    if own in {"__init__", "__main__"}:
        return
    for name in imports(module):
        if name.startswith("mkdocs_journal."):
            other = name.split(".")[1]
            allowed = other == own or level(other) > level(own)
            assert allowed, f"{module.name} imports {name}"


def test_few_modules_stand_beside_the_rooms() -> None:
    """At most five, `plugin.py` and the dunder files not counted."""
    beside = {path.stem for path in PACKAGE.glob("*.py")} - {"plugin", "__init__", "__main__"}

    assert len(beside) <= 5, sorted(beside)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_only_the_edge_imports_the_host(module: Path) -> None:
    if room(module) not in WITH_HOST:
        assert not [name for name in imports(module) if name.split(".")[0] in {"mkdocs", "properdocs", "material"}]


def test_the_rules_run_where_no_host_can_be_imported() -> None:
    program = (
        "import sys; sys.modules.update(mkdocs=None, properdocs=None)\n"
        "import mkdocs_journal, mkdocs_journal.archives.archive, mkdocs_journal.feeds.atom, mkdocs_journal.feeds.rss\n"
        "import mkdocs_journal.feeds.json_feed, mkdocs_journal.feeds.content, mkdocs_journal.metadata.head\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


RAISING = {"urlsplit", "urlparse", "urljoin", "urldefrag", "urlunsplit", "urlunparse"}
"""Functions of `urllib.parse` that raise for what authors may write."""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_one_module_takes_addresses_apart(module: Path) -> None:
    """Every other module uses its functions, which answer for malformed addresses as well."""
    if module.name == "addresses.py" and module.parent == PACKAGE:
        return
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert not (imported | named) & RAISING
    assert not imported & {"urllib", "urllib.parse"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_sizes(module: Path) -> None:
    """A module has at most 300 lines, a function 40."""
    text = module.read_text(encoding="utf-8")

    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{module.name}: {node.name}"
