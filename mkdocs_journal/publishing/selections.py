"""The posts of a journal, ready for the lists in pages."""

from __future__ import annotations

from mkdocs_journal.archives.queries import Selection
from mkdocs_journal.publishing.edition import Edition


def selection_of(edition: Edition) -> Selection:
    """Return the public posts of a journal for queries; it is made once."""
    made: Selection = edition.once(("selection",), lambda: Selection(edition.journal))
    return made
