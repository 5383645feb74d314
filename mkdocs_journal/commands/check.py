"""`mkdocs-journal check`: the problems of a build, without a build."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.ending import NO_JOURNAL, fail
from mkdocs_journal.commands.folders import NoJournal, SiteJournals, read_folder
from mkdocs_journal.commands.progress import progress
from mkdocs_journal.commands.sites import now_of
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.safe_fixes import fixed, is_fixable
from mkdocs_journal.editing.source_files import edit_file
from mkdocs_journal.journal import in_order
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.problems.report import as_annotation, as_json, as_sarif, as_text
from mkdocs_journal.publishing.summary import summary

_ROUNDS: Final = 5
"""How often a site is read again after fixes: behind a fence that is fixed there may be a key to fix."""


@click.command()
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "output_format",
    default="text",
    type=click.Choice(["text", "json", "github", "sarif"]),
    help="The output format.",
)
@click.option("--as-of", "moment", metavar="DATE", help="The date to use as today, for scheduled posts.")
@click.option("--compat", type=click.Choice(["none", "jekyll"]), help="Read as with this value of the option `compat`.")
@click.option("--fix", is_flag=True, help="Fix what can be fixed without a choice: misspelt keys and fences.")
@click.option("--strict", is_flag=True, help="Fail on warnings as well.")
def check(path: Path, output_format: str, moment: str | None, compat: str | None, *, fix: bool, strict: bool) -> None:
    """Report problems of the posts in PATH, and of lists in pages: an MkDocs site or the folder of a Jekyll site.

    Nothing is built, and without --fix nothing is changed. The exit code is 1 if a post cannot be published, 2 without a
    journal.
    """
    read = partial(_read, path, moment, compat)
    site = _fix(read) if fix else read()
    in_texts = site.in_texts()
    problems = in_order((*(found for one in site.journals for found in one.problems), *in_texts))
    if output_format == "json":
        click.echo(as_json(problems, _counts(site.journals)), nl=False)
    elif output_format == "sarif":
        click.echo(as_sarif(problems, version("mkdocs-journal")), nl=False)
    else:
        _print(problems, summary(site.journals, site.feeds, in_texts), output_format)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(int(any(problem.severity in failing for problem in problems)))


def _read(path: Path, moment: str | None, compat: str | None) -> SiteJournals:
    try:
        with progress("Reading the posts"):
            return read_folder(path, now_of(moment), compat=compat)
    except NoJournal as error:
        fail(str(error), NO_JOURNAL)


def _fix(read: partial[SiteJournals]) -> SiteJournals:
    """Fix what can be fixed, name each changed file once, and return the site as it is then."""
    changed: dict[str, None] = {}
    for _ in range(_ROUNDS):
        site = read()
        files = {file.shown: file.path for plan in site.plans for file in plan.candidates.values() if file.path}
        found = [problem for journal in site.journals for problem in journal.problems if is_fixable(problem)]
        try:
            with progress("Fixing the posts"):
                done = {problem.place.file for problem in found if _is_fixed(files.get(problem.place.file), problem)}
        except EditError as error:
            fail(str(error))
        changed |= dict.fromkeys(sorted(done))
        if not done:
            break
    for file in changed:
        click.echo(f"fixed: {file}", err=True)
    return read()


def _is_fixed(file: Path | None, problem: Problem) -> bool:
    try:
        return file is not None and edit_file(file, partial(fixed, problem=problem))
    except EditError as error:
        raise EditError(f"{shown_path(file or '')}: {error}") from None


def _print(problems: Sequence[Problem], last: str, output_format: str) -> None:
    if output_format == "github":
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
