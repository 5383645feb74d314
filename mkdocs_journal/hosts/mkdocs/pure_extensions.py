"""Knows which Markdown extensions make the same HTML of the same text, whatever else has changed meanwhile."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs import link_extension, list_extension

_OF_MARKDOWN: Final = (
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs",
    "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks",
)  # fmt: skip
_OF_PYMDOWNX: Final = (
    "arithmatex", "betterem", "bracketspan", "caret", "critic", "details", "emoji", "escapeall", "extra",
    "fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders",
    "smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde", "blocks.admonition", "blocks.caption",
    "blocks.definition", "blocks.details", "blocks.html", "blocks.tab",
)  # fmt: skip
_OURS: Final = frozenset({link_extension.__name__, list_extension.__name__})
"""What they read of the journal is compared apart from the text."""
PURE: Final = frozenset(
    {
        *_OF_MARKDOWN,
        *(f"markdown.extensions.{name}" for name in _OF_MARKDOWN),
        *(f"pymdownx.{name}" for name in _OF_PYMDOWNX),
        *_OURS,
    }
)
"""Extensions that read nothing but the text and their options."""
_PURE_FUNCTIONS: Final = frozenset(
    {
        "markdown.extensions.toc",
        "material.extensions.emoji",
        "pymdownx.arithmatex",
        "pymdownx.emoji",
        "pymdownx.slugs",
        "pymdownx.superfences",
    }
)
"""Modules whose functions may be options."""
_FILES: Final = frozenset({"custom_icons"})
"""Options that name files whose content gets into pages."""


class ImpureError(ValueError):
    """An extension or option may make something else of the same text; its name is the message."""


def settings_of(config: MkDocsConfig) -> str:
    """Return the Markdown extensions and their options as text that is equal if all are equal.

    Raises:
        ImpureError: The result of an extension may depend on more than the text and the links of a page.
    """
    parts = []
    for name in config.markdown_extensions:
        if not isinstance(name, str) or name not in PURE:
            raise ImpureError(name if isinstance(name, str) else type(name).__module__)
        options = {} if name in _OURS else config.mdx_configs.get(name) or {}
        parts.append(f"{name}: {_text_of(options, name)}")
    return "\n".join(parts)


def _text_of(value: object, name: str) -> str:
    """Return an option as text."""
    if isinstance(value, Mapping):
        if any(value.get(key) for key in _FILES):
            raise ImpureError(name)
        return f"{{{', '.join(f'{key!r}: {_text_of(item, name)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_text_of(item, name) for item in value)}]"
    if isinstance(value, functools.partial):
        return f"{_text_of(value.func, name)}{_text_of([value.args, value.keywords], name)}"
    if callable(value):
        module, function = getattr(value, "__module__", ""), getattr(value, "__qualname__", "<")
        if module not in _PURE_FUNCTIONS or "<" in function:  # of a function made in another, its variables are not known
            raise ImpureError(name)
        return f"{module}.{function}"
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    raise ImpureError(name)
