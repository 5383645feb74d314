"""The command `mkdocs-journal`."""

from __future__ import annotations

import click

from mkdocs_journal.commands.check import check


@click.group()
@click.version_option(package_name="mkdocs-journal")
def main() -> None:
    """Work with the journal of a documentation site."""


main.add_command(check)
