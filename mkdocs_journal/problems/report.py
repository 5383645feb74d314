"""Formats of problem reports: text, JSON, GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from mkdocs_journal.problems.kinds import KINDS
from mkdocs_journal.problems.problem import Problem, Severity, printable

_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {
    Severity.HINT: "notice",
    Severity.INFO: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
    Severity.CONFIGURATION: "error",
}


def as_text(problems: Iterable[Problem]) -> str:
    """Return each problem with its source line, a marker below its column, and its hint."""
    return "".join(_text(problem) for problem in problems)


def _text(problem: Problem) -> str:
    lines = [f"{problem.severity.value}: {problem}"]
    if problem.snippet.strip() and problem.place.line:
        number, column = str(problem.place.line), min(problem.place.column or 1, 100)
        lines.append(f"  {number} | {printable(problem.snippet[:120])}")
        before = printable(problem.snippet[: column - 1])
        lines.append(f"  {' ' * len(number)} | {' ' * len(before)}^")
    if problem.hint:
        lines.append(f"  {problem.hint}")
    return "\n".join(lines) + "\n"


def as_json(problems: Iterable[Problem], counts: dict[str, int]) -> str:
    """Return problems and the number of posts by state as one JSON object.

    Args:
        problems: The problems.
        counts: Numbers of posts by name, written as `counts`.
    """
    found = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "key": problem.key,
            "message": problem.message,
            "snippet": problem.snippet,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps({"counts": counts, "problems": found}, ensure_ascii=True, indent=1) + "\n"


def as_sarif(problems: Iterable[Problem], version: str) -> str:
    """Return problems as a log for code scanning.

    Args:
        problems: The problems.
        version: The version of this package.

    Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
    """
    found = list(problems)
    kinds = {problem.code: KINDS[problem.code] for problem in found}
    rules = [
        {"id": code, "shortDescription": {"text": kind.when}, **({"help": {"text": kind.hint}} if kind.hint else {})}
        for code, kind in sorted(kinds.items())
    ]
    driver = {"name": "mkdocs-journal", "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_sarif(problem) for problem in found]}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1) + "\n"


def _sarif(problem: Problem) -> dict[str, object]:
    level = {"notice": "note"}.get(_LEVELS[problem.severity], _LEVELS[problem.severity])
    uri = quote(problem.place.file.replace("\\", "/"), safe="/:", errors="surrogateescape")
    place: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if problem.place.line:
        column = {"startColumn": problem.place.column} if problem.place.column else {}
        place["region"] = {"startLine": problem.place.line, **column}
    return {
        "ruleId": problem.code,
        "level": level,
        "message": {"text": f"{problem.key}: {problem.message}"},
        "locations": [{"physicalLocation": place}],
    }


def as_annotation(problem: Problem) -> str:
    """Return a problem as a workflow command that GitHub Actions shows at its line.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    place = {"file": problem.place.file, "line": problem.place.line, "col": problem.place.column, "title": problem.code}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value is not None)
    return f"::{_LEVELS[problem.severity]} {given}::{_data(f'{problem.key}: {problem.message}')}"


def _data(text: str) -> str:
    """Return a text escaped for the runner: `%` as the runner expects it, control characters as escapes."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
