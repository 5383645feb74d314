"""Reports problems in MkDocs' log."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Final

import click
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journal.problems.long_parts import reported
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.summary import incomplete

log = get_plugin_logger("journal")
_LEVELS: Final = {Severity.INFO: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


def report(problem: Problem, level: int | None = None) -> None:
    """Report a problem at the level of its severity or at another one."""
    if problem.severity in _LEVELS:
        log.log(_LEVELS[problem.severity] if level is None else level, "%s", problem)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            from mkdocs_journal.problems.report import as_annotation  # noqa: PLC0415 - it reads every kind of problem

            click.echo(as_annotation(problem))


def stop_at(problems: Sequence[Problem], *, serving: bool) -> None:
    """Report problems of outputs, and stop a build if one is an error; `serve` goes on.

    Raises:
        PluginError: An output is missing or would be in the wrong place.
    """
    for problem in problems:
        report(problem)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR and not serving]:
        raise PluginError(incomplete(len(errors)))


def report_bug(error: BaseException) -> None:
    """Report an exception that is a mistake of this plugin; others are left to MkDocs."""
    if isinstance(error, BuildError):
        return
    from mkdocs_journal.problems.own_bug import own_bug  # noqa: PLC0415 - for builds that end

    if line := own_bug(error):
        log.error("%s", line)


def long_part(what: str) -> AbstractContextManager[None]:
    """Report on a terminal what is being done if that takes long."""
    return reported(what, log.info)
