"""`mkdocs-journal check` on the folder of a real site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

POST = "_posts/2017-03-01-upgrade-to-babel-7.md"


def test_the_impossible_date_of_a_real_site_is_pointed_to(shared: Path) -> None:
    """Line, column, the line itself and a mark below it; the rest of the site is in order."""
    folder = shared / "corpora/babel+babel.github.io"

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_journal", "check", "--strict", "."],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert (
        f"warning: {POST}:5:9: date: '2017-02-29 11:00:00' is not a date, so 2017-03-01 from the file name is used; "
        "write YYYY-MM-DD (J303)\n"
        "  5 | date:   2017-02-29 11:00:00\n"
        "    |         ^\n"
    ) in done.stdout
    warnings = [line for line in done.stdout.splitlines() if line.startswith(("warning", "error"))]
    assert len(warnings) == 2
    assert all("2017-03-01-upgrade-to-babel-7" in line and ":5:9: date:" in line for line in warnings)
    assert done.stdout.splitlines()[-1] == "26 posts, 0 tags, 0 feeds, 2 problems"
