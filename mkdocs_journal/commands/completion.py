"""`mkdocs-journal completion`: the completion of commands and options in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from mkdocs_journal.commands.ending import fail

_PROGRAM = "mkdocs-journal"
_VARIABLE = "_MKDOCS_JOURNAL_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in SHELL.

    For bash, add this line to ~/.bashrc: eval "$(mkdocs-journal completion bash)"
    """
    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click knows the three
        fail(f"{shell}: click has no completion for this shell")
    click.echo(kind(context.find_root().command, {}, _PROGRAM, _VARIABLE).source())
