"""The tags of a post as the site's vocabulary names them."""

from __future__ import annotations

from mkdocs_journal.problems.catalogue import Said
from mkdocs_journal.reading.data_files import Vocabulary
from mkdocs_journal.reading.fields import Fields
from mkdocs_journal.reading.terms import term_key


def in_vocabulary(labels: tuple[str, ...], fields: Fields, vocabulary: Vocabulary, file: str) -> tuple[str, ...]:
    """Return labels by the names that the vocabulary has for them, each once; others stay, told if it is closed.

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
            at = next((value for _, value in fields.values("tags")), None)
            fields.tell("J403", at, "tags", found=Said(label), file=file)
    return tuple(dict.fromkeys(vocabulary.names.get(term_key(label), label) for label in labels))
