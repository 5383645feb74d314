"""`mkdocs-journal check`: the problems of a build, without a build."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.folders import NoJournal, read_folder
from mkdocs_journal.posts.clock import UnknownTime, as_of, build_time
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.problems.report import as_annotation, as_json, as_text
from mkdocs_journal.publishing.summary import summary

NO_JOURNAL: Final = 2
"""Exit code without a journal."""


@click.command()
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", default="text", type=click.Choice(["text", "json", "github"]), help="The output format.")
@click.option("--as-of", "moment", metavar="DATE", help="The date to use as today, for scheduled posts.")
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
def check(path: Path, form: str, moment: str | None, *, strict: bool) -> None:
    """Report problems of the posts in PATH: an MkDocs site or the folder of a Jekyll site.

    Nothing is built and nothing is changed. The exit code is 1 if a post cannot be published, 2 without a journal.
    """
    try:
        journals, feeds = read_folder(path, as_of(moment) if moment else build_time())
    except (NoJournal, UnknownTime) as error:
        click.echo(f"mkdocs-journal: {error}", err=True)
        sys.exit(NO_JOURNAL)
    problems = tuple(dict.fromkeys(found for journal in journals for found in journal.problems))
    if form == "json":
        click.echo(as_json(problems, _counts(journals)), nl=False)
    else:
        _print(problems, summary(journals, feeds), form)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(int(any(problem.severity in failing for problem in problems)))


def _print(problems: Sequence[Problem], last: str, form: str) -> None:
    if form == "github":
        for problem in problems:
            click.echo(as_annotation(problem))
    else:
        click.echo(as_text(problems), nl=False)
    click.echo(last)


def _counts(journals: Sequence[Journal]) -> dict[str, int]:
    return {
        "published": sum(len(journal.posts) for journal in journals),
        "unlisted": sum(len(journal.unlisted) for journal in journals),
        "withheld": sum(len(journal.withheld) for journal in journals),
        "refused": sum(len(journal.refused) for journal in journals),
        "pages": sum(len(journal.pages) for journal in journals),
    }
