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
    for label in labels:
        if vocabulary.closed and term_key(label) not in vocabulary.names:
            fields.report("J403", _place_of(label, fields), "tags", found=Quoted(label), file=file)
    return tuple(dict.fromkeys(vocabulary.names.get(term_key(label), label) for label in labels))


def _place_of(label: str, fields: Fields) -> Value | None:
    """Return the value that contains a label: its item of a list, else the whole value; None without a key."""
    values = [value for _, value in fields.values("tags")]
    items = [item for value in values if isinstance(value, ListValue) for item in value.items]
    own = next((item for item in items if isinstance(item, Scalar) and item.text.strip() == label), None)
    return own or next(iter(values), None)
