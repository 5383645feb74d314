"""Who reads the body of a post."""

from __future__ import annotations

from mkdocs_journal.option_values import MARKUPS
from mkdocs_journal.options import Options
from mkdocs_journal.reading.fields import Fields
from mkdocs_journal.reading.located_yaml import Scalar


def read_markup(fields: Fields, options: Options) -> str:
    """Return `host` or `kramdown`; another word is reported and left out."""
    for spelling, value in fields.values("markup"):
        word = value.text.strip().lower() if isinstance(value, Scalar) else ""
        if word in MARKUPS:
            return word
        if not (isinstance(value, Scalar) and value.null):
            fields.tell_kind(spelling, value, "markup")
    return options.reads
