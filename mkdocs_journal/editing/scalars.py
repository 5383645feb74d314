"""Texts as YAML scalars."""

from __future__ import annotations

import json
import re
from typing import Final

from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, YamlError, read_yaml

_NOT_TEXT: Final = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""})
"""Words that YAML 1.1 reads as a boolean or null."""
_LIKE_NUMBER: Final = re.compile(r"[+.-]?\d")


def as_scalar(text: str) -> str:
    """Return a text as a YAML scalar, in quotes only where YAML would read it differently; fit for a flow list.

    Source: https://yaml.org/spec/1.2.2/#73-flow-scalar-styles
    """
    return text if _is_plain(text) else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    if text.casefold() in _NOT_TEXT or _LIKE_NUMBER.match(text) or "\n" in text:
        return False
    try:
        value = read_yaml(f"a: {text}\nb: [{text}]")
    except YamlError:
        return False
    read = [value for _, value in value.entries] if isinstance(value, MapValue) else []
    items = [item for one in read for item in (one.items if isinstance(one, ListValue) else (one,))]
    return len(items) == 2 and all(isinstance(item, Scalar) and not item.quoted and item.text == text for item in items)


def as_flow_list(texts: tuple[str, ...]) -> str:
    """Return texts as a YAML list in brackets."""
    return f"[{', '.join(map(as_scalar, texts))}]"
