"""The benchmark of the audit runs, at a small size: it looks into the package, which may change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOST

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "audit.py"


@pytest.mark.skipif(HOST == "properdocs", reason="the benchmark builds with Material, a theme of MkDocs")
def test_the_share_of_the_audit_is_printed() -> None:
    done = subprocess.run([sys.executable, BENCHMARK, "4", "1"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("%") == 2, done.stdout
