"""The plugin added to `mkdocs.yml`, the rest of the file byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import yaml

from mkdocs_journal.editing.front_matter_text import EditError

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEFAULT: Final = "search"
"""The plugin that MkDocs uses if there is no list of plugins."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the configuration of a site says that the plugin is added by."""

    docs_dir: str
    plugins: tuple[str, ...]
    """The names of the plugins in the file."""


def read_settings(text: str) -> SiteSettings:
    """Return the folder of the docs and the plugins that a configuration names.

    Raises:
        EditError: It cannot be read.
    """
    values = {key.value: value for key, value in _pairs(text)}
    docs, plugins = values.get("docs_dir"), values.get("plugins")
    names: list[yaml.Node] = []
    if isinstance(plugins, yaml.SequenceNode):
        names = [item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item for item in plugins.value]
    elif isinstance(plugins, yaml.MappingNode):
        names = [key for key, _ in plugins.value]
    found = tuple(str(name.value) for name in names if isinstance(name, yaml.ScalarNode))
    return SiteSettings(docs.value if isinstance(docs, yaml.ScalarNode) else "docs", found)


def _pairs(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise EditError(f"cannot be read as YAML ({' '.join(str(error).split())})") from None
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
    newline = "\r\n" if "\r\n" in text else "\n"
    pairs = _pairs(text)
    plugins = next((value for key, value in pairs if key.value == "plugins"), None)
    if plugins is None:
        gap = "" if not text or text.endswith("\n") else newline
        return f"{text}{gap}plugins:{newline}  - {_DEFAULT}{newline}  - {entry}{newline}"
    if isinstance(plugins, yaml.SequenceNode) and plugins.value:
        return _added(text, plugins, entry, newline)
    if isinstance(plugins, yaml.MappingNode) and plugins.value and not plugins.flow_style:
        return _below(text, plugins.value[-1][1], f"{' ' * plugins.start_mark.column}{entry}:", newline)
    raise EditError("its list of plugins is not a list with an item; add the plugin by hand")


def _added(text: str, plugins: yaml.SequenceNode, entry: str, newline: str) -> str:
    last = plugins.value[-1]
    if plugins.flow_style:
        end = last.end_mark.index
        return f"{text[:end]}, {entry}{text[end:]}"
    return _below(text, last, f"{' ' * plugins.start_mark.column}- {entry}", newline)


def _below(text: str, last: yaml.Node, line: str, newline: str) -> str:
    """Return the text with a line below a node."""
    end = last.start_mark.index + len(text[last.start_mark.index : last.end_mark.index].rstrip())
    while end > last.start_mark.index and text[:end].rpartition("\n")[2].lstrip().startswith("#"):  # a comment behind it
        end = len(text[:end].rpartition("\n")[0].rstrip())
    at = text.find("\n", end)
    return f"{text}{newline}{line}{newline}" if at < 0 else f"{text[: at + 1]}{line}{newline}{text[at + 1 :]}"
