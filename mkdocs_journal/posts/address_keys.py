"""Addresses of a post: `permalink`, `redirect_from`, `redirect_to`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mkdocs_journal.addresses import is_web, split
from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import ListValue, Scalar, Value
from mkdocs_journal.problems.catalogue import Quoted

MAX_REDIRECTS: Final = 1_000
"""The largest number of old addresses of one post."""
_TARGET: Final = re.compile(r"(?:https?://[^\s/\\][^\s\\]*|/(?![/\\])[^\s\\]*|[^\s:/?#\\][^\s:\\]*)", re.IGNORECASE)
_PATH: Final = re.compile(r"/|\.html?\Z")


def permalink_of(fields: Fields) -> str:
    """Return the key `permalink` as written, line breaks included; empty without the key."""
    text = fields.text("permalink")
    value = fields.value("permalink")
    return value.text.strip() if text and isinstance(value, Scalar) else text


def redirects_from(fields: Fields) -> tuple[str, ...]:
    """Return the old addresses of a post, each once; a map is reported and ignored.

    `aliases` are other kinds of names in some programs: only values that look like paths are used.
    """
    found: list[str] = []
    for spelling, value in fields.values("redirect_from"):
        texts = list(_texts(fields, spelling, value))
        found += [text for text in texts if spelling == "redirect_from" or _PATH.search(text)]
    fields.report_too_many("redirect_from", len(found), MAX_REDIRECTS)
    return tuple(dict.fromkeys(found))


def _texts(fields: Fields, spelling: str, value: Value) -> Iterator[str]:
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _texts(fields, spelling, item)
    elif not isinstance(value, Scalar):
        fields.report_kind(spelling, value, "redirect_from")
    elif not value.null and value.text.strip():
        yield value.text.strip()


def redirect_of(fields: Fields) -> str:
    """Return the redirect target of a post, or empty; other values than web addresses are reported and ignored.

    Of a list the first is used, as in jekyll-redirect-from.
    """
    value = fields.value("redirect_to")
    if isinstance(value, ListValue) and value.items:
        value = value.items[0]
    if value is None or (isinstance(value, Scalar) and (value.null or not value.text.strip())):
        return ""
    fields.places["redirect_to"] = (value.line, value.column)
    if not isinstance(value, Scalar):
        fields.report_kind("redirect_to", value, "redirect_to")
        return ""
    text = value.text.strip()
    if not _TARGET.fullmatch(text) or not (is_web(text) if "://" in text else split(text)):
        fields.report("J507", value, "redirect_to", found=Quoted(text), reason="is not a web address")
        return ""
    return text
