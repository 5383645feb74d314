"""Links in front matter: `related`, posts that belong together, and `links`, as Material's blog has them."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.front_matter.fields import NO, YES, Fields
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.posts.model import WrittenLink

MAX_LINKS: Final = 100
"""The most links of one post in each key."""


def read_related(fields: Fields) -> tuple[WrittenLink, ...]:
    """Return the posts that the key `related` names.

    `true` and `false` name none. Maps are ignored: other programs have values of their own for the key.
    """
    value = fields.value("related")
    if value is None or (isinstance(value, Scalar) and value.text.strip().casefold() in YES | NO):
        return ()
    items = value.items if isinstance(value, ListValue) else (value,)
    return tuple(_link(item) for item in items[:MAX_LINKS] if isinstance(item, Scalar) and not item.null)


def read_links(fields: Fields) -> tuple[WrittenLink, ...]:
    """Return the links that the key `links` has, in the form of MkDocs' `nav`; values in other forms are ignored.

    Source: https://squidfunk.github.io/mkdocs-material/plugins/blog/#meta.links
    """
    return _links(fields.value("links"))


def _links(value: Value | None) -> tuple[WrittenLink, ...]:
    found: list[WrittenLink] = []
    for item in value.items[:MAX_LINKS] if isinstance(value, ListValue) else ():
        if isinstance(item, Scalar) and not item.null:
            found.append(_link(item))
        elif isinstance(item, MapValue) and len(item.entries) == 1:
            ((key, inner),) = item.entries
            title = " ".join(key.text.split())
            if isinstance(inner, Scalar) and not inner.null:
                found.append(_link(inner, title))
            elif parts := _links(inner):
                found.append(WrittenLink(target="", title=title, line=key.line, column=key.column, parts=parts))
    return tuple(found)


def _link(value: Scalar, title: str = "") -> WrittenLink:
    return WrittenLink(target=" ".join(value.text.split()), title=title, line=value.line, column=value.column)
