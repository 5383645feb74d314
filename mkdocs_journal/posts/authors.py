"""The authors of a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Value
from mkdocs_journal.posts.mail import parted
from mkdocs_journal.posts.model import Author
from mkdocs_journal.posts.profiles import ATTRIBUTES, author_of, texts_of, wrong_addresses
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.problems.catalogue import Quoted
from mkdocs_journal.text.title_texts import one_line

_AND: Final = re.compile(r",(?: and)? | and | & ")

Known = Mapping[str, Author]


def read_authors(fields: Fields, known: Known) -> tuple[Author, ...]:
    """Return the people named by `author`, `authors` and `by`, each once, in the order they were written.

    A text is one person, even with commas, unless each of its parts is a known author. A list contains texts and maps.
    A map without a name is reported. An e-mail address is never part of a name.

    Args:
        fields: The front matter.
        known: Authors of the authors file, by the `term_key()` of their key, name, aliases and address.
    """
    found: dict[str, Author] = {}
    for spelling, value in fields.values("author"):
        for author in _people(fields, spelling, value, known):
            found.setdefault(term_key(author.name), author)
    fields.report_too_many("author", len(found))
    return tuple(found.values())


def _people(fields: Fields, spelling: str, value: Value, known: Known) -> Iterator[Author]:
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _people(fields, spelling, item, known)
    elif isinstance(value, MapValue):
        yield from _person(fields, spelling, value, known)
    elif not value.null and (name := one_line(value.text)):
        parts = [known.get(term_key(part)) for part in name.split(",")]
        if term_key(name) not in known and all(parts):
            yield from (author for author in parts if author)
            return
        several = [part for part in _AND.split(name) if len(part.split()) > 1]
        if len(several) > 1 and term_key(name) not in known:
            fields.report("J407", value, spelling, found=Quoted(name), count=len(several))
        yield _named(name, known)


def _named(text: str, known: Known) -> Author:
    """Return the author of a text: a known one, or a new one with the address separated from the name."""
    if author := known.get(term_key(text)):
        return author
    name, mail = parted(text)
    if mail and (author := known.get(term_key(mail)) or known.get(term_key(name))):
        return author
    return Author(name=name, email=mail)


def _person(fields: Fields, spelling: str, value: MapValue, known: Known) -> Iterator[Author]:
    texts = texts_of(value)
    name = next((one_line(texts[n].text) for n in ATTRIBUTES["name"] if n in texts), "")
    if not name:
        fields.report("J404", value, spelling)
        return
    for key, text in wrong_addresses(value):
        fields.report("J602", text, key, found=Quoted(text.text))
    base = _named(name, known)
    author = author_of(value, known=base)
    yield replace(author or base, name=base.name)
