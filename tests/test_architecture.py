"""The order of imports and the sizes, as CONTRIBUTING says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import PACKAGE

MODULES = sorted(PACKAGE.rglob("*.py"))
assert MODULES, "no modules found"

LEVELS = [
    {"plugin", "commands"},
    {"hosts"},
    {"moving"},
    {"publish", "editing"},
    {"pages", "audit"},
    {"feeds"},
    {"metadata"},
    {"publishing"},
    {"journal"},
    {"archives", "history"},
    {"markup"},
    {"posts"},
    {"front_matter"},
    {"urls"},
    {"text", "language"},
    {"options"},
    {"files", "spelling", "zones", "addresses"},
    {"problems"},
]
"""A module imports from its own room and from the levels below it."""
WITH_HOST = {"plugin", "commands", "hosts"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def level(name: str) -> int:
    return next(number for number, rooms in enumerate(LEVELS) if name in rooms)


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    """Return every part of a module's syntax tree; each is read once for all tests."""
    return tuple(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


@cache
def imports(module: Path) -> list[str]:
    found = []
    for node in nodes(module):
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


def test_few_dataclasses_are_made_by_the_import() -> None:
    """Each costs every build a part of a millisecond; values that only we use are named tuples, which cost a quarter."""
    program = (
        "import sys, mkdocs_journal.plugin\n"
        "from dataclasses import is_dataclass\n"
        "ours = [module for name, module in sys.modules.items() if name.startswith('mkdocs_journal')]\n"
        "kinds = {kind for module in ours for kind in vars(module).values() if isinstance(kind, type)}\n"
        "own = [kind for kind in kinds if is_dataclass(kind) and kind.__module__.startswith('mkdocs_journal')]\n"
        "print(*sorted(kind.__name__ for kind in own))\n"
    )

    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert {"Edition", "Journal", "Post"} <= set(made)
    assert len(made) <= 40, made


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    """Imports for types count: a circle of them is a circle in the reader's head as well."""
    names = {"mkdocs_journal." + ".".join(module.relative_to(PACKAGE).with_suffix("").parts): module for module in MODULES}
    waiting = {name: {other for other in imports(module) if other in names} for name, module in names.items()}
    while free := [name for name, others in waiting.items() if not others]:
        for name in free:
            del waiting[name]
        for others in waiting.values():
            others.difference_update(free)

    assert not waiting, "modules of a circle, or above one"


HOST = PACKAGE / "hosts" / "mkdocs"


@pytest.mark.parametrize("module", sorted(HOST.glob("[!_]*.py")), ids=lambda module: module.name)
def test_what_needs_no_host_is_elsewhere(module: Path) -> None:
    """Every module of the host's room imports the host."""
    assert any(name.split(".")[0] == "mkdocs" for name in imports(module))


def test_private_parts_of_the_host_are_used_in_one_module() -> None:
    for module in (*HOST.glob("*.py"), PACKAGE / "plugin.py", *(PACKAGE / "commands").glob("*.py")):
        if module.name == "internals.py":
            continue
        for node in nodes(module):
            if (
                isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr) and node.attr != "_replace"
            ):  # named tuples
                assert isinstance(node.value, ast.Name), f"{module.name}: {node.attr}"
                assert node.value.id == "self", f"{module.name}: {node.value.id}.{node.attr}"


def test_the_top_has_rooms_and_few_modules() -> None:
    modules = {module.stem for module in PACKAGE.glob("[!_]*.py")} - {"plugin"}

    assert len(modules) <= 5


def test_modules_of_different_rooms_have_different_names() -> None:
    """But for the edge: a module of a host may have the name of the room or module that it serves."""
    names: dict[str, list[str]] = {}
    for module in MODULES:
        if room(module) != "hosts" and not module.name.startswith("__"):
            names.setdefault(module.name, []).append(room(module))

    assert {name: rooms for name, rooms in names.items() if len(rooms) > 1} == {}


RAISING = {"urlsplit", "urlparse", "urljoin", "urldefrag", "urlunsplit", "urlunparse"}
"""Functions of `urllib.parse` that raise for what authors may write."""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_one_module_takes_addresses_apart(module: Path) -> None:
    """Every other module uses its functions, which answer for malformed addresses as well."""
    if module.name == "addresses.py" and module.parent == PACKAGE:
        return
    of_imports = (node for node in nodes(module) if isinstance(node, ast.Import | ast.ImportFrom))
    imported = {alias.name for node in of_imports for alias in node.names}
    named = {node.attr for node in nodes(module) if isinstance(node, ast.Attribute)}
    assert not (imported | named) & RAISING
    assert not imported & {"urllib", "urllib.parse"}


def test_one_module_decodes_entities() -> None:
    """The function of the standard library raises for numbers of thousands of digits."""
    assert [module.name for module in MODULES if re.search(r"\bunescape\b", module.read_text())] == ["entities.py"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_caches_have_a_bound(module: Path) -> None:
    """A cache without one lives as long as `serve`, and grows; a function without parameters has one value."""
    for node in nodes(module):
        if isinstance(node, ast.FunctionDef) and node.args.args:
            for decorator in map(ast.unparse, node.decorator_list):
                assert not re.search(r"\bcache$|maxsize=None", decorator), f"{module.name}: {node.name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_sizes(module: Path) -> None:
    """A module has at most 300 lines, a function 40."""
    text = module.read_text(encoding="utf-8")

    assert text.count("\n") <= 300
    for node in nodes(module):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{module.name}: {node.name}"
