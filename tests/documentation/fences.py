"""The fenced examples of the README and of the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from tests.conftest import ROOT

_FENCE: Final = re.compile(r'^( *)(`{3,})([\w+-]*)(?: title="([^"]+)")?\n(.*?)^\1\2$', re.MULTILINE | re.DOTALL)
CONTRIBUTORS_ONLY: Final = frozenset({"decisions.md", "architecture.md"})
"""Pages about the code, whose fences are pictures and quotations."""


@dataclass(frozen=True)
class Fence:
    """A fenced block."""

    page: str
    """The file, below the checkout."""
    line: int
    language: str
    title: str
    """The file that it is an example of, or empty."""
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def fences_of(file: Path) -> Iterator[Fence]:
    """Yield the fences of a Markdown file."""
    text = file.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Fence(file.relative_to(ROOT).as_posix(), line, found[3], found[4] or "", found[5])


def all_fences() -> list[Fence]:
    """Return the fences of every page for users."""
    files = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [fence for file in files if file.name not in CONTRIBUTORS_ONLY for fence in fences_of(file)]


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` and other tags of MkDocs as the values behind them."""


_Loader.add_multi_constructor("!", lambda loader, _, node: _plain(loader, node))


def _plain(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)[-1]
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


def read_yaml(text: str) -> object:
    """Return the value of a YAML example."""
    return yaml.load(text, _Loader)


def journals_in(value: object) -> Iterator[Mapping[str, object]]:
    """Yield what a configuration, or a list of plugins, has below `journal`."""
    plugins = value.get("plugins", []) if isinstance(value, dict) else value
    for plugin in plugins if isinstance(plugins, list) else []:
        if isinstance(plugin, dict) and "journal" in plugin:
            yield plugin["journal"] or {}
