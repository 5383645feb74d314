"""The plugin added to `mkdocs.yml`, the rest of the file byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import yaml

from mkdocs_journal.editing.config_nodes import end_of_text, read_nodes, written
from mkdocs_journal.editing.front_matter_text import EditError

_DEFAULT: Final = "search"
"""The plugin that MkDocs uses if there is no list of plugins."""
_LISTS: Final = frozenset({"tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
_BY_HAND: Final = "its list of plugins is not a list with an item; add the plugin by hand"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the configuration of a site says that the plugin is added by."""

    docs_dir: str
    """Empty if it is not set."""
    plugins: tuple[str, ...]
    """The names of the plugins in the file."""
    inherits: str = ""
    """The file whose settings count where this one has none, or empty."""


def read_settings(text: str) -> SiteSettings:
    """Return the folder of the docs and the plugins that a configuration names.

    Raises:
        EditError: It cannot be read.
    """
    values = {key.value: value for key, value in _pairs(text)}
    plugins = values.get("plugins")
    names: list[yaml.Node] = []
    if isinstance(plugins, yaml.SequenceNode):
        names = [item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item for item in plugins.value]
    elif isinstance(plugins, yaml.MappingNode):
        names = [key for key, _ in plugins.value]
    found = tuple(str(name.value) for name in names if isinstance(name, yaml.ScalarNode))
    texts = {name: value.value for name, value in values.items() if isinstance(value, yaml.ScalarNode)}
    return SiteSettings(texts.get("docs_dir", ""), found, texts.get("INHERIT", ""))


def _pairs(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    root = read_nodes(text)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise EditError("its settings are not on lines of their own")
    return [(key, value) for key, value in root.value if isinstance(key, yaml.ScalarNode)]


def with_plugin(text: str, entry: str) -> str:
    """Return a configuration with an entry added at the end of its list of plugins.

    Args:
        text: `mkdocs.yml`.
        entry: The entry, in YAML.

    Raises:
        EditError: The file cannot be read, or its list of plugins is written in a form that cannot be edited.
    """
    changed = _with_entry(text, entry)
    if not _is_added(text, changed, entry.partition(":")[0]):
        raise EditError(_BY_HAND)
    return changed


def _is_added(before: str, after: str, name: str) -> bool:
    """Return whether the plugin of a name is the last one now, and everything else in the file is as it was."""
    try:
        others, plugins = _contents(before)
        now, added = _contents(after)
    except EditError:
        return False
    return now == others and added[:-1] == (plugins or [f"{_DEFAULT}\n...\n"]) and read_settings(after).plugins[-1] == name


def _contents(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the settings of a configuration and its plugins, for comparisons."""
    pairs = _pairs(text)
    found = [value for key, value in pairs if key.value == "plugins"]
    items = [item for value in found for item in value.value] if all(value.tag in _LISTS for value in found) else []
    plugins = [written(item) if isinstance(item, yaml.Node) else "".join(map(written, item)) for item in items]
    return [(key.value, written(value)) for key, value in pairs if key.value != "plugins"], plugins


def _with_entry(text: str, entry: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    pairs = _pairs(text)
    plugins = next((value for key, value in pairs if key.value == "plugins"), None)
    if plugins is None:
        gap = "" if not text or text.endswith("\n") else newline
        return f"{text}{gap}plugins:{newline}  - {_DEFAULT}{newline}  - {entry}{newline}"
    if plugins.tag not in _LISTS or not plugins.value:
        raise EditError(_BY_HAND)
    if isinstance(plugins, yaml.SequenceNode):
        return _added(text, plugins, entry, newline)
    if isinstance(plugins, yaml.MappingNode) and not plugins.flow_style:
        line = entry if ": " in entry else f"{entry}:"
        return _below(text, plugins.value[-1][1], f"{' ' * plugins.start_mark.column}{line}", newline)
    raise EditError(_BY_HAND)


def _added(text: str, plugins: yaml.SequenceNode, entry: str, newline: str) -> str:
    last = plugins.value[-1]
    if plugins.flow_style:
        end = last.end_mark.index
        return f"{text[:end]}, {entry}{text[end:]}"
    return _below(text, last, f"{' ' * plugins.start_mark.column}- {entry}", newline)


def _below(text: str, last: yaml.Node, line: str, newline: str) -> str:
    """Return the text with a line below a node."""
    at = text.find("\n", end_of_text(last, text))
    return f"{text}{newline}{line}{newline}" if at < 0 else f"{text[: at + 1]}{line}{newline}{text[at + 1 :]}"
