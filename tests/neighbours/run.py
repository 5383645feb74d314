"""Builds sites beside each neighbour: `python3 tests/neighbours/run.py [pytest options]`.

Makes an environment below `.venv/` for each list of `requirements/`, with MkDocs and ProperDocs, and runs the tests of this
folder in it, once with each host. A run of all tests writes `results.json` and `docs/reference/compatibility.md`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.neighbours.results import RESULTS, as_lines, read_outcomes, written_page  # noqa: E402 - with the path above
from tests.run import HOSTS, PROPERDOCS, environment, run  # noqa: E402

LISTS: Final = tuple(sorted((ROOT / "tests/neighbours/requirements").glob("*.txt")))
ALONE: Final = ("most_installed",)
"""Lists that another one includes."""
COMMON: Final = (
    "-e",
    str(ROOT),
    "pytest>=8",
    "pytest-xdist>=3.5",
    "mkdocs-material>=9.6",
    "html5lib>=1.1",
    "feedparser>=6.0.11",
)
NOT_COLLECTED: Final = 5
"""What pytest returns if no test is left."""
PAGE: Final = ROOT / "docs/reference/compatibility.md"


def main(options: list[str]) -> int:
    """Run every test in the first environment that has its packages; return the exit code of the first run that fails."""
    worst = 0
    with tempfile.TemporaryDirectory() as notes:
        for file in LISTS:
            if file.stem in ALONE:
                continue
            python = environment(f"beside-{file.stem}", (COMMON, PROPERDOCS, ("-r", str(file))), LISTS)
            for host in HOSTS:
                print(f"== {file.stem} with {host}", flush=True)
                command = [python, "-m", "pytest", "-n", str(os.cpu_count() or 1), "tests/neighbours", *options]
                code = run(command, JOURNAL_HOST=host, JOURNAL_NEIGHBOUR_NOTES=notes)
                worst = worst or (0 if code == NOT_COLLECTED else code)
        found = [outcome for note in sorted(Path(notes).glob("*.jsonl")) for outcome in read_outcomes(note)]
        if not options:
            missing = set((Path(notes) / "collected").read_text(encoding="utf-8").splitlines())
            missing -= {outcome.test for outcome in found}
            for test in sorted(missing):
                print(f"no list of requirements has the packages of {test}")
                worst = worst or 1
            RESULTS.write_text(as_lines(found), encoding="utf-8")
            PAGE.write_text(written_page(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
