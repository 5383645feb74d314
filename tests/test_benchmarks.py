"""The benchmark of the audit runs, at a small size: it looks into the package, which may change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "audit.py"


def test_the_share_of_the_audit_is_printed() -> None:
    done = subprocess.run([sys.executable, BENCHMARK, "4", "1"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("%") == 2, done.stdout
