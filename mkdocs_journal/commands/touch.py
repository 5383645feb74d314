"""`mkdocs-journal touch`: the date of the last change of posts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.commands.sites import FileIdentity, Listed, now_of, post_in, posts_by_file, read_site, site_above
from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText
from mkdocs_journal.editing.source_files import edit_file
from mkdocs_journal.front_matter.keys import NAMES
from mkdocs_journal.problems.places import shown_path

_KEY: Final = "last_updated"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--date", "moment", metavar="DATE", help="The date of the change; without it, today.")
def touch(files: tuple[Path, ...], moment: str | None) -> None:
    """Set last_updated in the front matter of posts to today, in the time zone of the site.

    No file is changed if one of them is not a post. The exit code is 1 if a file cannot be changed; the others are.
    """
    sites: dict[Path, Mapping[FileIdentity, Listed]] = {}
    posts = []
    for file in files:
        folder = site_above(file)
        if folder not in sites:
            sites[folder] = posts_by_file(read_site(folder))
        posts.append(post_in(sites[folder], file))
    given, now = now_of(moment, "--date") if moment is not None else None, now_of(None)
    failed = 0
    for file, listed in zip(files, posts, strict=True):
        day = (given or now.astimezone(listed.plan.options.zone)).date().isoformat()
        try:
            edit_file(file, partial(touched, day=day))
            click.echo(listed.file)
        except EditError as error:
            failed += 1
            click.echo(f"mkdocs-journal: {shown_path(file)}: {error}", err=True)
    if failed:
        fail(f"{failed} of {len(files)} files could not be changed")


def touched(text: str, day: str) -> str:
    """Return the file of a post with the day of its last change; the name that it has for the key stays."""
    return FrontMatterText(text).with_value(_KEY, day, aliases=NAMES[_KEY].aliases, below=("date", "title"))
