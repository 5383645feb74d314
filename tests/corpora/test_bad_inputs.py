"""Small sites with one thing wrong: what comes out is what their specification wants, area by area."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.corpora.forked_bad_inputs import VARIABLES

AREAS = (
    "encoding", "fence", "yaml", "title", "date", "state", "terms", "authors", "urls", "redirects", "links", "files",
    "templates", "bombs", "config",
)  # fmt: skip


@pytest.mark.parametrize("area", AREAS)
def test_wrong_input_does_what_is_wanted(area: str, shared: Path, tmp_path: Path) -> None:
    """Every case of the area comes out as wanted, a fifth of them with `--strict` as well; no gate is broken anywhere."""
    results = run(shared / "bad-inputs", area, tmp_path)

    assert [f"{case['id']}: {case['gates']}" for case in results if case["gates"]] == []
    wrong = {case["id"]: (case["came"], case["wrong"]) for case in results if not case["ok"]}
    assert wrong == {}


def test_every_area_is_run(shared: Path) -> None:
    command = [sys.executable, str(shared / "bad-inputs/run.py"), "--list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[:-1]

    assert {line.split()[0] for line in listed} == set(AREAS)


def run(folder: Path, area: str, tmp_path: Path) -> list[dict[str, Any]]:
    """Return the results of the cases of an area that were not skipped."""
    out = tmp_path / "results.json"
    runner = str(folder / "run.py")
    options = ["--mkdocs", str(Path(sys.executable).parent / "mkdocs"), "--only", area, "-j", "1", "--json", str(out)]
    command = [sys.executable, "-m", "tests.corpora.forked_bad_inputs", runner, *options]
    variables = {**os.environ, **VARIABLES}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert out.is_file(), done.stderr
    results = [case for case in json.loads(out.read_text(encoding="utf-8")) if not case.get("skipped")]
    assert results, done.stdout
    return results
