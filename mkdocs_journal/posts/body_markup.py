"""The key `markup`: which program renders the body of a post."""

from __future__ import annotations

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import Scalar
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import MARKUPS


def read_markup(fields: Fields, options: Options) -> str:
    """Return `host` or `kramdown`; any other value is reported and ignored."""
    for spelling, value in fields.values("markup"):
        word = value.text.strip().lower() if isinstance(value, Scalar) else ""
        if word in MARKUPS:
            return word
        if not (isinstance(value, Scalar) and value.null):
            fields.report_kind(spelling, value, "markup")
    return options.reads
