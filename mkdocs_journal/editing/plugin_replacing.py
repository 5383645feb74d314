"""Plugins in `mkdocs.yml` replaced by another, the rest of the file byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import yaml

from mkdocs_journal.editing.config_nodes import end_of_text, plain_data, read_nodes, written
from mkdocs_journal.editing.front_matter_text import EditError


class PluginEntries:
    """The list of plugins in the text of a configuration."""

    def __init__(self, text: str) -> None:
        """Read the list.

        Raises:
            EditError: The file cannot be read, or the plugins are not a list with one a line.
        """
        self._text = text
        root = read_nodes(text)
        self._settings = {str(key.value): value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
        plugins = self._settings.pop("plugins", None)
        if plugins is None and (above := self._settings.get("INHERIT")):
            raise EditError(f"takes its plugins from {above.value} (INHERIT); give that file")
        if not isinstance(plugins, yaml.SequenceNode) or plugins.flow_style or not plugins.value:
            raise EditError("its plugins are not a list with one a line; write them so")
        self._list = plugins
        self.items: list[yaml.Node] = plugins.value

    def setting(self, name: str) -> Any:
        """Return a setting of the site, or None."""
        return plain_data(self._settings[name]) if name in self._settings else None

    def settings_of(self, name: str) -> list[dict[str, Any]]:
        """Return the settings of a plugin, once for each time that it is listed."""
        items = [item for item in self.items if _name(item) == name]
        values = (plain_data(item.value[0][1]) if isinstance(item, yaml.MappingNode) else None for item in items)
        return [value if isinstance(value, dict) else {} for value in values]

    def replaced(self, names: Collection[str], name: str, options: Sequence[str]) -> str:
        """Return the text with some plugins taken out, and another in the place of the first.

        Args:
            names: The plugins to take out; at least one is listed.
            name: The plugin to put in.
            options: Its options, lines of YAML, indented by two blanks for each level.

        Raises:
            EditError: The list is written in a form that cannot be edited.
        """
        items = self.items
        starts = [self._text.rfind("\n", 0, item.start_mark.index) + 1 for item in items]
        ends = [self._end(item) for item in items]
        dash, newline = " " * self._list.start_mark.column, "\r\n" if "\r\n" in self._text else "\n"
        entry = "".join(f"{dash}{line}{newline}" for line in (f"- {name}:", *(f"    {line}" for line in options)))
        out, position = [], 0
        for item, start, end in zip(items, starts, ends, strict=True):
            if _name(item) in names:
                out += [self._text[position:start], entry]
                entry, position = "", end
        changed = "".join(out) + self._text[position:]
        if not self._has_the_rest_of(changed, names, name):
            raise EditError("its list of plugins contains aliases or comments that cannot be kept; change it by hand")
        return changed

    def _has_the_rest_of(self, changed: str, names: Collection[str], name: str) -> bool:
        """Return whether a changed text has every other setting and plugin as it was, and the new plugin once."""
        try:
            new = PluginEntries(changed)
        except EditError:
            return False
        before = [written(item) for item in self.items if _name(item) not in names]
        now = [written(item) for item in new.items if _name(item) != name]
        return before == now and self.others() == new.others() and new.settings_of(name) is not None

    def others(self) -> dict[str, str]:
        """Return every other setting of the site as text, for comparisons."""
        return {key: written(value) for key, value in self._settings.items()}

    def _end(self, item: yaml.Node) -> int:
        """Return the end of the last line of an item, without blank lines and comments behind it."""
        at = self._text.find("\n", end_of_text(item, self._text))
        return len(self._text) if at < 0 else at + 1


def _name(item: yaml.Node) -> str:
    """Return the name of a plugin without that of its theme: `material/blog` is `blog`."""
    node = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
    return str(node.value).rpartition("/")[2] if isinstance(node, yaml.ScalarNode) else ""
