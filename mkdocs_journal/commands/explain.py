"""`mkdocs-journal explain`: what a problem code means."""

from __future__ import annotations

import re
from typing import Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.problems.kinds import KINDS
from mkdocs_journal.spelling import distance

_NAME: Final = re.compile(r"(?<!\{)\{\w+\}")
"""What a message replaces by what was found."""


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a problem CODE such as J302: when it is reported, its severity, its message, and what helps."""
    wanted = code.strip().upper()
    wanted = f"J{wanted}" if wanted.isdecimal() else wanted
    kind = KINDS.get(wanted)
    if kind is None:
        near = sorted(KINDS, key=lambda other: (distance(wanted[:9], other), other))[:3]
        fail(f"{code}: not a problem code; similar codes are {', '.join(near)}")
    click.echo(f"{kind.code} ({kind.severity.value}): {kind.when}")
    click.echo(f"  Message: {_NAME.sub('…', kind.wording).replace('{{', '{').replace('}}', '}')}")
    if kind.hint:
        click.echo(f"  {kind.hint}")
