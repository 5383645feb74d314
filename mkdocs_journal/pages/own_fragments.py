"""Our own templates as functions: while neither the site nor its theme replaces one, nothing needs to be compiled.

Reading and compiling them takes 45 ms, and filling one in takes ten times as long as joining texts. Each function returns
what its template makes of the same values, byte for byte (`tests/pages/test_own_fragments.py`); the template is what
sites replace, and the reference. Templates that few sites use have no function.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Final

import jinja2
from jinja2.ext import Extension

from mkdocs_journal.pages.own_lists import archive, index, list_cards, list_compact, list_excerpts, subscribe
from mkdocs_journal.pages.own_parts import back
from mkdocs_journal.pages.own_posts import card, entry, post_footer, post_header, row
from mkdocs_journal.publishing.assets import FOLDER

_OURS: Final = re.compile(re.escape(f"{FOLDER}{os.sep}"))
_INCLUDED: Final = re.compile(r"{% include \"([^\"]+)\" %}")
"""How our templates include others."""

OWN_FRAGMENTS: Final[Mapping[str, Callable[..., str]]] = {
    "archive": archive,
    "back": back,
    "card": card,
    "entry": entry,
    "index": index,
    "list-cards": list_cards,
    "list-compact": list_compact,
    "list-excerpts": list_excerpts,
    "post-footer": post_footer,
    "post-header": post_header,
    "row": row,
    "subscribe": subscribe,
}
"""The function of each template, by its name; its parameters are the variables of the template."""


def is_ours(name: str, environment: jinja2.Environment) -> bool:
    """Return whether a template and all that it includes are templates of the journal, none of the site or of a theme.

    Args:
        name: The template.
        environment: It finds the template; one that changes every value or every source makes each template its own.

    Raises:
        TemplateError: A template cannot be read.
    """
    if environment.finalize or environment.loader is None or any(map(_changes_sources, environment.extensions.values())):
        return False
    source, file, _ = environment.loader.get_source(environment, name)
    return bool(_OURS.match(file or "")) and all(is_ours(one, environment) for one in _INCLUDED.findall(source))


def _changes_sources(extension: Extension) -> bool:
    """Return whether an extension of Jinja changes the sources of templates, as one that takes blanks out does."""
    kind = type(extension)
    return kind.preprocess is not Extension.preprocess or kind.filter_stream is not Extension.filter_stream
