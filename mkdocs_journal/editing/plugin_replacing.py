"""Plugins in `mkdocs.yml` replaced by another, the rest of the file byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import yaml

from mkdocs_journal.editing.front_matter_text import EditError

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PluginEntries:
    """The list of plugins in the text of a configuration."""

    def __init__(self, text: str) -> None:
        """Read the list.

        Raises:
            EditError: The file cannot be read, or the plugins are not a list with one a line.
        """
        self._text = text
        try:
            root = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError as error:
            raise EditError(f"cannot be read as YAML ({' '.join(str(error).split())})") from None
        entries = root.value if isinstance(root, yaml.MappingNode) else []
        self.settings = {str(key.value): plain_node(value) for key, value in entries if key.value != "plugins"}
        plugins = next((value for key, value in entries if key.value == "plugins"), None)
        if not isinstance(plugins, yaml.SequenceNode) or plugins.flow_style or not plugins.value:
            raise EditError("its plugins are not a list with one a line; write them so")
        self._list = plugins

    def settings_of(self, name: str) -> list[dict[str, Any]]:
        """Return the settings of a plugin, once for each time that it is listed."""
        items = [item for item in self._list.value if _name(item) == name]
        values = (plain_node(item.value[0][1]) if isinstance(item, yaml.MappingNode) else None for item in items)
        return [value if isinstance(value, dict) else {} for value in values]

    def replaced(self, names: Collection[str], name: str, options: Sequence[str]) -> str:
        """Return the text with some plugins taken out, and another in the place of the first.

        Args:
            names: The plugins to take out; at least one is listed.
            name: The plugin to put in.
            options: Its options, lines of YAML, indented by two blanks for each level.
        """
        items = self._list.value
        starts = [self._text.rfind("\n", 0, item.start_mark.index) + 1 for item in items]
        ends = [self._end(item) for item in items]
        dash = " " * self._list.start_mark.column
        entry = "".join(f"{dash}{line}\n" for line in (f"- {name}:", *(f"    {line}" for line in options)))
        out, position = [], 0
        for item, start, end in zip(items, starts, ends, strict=True):
            if _name(item) in names:
                out += [self._text[position:start], entry]
                entry, position = "", end
        return "".join(out) + self._text[position:]

    def _end(self, item: yaml.Node) -> int:
        """Return the end of the last line of an item, without blank lines and comments behind it."""
        start = item.start_mark.index
        end = start + len(self._text[start : item.end_mark.index].rstrip())
        while end > start and self._text[:end].rpartition("\n")[2].lstrip().startswith("#"):
            end = len(self._text[:end].rpartition("\n")[0].rstrip())
        at = self._text.find("\n", end)
        return len(self._text) if at < 0 else at + 1


def _name(item: yaml.Node) -> str:
    """Return the name of a plugin without that of its theme: `material/blog` is `blog`."""
    node = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
    return str(node.value).rpartition("/")[2] if isinstance(node, yaml.ScalarNode) else ""


def plain_node(node: yaml.Node) -> Any:
    """Return the plain data of a node; a value with a tag of a program is its text."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain_node(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_node(item) for item in node.value]
    words = {"tag:yaml.org,2002:bool": node.value.lower() in {"true", "yes", "on"}, "tag:yaml.org,2002:null": None}
    if node.tag == "tag:yaml.org,2002:int" and node.value.isdecimal() and len(node.value) < 10:
        return int(node.value)
    return words.get(node.tag, node.value)
