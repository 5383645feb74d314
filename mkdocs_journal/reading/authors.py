"""The authors of a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mkdocs_journal.keys import normalised
from mkdocs_journal.model import Author
from mkdocs_journal.reading.fields import Fields
from mkdocs_journal.reading.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.reading.terms import term_key

_ATTRIBUTES: Final = {
    "name": ("name", "full_name", "display_name"),
    "url": ("url", "uri", "website", "homepage"),
    "description": ("description", "bio", "role", "title"),
    "avatar": ("avatar", "picture", "image"),
    "email": ("email", "mail"),
}


def read_authors(fields: Fields) -> tuple[Author, ...]:
    """Return the people named by `author`, `authors` and `by`, each once, in the order they were written.

    A text is one person, whatever commas it has; a list holds texts and maps. A map without a name is told.
    """
    found: dict[str, Author] = {}
    for spelling, value in fields.values("author"):
        for author in _people(fields, spelling, value):
            found.setdefault(term_key(author.name), author)
    fields.tell_too_many("author", len(found))
    return tuple(found.values())


def _people(fields: Fields, spelling: str, value: Value) -> Iterator[Author]:
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _people(fields, spelling, item)
    elif isinstance(value, MapValue):
        yield from _person(fields, spelling, value)
    elif not value.null and (name := " ".join(value.text.split())):
        yield Author(name=name)


def _person(fields: Fields, spelling: str, value: MapValue) -> Iterator[Author]:
    texts = {
        normalised(key.text): " ".join(item.text.split())
        for key, item in value.entries
        if isinstance(item, Scalar) and not item.null
    }
    read = {
        attribute: next((texts[name] for name in names if texts.get(name)), "") for attribute, names in _ATTRIBUTES.items()
    }
    if not read["name"]:
        fields.tell("J404", value, spelling)
        return
    if read["url"] and not read["url"].startswith(("https://", "http://")):
        fields.tell("J602", value, spelling, found=read["url"])
        read["url"] = ""
    yield Author(**read)
