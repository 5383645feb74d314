"""`mkdocs-journal list`: the posts of a site as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.sites import Listed, as_of_option, only_one, path_argument, posts_of, read_site
from mkdocs_journal.posts.model import State
from mkdocs_journal.problems.problem import printable

_COLUMNS: Final = ("date", "state", "title", "file", "address", "journal", "tags", "categories", "authors", "due")


@click.command(name="list")
@path_argument
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a header line.")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only posts in this state.")
@click.option("--tag", default="", metavar="TAG", help="Only posts with this tag.")
def list_posts(path: Path, moment: str | None, state: str | None, tag: str, *, as_json: bool, as_csv: bool) -> None:
    """List the posts of PATH, the newest first: date, state, title and file."""
    only_one(json=as_json, csv=as_csv)
    found = [
        listed
        for listed in posts_of(read_site(path, moment))
        if state in {None, listed.post.state.value} and (not tag or tag in listed.post.tags)
    ]
    if as_json:
        click.echo(json.dumps([_data(listed) for listed in found], ensure_ascii=False, indent=1))
    elif as_csv:
        click.echo(_csv([_data(listed) for listed in found]), nl=False)
    else:
        click.echo("".join(map(_line, found)), nl=False)


def _data(listed: Listed) -> dict[str, object]:
    post = listed.post
    return {
        "date": (post.date.date().isoformat() if post.day_only else post.date.isoformat()) if post.date else None,
        "state": post.state.value,
        "title": post.title,
        "file": listed.file,
        "address": listed.address,
        "journal": listed.plan.options.name,
        "tags": list(post.tags),
        "categories": list(post.categories),
        "authors": [author.name for author in post.authors],
        "due": post.due.isoformat() if post.due else None,
    }


def _csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Return rows as CSV; a list is its items with `; ` between them.

    Source: RFC 4180; lines end with a line feed.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = (row[name] for name in _COLUMNS)
        writer.writerow("; ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in cells)
    return text.getvalue()


def _line(listed: Listed) -> str:
    post = listed.post
    day = post.date.date().isoformat() if post.date else ""
    state = "" if post.state is State.PUBLISHED else post.state.value
    return f"{day:10}  {state:11}  {printable(post.title)}  ({printable(listed.file)})\n"
