"""`mkdocs-journal check`: the problems of a build, without a build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.folders import NoJournal, read_folder
from mkdocs_journal.model import Journal
from mkdocs_journal.problems.problem import Severity
from mkdocs_journal.problems.report import as_annotation, as_json, as_text
from mkdocs_journal.summary import summary

NO_JOURNAL: Final = 2
"""Exit code when there is nothing to check."""


@click.command()
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", default="text", type=click.Choice(["text", "json", "github"]), help="How to tell.")
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
def check(path: Path, form: str, *, strict: bool) -> None:
    """Tell what is wrong with the posts in PATH: an MkDocs site or a folder of a Jekyll site.

    Nothing is built and nothing is changed. The exit code is 1 if a post cannot be published, 2 if there is no journal.
    """
    try:
        journal, feeds = read_folder(path)
    except NoJournal as error:
        click.echo(f"mkdocs-journal: {error}", err=True)
        sys.exit(NO_JOURNAL)
    _print(journal, feeds, form)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(int(any(problem.severity in failing for problem in journal.problems)))


def _print(journal: Journal, feeds: int, form: str) -> None:
    if form == "json":
        click.echo(as_json(journal.problems, _counts(journal)), nl=False)
        return
    if form == "github":
        for problem in journal.problems:
            click.echo(as_annotation(problem))
    else:
        click.echo(as_text(journal.problems), nl=False)
    click.echo(summary(journal, feeds))


def _counts(journal: Journal) -> dict[str, int]:
    return {
        "published": len(journal.posts),
        "unlisted": len(journal.unlisted),
        "withheld": len(journal.withheld),
        "refused": len(journal.refused),
        "pages": len(journal.pages),
    }
