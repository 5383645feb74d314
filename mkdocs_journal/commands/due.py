"""`mkdocs-journal due`: when the next scheduled post is due, for jobs that build a site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_journal.commands.ending import NOT_DONE, fail
from mkdocs_journal.commands.sites import now_of, path_argument, posts_of, read_site
from mkdocs_journal.posts.clock import due as due_at
from mkdocs_journal.posts.model import State


@click.command()
@path_argument
@click.option("--since", metavar="DATE", help="The time of the last build.")
@click.option("--as-of", "moment", metavar="DATE", help="The time to use as now.")
def due(path: Path, since: str | None, moment: str | None) -> None:
    """Print when the next scheduled post of PATH is due, in ISO 8601; nothing if no post is scheduled.

    With --since, the exit code is 0 if a post has become due since that time, so that the site must be built, else 1.
    Without it, the exit code is 0 if a post is scheduled, else 1.
    """
    now = now_of(moment)
    earlier = now if since is None else now_of(since, "--since")
    if earlier > now:
        fail(f"--since: found {since!r}; write a time before {now:%Y-%m-%dT%H:%M:%S%z}")
    waiting = [
        listed.post.due or due_at(listed.post.date, day_only=listed.post.day_only, zone_given=zoned)
        for listed in posts_of(read_site(path, earlier.isoformat()))
        if listed.post.state is State.SCHEDULED and listed.post.date
        for zoned in [listed.plan.options.timezone is not None]
    ]
    coming = [instant for instant in waiting if instant > now]
    if coming:
        click.echo(min(coming).isoformat())
    found = len(waiting) > len(coming) if since is not None else bool(coming)
    sys.exit(0 if found else NOT_DONE)
