"""The command `mkdocs-journal`."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.commands.streams import prepare_streams
from mkdocs_journal.problems.own_bug import own_bug
from mkdocs_journal.problems.places import shown_path

_COMMANDS: Final = {
    "check": "check.check",
    "completion": "completion.completion",
    "due": "due.due",
    "explain": "explain.explain",
    "feeds": "feeds.feeds",
    "import": "import_site.import_site",
    "init": "init.init",
    "list": "list_posts.list_posts",
    "new": "new.new",
    "publish": "publish_draft.publish",
    "schema": "schema.schema",
    "tags": "tag_list.tags",
    "touch": "touch.touch",
    "verify": "verify.verify",
}
"""The module of each command in this folder, and its function: only the command that runs is imported."""


class _OnDemand(Mapping[str, click.Command]):
    """The commands by their names; each is imported when it is used."""

    def __getitem__(self, name: str) -> click.Command:
        module, _, function = _COMMANDS[name].partition(".")
        command: click.Command = getattr(import_module(f"mkdocs_journal.commands.{module}"), function)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


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


@click.group(cls=Commands, commands=_OnDemand())
@click.version_option(package_name="mkdocs-journal")
def main() -> None:
    """Work with the journal of a documentation site."""
    prepare_streams()
