"""The command `mkdocs-journal`."""

from __future__ import annotations

import errno
from typing import Any

import click

from mkdocs_journal.commands.check import check
from mkdocs_journal.commands.completion import completion
from mkdocs_journal.commands.due import due
from mkdocs_journal.commands.explain import explain
from mkdocs_journal.commands.feeds import feeds
from mkdocs_journal.commands.import_site import import_site
from mkdocs_journal.commands.init import init
from mkdocs_journal.commands.list_posts import list_posts
from mkdocs_journal.commands.new import new
from mkdocs_journal.commands.publish_draft import publish
from mkdocs_journal.commands.schema import schema
from mkdocs_journal.commands.sites import fail
from mkdocs_journal.commands.tag_list import tags
from mkdocs_journal.commands.touch import touch
from mkdocs_journal.commands.verify import verify
from mkdocs_journal.problems.own_bug import own_bug
from mkdocs_journal.problems.places import shown_path


class Commands(click.Group):
    """Commands that end with a message where a file or folder cannot be read or written."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of the output has ended
                raise
            fail(f"{shown_path(error.filename)}: {error.strerror}" if error.filename else str(error))
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            if line := own_bug(error):
                click.echo(line, err=True)
            raise


@click.group(cls=Commands)
@click.version_option(package_name="mkdocs-journal")
def main() -> None:
    """Work with the journal of a documentation site."""


for command in (
    check,
    completion,
    due,
    explain,
    feeds,
    import_site,
    init,
    list_posts,
    new,
    publish,
    schema,
    tags,
    touch,
    verify,
):
    main.add_command(command)
