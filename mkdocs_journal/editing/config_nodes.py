"""Nodes of a configuration in YAML: where their text ends, and their plain data."""

from __future__ import annotations

from typing import Any, Final

import yaml

from mkdocs_journal.editing.front_matter_text import EditError

SITES: Final = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
"""Names of the configuration file of a site."""
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST: Final = 10_000
_DEEPEST: Final = 20
"""How many values, and how many levels, the settings of a plugin may have; an alias counts as what it stands for."""
_MERGE: Final = "tag:yaml.org,2002:merge"


def read_nodes(text: str) -> yaml.Node | None:
    """Return the root node of a configuration.

    Raises:
        EditError: It cannot be read.
    """
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise EditError(f"cannot be read as YAML ({' '.join(str(error).split())})") from None
    return root


def end_of_text(node: yaml.Node, text: str) -> int:
    """Return the index behind the last character of a node, in which comments and blank lines behind it do not count.

    Raises:
        EditError: The node ends with an alias.
    """
    last = node
    while isinstance(last, yaml.CollectionNode) and last.value and not last.flow_style:
        inner = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
        if inner.start_mark.index <= last.start_mark.index:
            raise EditError("its list of plugins contains an alias; change it by hand")
        last = inner
    start = last.start_mark.index
    return int(start + len(text[start : last.end_mark.index].rstrip()))


def written(node: yaml.Node) -> str:
    """Return the text of a node as one program writes it, for comparisons."""
    return str(yaml.serialize(node, Dumper=yaml.SafeDumper))


def plain_data(node: yaml.Node) -> Any:
    """Return the plain data of a node; a value with a tag of a program is its text.

    Raises:
        EditError: It contains itself, or too much.
    """
    count = 0

    def plain(node: yaml.Node, depth: int) -> Any:
        nonlocal count
        count += 1
        if count > _MOST or depth > _DEEPEST:
            raise EditError("the settings of a plugin contain themselves, or too much; move them by hand")
        if isinstance(node, yaml.MappingNode):
            merged = [plain(value, depth + 1) for key, value in node.value if key.tag == _MERGE]
            own = {str(key.value): plain(value, depth + 1) for key, value in node.value if key.tag != _MERGE}
            return {key: value for outer in merged if isinstance(outer, dict) for key, value in outer.items()} | own
        if isinstance(node, yaml.SequenceNode):
            return [plain(item, depth + 1) for item in node.value]
        return _scalar(node)

    return plain(node, 0)


def _scalar(node: yaml.Node) -> str | int | bool | None:
    if node.tag == "tag:yaml.org,2002:int" and node.value.isdecimal() and len(node.value) < 10:
        return int(node.value)
    words = {"tag:yaml.org,2002:bool": node.value.lower() in {"true", "yes", "on"}, "tag:yaml.org,2002:null": None}
    return words.get(node.tag, node.value)
