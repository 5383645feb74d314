"""Chooses the tests whose packages are installed, and notes what came out.

A test has the mark `neighbour` with the packages that it stands beside. In an environment without one of them it is left
out, not skipped: `run.py` checks that each test has run in one of its environments.
"""

from __future__ import annotations

import importlib.metadata
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.conftest import HOST
from tests.neighbours.results import Outcome, as_lines

HERE = Path(__file__).parent
NOTES = os.environ.get("JOURNAL_NEIGHBOUR_NOTES", "")
"""A folder for the outcomes of each test, and in `collected` the names of all tests; empty: nothing is noted."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests beside packages that are not installed, and those that have run in another environment."""
    here = [item for item in items if HERE in item.path.parents]
    if NOTES:
        Path(NOTES, "collected").write_text("\n".join(item.nodeid for item in here), encoding="utf-8")
    left_out = [item for item in here if not all(map(version_of, packages_of(item))) or has_run(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, object, None]:
    """Note the outcome of each test for each of its packages."""
    result = yield
    report: pytest.TestReport = result.get_result()  # type: ignore[attr-defined]
    mark = item.get_closest_marker("neighbour")
    if NOTES and mark and (report.when == "call" or report.failed):
        outcomes = [
            Outcome(
                package=package,
                version=version_of(package),
                host=HOST,
                test=item.nodeid,
                passed=report.passed,
                setting=mark.kwargs.get("setting", ""),
                note=mark.kwargs.get("note", ""),
                why=mark.kwargs.get("why", "") or getattr(report, "wasxfail", ""),
            )
            for package in mark.args
        ]
        note_of(item).write_text(as_lines(outcomes), encoding="utf-8")


def packages_of(item: pytest.Item) -> tuple[str, ...]:
    mark = item.get_closest_marker("neighbour")
    return mark.args if mark else ()


def version_of(package: str) -> str:
    """Return the installed version of a package, or nothing."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def note_of(item: pytest.Item) -> Path:
    return Path(NOTES, f"{HOST}-{item.nodeid.replace('/', '.').replace('::', '-')}.jsonl")


def has_run(item: pytest.Item) -> bool:
    """Return whether a run before this process has noted the outcome of a test."""
    return bool(NOTES) and note_of(item).exists()
