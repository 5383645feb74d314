"""A command imports only what it runs."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from mkdocs_journal.commands.main import main
from tests.command_line import runner


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [("explain J101", False), ("schema options", False), ("completion bash", False), ("list --help", True)],
)
def test_the_host_is_imported_by_commands_that_read_a_site(arguments: str, imported: bool) -> None:
    program = (
        "import sys, atexit\n"
        "from mkdocs_journal.commands.main import main\n"
        "atexit.register(lambda: print(any(name.startswith('mkdocs.') for name in sys.modules), file=sys.stderr))\n"
        f"main({arguments.split()!r})\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stderr.split()[-1] == str(imported)


def test_each_command_has_its_name() -> None:
    context = click.Context(main)
    names = main.list_commands(context)

    assert names == sorted(names)
    assert len(main.commands) == len(names)
    for name in names:
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_a_name_that_is_misspelt_is_answered_with_a_proposal() -> None:
    done = runner().invoke(main, ["chek"])

    assert done.exit_code == 2
    assert "No such command 'chek'" in done.stderr
