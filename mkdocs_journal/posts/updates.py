"""The dated updates in the body of a post."""

from __future__ import annotations

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import Scalar
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.dates import read_date
from mkdocs_journal.posts.model import Update
from mkdocs_journal.posts.read_dates import UnreadableDate
from mkdocs_journal.posts.titles import plain_text
from mkdocs_journal.problems.catalogue import Quoted
from mkdocs_journal.text.update_boxes import find_updates


def read_updates(body: str, first_line: int, fields: Fields, options: Options) -> tuple[Update, ...]:
    """Return the dated updates of a body, newest first; a day that does not exist is reported.

    Args:
        body: The text of the post.
        first_line: Its first line in the file, counted from 1.
        fields: The front matter, to which problems are added.
        options: `timezone`.
    """
    updates = []
    for found in find_updates(body):
        try:
            read = read_date(found.day, quoted=True, zone=options.zone)
        except UnreadableDate:
            fields.report("J309", Scalar("", found.line + first_line - 1, 1), "update", found=Quoted(found.day))
            continue
        updates.append(Update(read.instant, plain_text(found.text), found.anchor))
    return tuple(sorted(updates, key=lambda update: update.date, reverse=True))
