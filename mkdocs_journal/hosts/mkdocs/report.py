"""Reports problems in MkDocs' log."""

from __future__ import annotations

import logging
import os
from typing import Final

import click
from mkdocs.plugins import get_plugin_logger

from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.problems.report import as_annotation

log = get_plugin_logger("journal")
_LEVELS: Final = {Severity.INFO: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


def report(problem: Problem, level: int | None = None) -> None:
    """Report a problem at the level of its severity or at another one."""
    if problem.severity in _LEVELS:
        log.log(_LEVELS[problem.severity] if level is None else level, "%s", problem)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            click.echo(as_annotation(problem))
