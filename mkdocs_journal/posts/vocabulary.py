"""Replaces the tags of a post by their names in the site's vocabulary."""

from __future__ import annotations

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import ListValue, Scalar, Value
from mkdocs_journal.posts.data_files import Vocabulary
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.problems.catalogue import Quoted


def in_vocabulary(labels: tuple[str, ...], fields: Fields, vocabulary: Vocabulary, file: str) -> tuple[str, ...]:
    """Return labels with their names in the vocabulary, each once; others are kept, and reported if it is closed.

    Args:
        labels: The tags as the author wrote them.
        fields: The front matter, for the place of a message.
        vocabulary: The tags of the site.
        file: The name of the vocabulary's file, for messages.
    """
    if not vocabulary.names:
        return labels
    unknown = [label for label in labels if vocabulary.closed and term_key(label) not in vocabulary.names]
    values = [value for _, value in fields.values("tags")] if unknown else []
    places = _places(values)
    for label in unknown:
        place = places.get(label) or next(iter(values), None)
        fields.report("J403", place, "tags", found=Quoted(label), file=file)
    return tuple(dict.fromkeys(vocabulary.names.get(term_key(label), label) for label in labels))


def _places(values: list[Value]) -> dict[str, Value]:
    """Return the first item of lists that contains each label."""
    places: dict[str, Value] = {}
    for value in values:
        for item in value.items if isinstance(value, ListValue) else ():
            if isinstance(item, Scalar):
                places.setdefault(item.text.strip(), item)
    return places
