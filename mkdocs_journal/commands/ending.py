"""How commands end without success."""

from __future__ import annotations

import sys
from typing import Final, NoReturn

import click

NOT_DONE: Final = 1
"""Exit code of a command that failed, or found nothing."""
NO_JOURNAL: Final = 2
"""Exit code without a journal; also click's for wrong options."""


def fail(message: str, code: int = NOT_DONE) -> NoReturn:
    """End the command with a message."""
    click.echo(f"mkdocs-journal: {message}", err=True)
    sys.exit(code)
