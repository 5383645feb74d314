"""`mkdocs-journal feeds diff`: what subscribers see of a new version of a feed."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from mkdocs_journal.commands.ending import NO_JOURNAL, NOT_DONE, fail
from mkdocs_journal.feeds.feed_files import FeedChanges, FeedEntry, UnreadableFeedError, changes, read_feed
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import printable


@click.group()
def feeds() -> None:
    """Work with feed files."""


@feeds.command()
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def diff(old: Path, new: Path, *, as_json: bool) -> None:
    """Compare the feed file OLD with NEW as a feed reader does that has read the old one.

    Entries are compared by ID, whatever the formats. The exit code is 1 if an entry has a new ID, so that feed readers show
    it again as unread.
    """
    found = changes(_read(old), _read(new))
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _print(found)
    sys.exit(NOT_DONE if found.again else 0)


def _read(file: Path) -> tuple[FeedEntry, ...]:
    try:
        return read_feed(file.read_bytes())  # a pipe as well: `feeds diff <(curl …) feed.xml`
    except OSError as error:
        fail(f"{shown_path(file)}: cannot be read ({error.strerror or error})", NO_JOURNAL)
    except UnreadableFeedError as error:
        fail(f"{shown_path(file)}: {error}", NO_JOURNAL)


def _print(found: FeedChanges) -> None:
    for before, now in found.again:
        click.echo(f"again: {_named(now)}\n       was {printable(before.id)}\n       now {printable(now.id)}")
    for entry in found.new:
        click.echo(f"new:   {_named(entry)}")
    for entry in found.gone:
        click.echo(f"gone:  {_named(entry)}")
    counts = (("the same", found.same), ("shown again", found.again), ("new", found.new), ("gone", found.gone))
    click.echo(", ".join(f"{len(entries)} {name}" for name, entries in counts))


def _named(entry: FeedEntry) -> str:
    return printable(entry.title or entry.link or entry.id)
