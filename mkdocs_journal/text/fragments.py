"""Turns whole documents from other plugins back into fragments."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.text.html import Token, tokens
from mkdocs_journal.text.tags import tags_of

_DOCUMENT: Final = re.compile(r"<(?:!doctype|/?(?:html|head|body))(?=[\s/>])", re.IGNORECASE)
_SHELL: Final = frozenset({"html", "head", "body"})


def fragment(html: str) -> str:
    """Return HTML without the tags of a whole document; their content is unchanged.

    Parsers that plugins use to change a page put `<html><head></head><body>` around its content; within a page, browsers
    ignore these tags.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
    """
    if not _DOCUMENT.search(tags_of(html)):
        return html
    return "".join(token.text for token in tokens(html) if not _is_shell(token))


def _is_shell(token: Token) -> bool:
    return token.name in _SHELL or (token.kind == "other" and token.text[:9].lower() == "<!doctype")
