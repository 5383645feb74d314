"""Finds the line of an option in the configuration file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST: Final = 20
"""The longest chain of files that inherit from each other."""
_Found = tuple[int, str, yaml.Node]
"""The number of characters of an option's name that were not found, the file, and the deepest value found."""


def place_of_option(path: Path | str | None, option: str = "") -> Place:
    """Return where an option of the plugin is written.

    An option that a journal inherits is found where it is inherited from. One that is not written is found where the
    options above it are, else where the plugin is named; if that is not found either, the place has no line, as when
    a hook sets the option.

    Args:
        path: The configuration file; None if MkDocs read it from a stream.
        option: The option as messages name it, such as `journals.news.feeds.atom`; empty for the file.
    """
    found = (
        min(_candidates(str(path), option), key=lambda candidate: candidate[0], default=None) if path and option else None
    )
    if not found:
        return Place(shown_path(path or "mkdocs.yml"))
    _, file, node = found
    return Place(shown_path(file), node.start_mark.line + 1, node.start_mark.column + 1)


def _candidates(path: str, option: str) -> Iterator[_Found]:
    parts = option.split(".")
    for file, root in _files(path):
        for plugin in _plugins(root):
            yield _deepest(plugin, option, file)
            shared = (_deepest(plugin, ".".join(parts[start:]), file) for start in range(1, len(parts)))
            yield from (found for found in shared if not found[0])


def _deepest(node: yaml.Node, option: str, file: str) -> _Found:
    """Return the value of an option below a node, or the nearest one above it; names of journals may contain dots."""
    names = _names(node)
    ends = [*(dot.start() for dot in re.finditer(r"\.", option)), len(option)]
    found = [(*names[option[:end]], end) for end in ends if option[:end] in names]
    if not found:
        return len(option), file, node
    _, value, end = min(found, key=lambda one: one[0])
    return _deepest(value, option[end + 1 :], file) if end < len(option) else (0, file, value)


@lru_cache(maxsize=64)  # many options may be looked up below one node
def _names(node: yaml.Node) -> Mapping[str, tuple[int, yaml.Node]]:
    """Return the first value of each name in a mapping, with its number."""
    found: dict[str, tuple[int, yaml.Node]] = {}
    for number, (name, value) in enumerate(_entries(node)):
        found.setdefault(name, (number, value))
    return found


def _files(path: str) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the configuration file and the files that it inherits from, as far as they are readable."""
    for _ in range(_MOST):
        try:
            about = Path(path).stat()
            root = _root(path, about.st_mtime_ns, about.st_size)
        except (OSError, ValueError, yaml.YAMLError):
            return
        if root is None:
            return
        yield path, root
        parent = _entry(root, "INHERIT")
        if not isinstance(parent, yaml.ScalarNode):
            return
        path = str(Path(path).parent / parent.value)


@lru_cache(maxsize=_MOST)
def _root(path: str, _changed: int, _size: int) -> yaml.Node | None:
    """Return the node of a configuration; many options are looked up in the same file."""
    root: yaml.Node | None = yaml.compose(bytes_of(Path(path)).decode("utf-8-sig"), Loader=_Loader)
    return root


def _plugins(root: yaml.Node) -> Iterator[yaml.Node]:
    """Yield each entry of the plugin, in a list of plugins or by name."""
    plugins = _entry(root, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for item in items:
        if isinstance(item, yaml.ScalarNode) and item.value == "journal":
            yield item
        elif options := _entry(item, "journal"):
            yield options


def _entry(node: object, name: str) -> yaml.Node | None:
    return next((value for key, value in _entries(node) if key == name), None)


def _entries(node: object) -> Iterator[tuple[str, yaml.Node]]:
    """Yield names and values of a mapping; merged ones come last."""
    if not isinstance(node, yaml.MappingNode):
        return
    merged: list[yaml.Node] = []
    for key, value in node.value:
        if key.value == "<<":
            merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
        else:
            yield str(key.value), value
    for value in merged:
        yield from _entries(value)
