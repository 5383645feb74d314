"""The benchmarks: that of the audit runs, and measured figures are written where they belong."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "audit.py"


def test_the_share_of_the_audit_is_printed() -> None:
    done = subprocess.run([sys.executable, BENCHMARK, "4", "1"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("%") == 2, done.stdout


def test_the_least_of_each_part_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, BENCHMARK.with_name("least.py"), "4"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    first, second = done.stdout.split("\n\n| a search")
    rows = [line.split("|")[1:3] for line in first.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 8
    assert second.count("\n| ") == 2
    assert abs(sum(float(ms) for _, ms in rows[:-1]) - float(rows[-1][1])) < 0.01, done.stdout


def test_figures_are_written_into_their_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that two groups have are told apart; nothing else of the file changes."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    module = runpy.run_path(str(BENCHMARK.with_name("measured.py")))
    text = BENCHMARK.with_name("measured.yml").read_text(encoding="utf-8")
    names = {"journal": ("journal", "plain"), "rss": ("rss", "plain"), "dates": ("not installed", "plain")}

    found = module["figures"]({"plain": 2.0, "journal": 3.0, "rss": 1.9}, names, 200, "plugins")
    new = module["with_figures"](text, found)

    before, after = yaml.safe_load(text), yaml.safe_load(new)
    assert found == {("plugins", "journal"): (1.5, 5.0), ("plugins", "rss"): (0.95, -0.5)}
    assert (after["plugins"]["journal"]["ratio"], after["plugins"]["rss"]["above"]) == (1.5, -0.5)
    assert after["builds"] == before["builds"]
    assert after["plugins"]["dates"] == before["plugins"]["dates"]
    assert len(new.splitlines()) == len(text.splitlines())
