"""Installs what the tests need into environments of their own and runs them: `python3 tests/run.py [pytest options]`.

Needs Python 3.11 or newer with pip and venv, nothing else. The checks that do not depend on the host run once; the tests
of whole sites run in three environments: MkDocs alone, ProperDocs alone, and both installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
HOME: Final = Path(os.environ.get("JOURNAL_TEST_ENVIRONMENTS", ROOT / ".venv"))
PROPERDOCS: Final = ("properdocs>=1.6.5,<2", "properdocs-theme-mkdocs", "properdocs-theme-readthedocs")
MOST_INSTALLED: Final = ROOT / "tests/neighbours/requirements/most_installed.txt"
ENVIRONMENTS: Final = {
    "mkdocs": (("-e", f"{ROOT}[test]"),),
    "properdocs": (("-e", f"{ROOT}[test]"), PROPERDOCS),
    "both": (("-e", f"{ROOT}[test]"), PROPERDOCS, ("-r", str(MOST_INSTALLED))),
}
"""What pip installs, one call after the other."""
HOSTS: Final = ("mkdocs", "properdocs")
GROWTH: Final = "test_growth.py"
"""Measures time, so that it runs alone and without a trace of its lines."""
WHOLE_BUILDS: Final = ("site", "corpora")
"""Folders of tests that run the host's commands; the others test the rules, all of whose branches they must cover."""
NEIGHBOURS: Final = "neighbours"
"""Tests beside other plugins and themes; here beside the most installed ones, `tests/neighbours/run.py` runs all."""


def main(options: list[str]) -> int:
    """Run every check; return the exit code of the first that fails."""
    pythons = {name: environment(name, steps, (MOST_INSTALLED,)) for name, steps in ENVIRONMENTS.items()}
    main_python = pythons["mkdocs"]
    checks = [
        [main_python, "-m", "ruff", "check", "."],
        [main_python, "-m", "ruff", "format", "--check", "."],
        [main_python, "-m", "mypy"],
    ]
    apart = (*WHOLE_BUILDS, NEIGHBOURS, GROWTH)
    rules = ["-m", "pytest", "-p", "no:xdist", *(f"--ignore=tests/{name}" for name in apart), *options]
    checks += [[main_python, "-m", "coverage", "run", *rules], [main_python, "-m", "coverage", "report"]]
    checks += [[main_python, "-m", "pytest", "-p", "no:xdist", f"tests/{GROWTH}", *options]]
    for check in checks:
        if code := run(check):
            return code
    for name, python in pythons.items():
        print(f"== builds with {name}", flush=True)
        folders = [f"tests/{folder}" for folder in (WHOLE_BUILDS if name == "mkdocs" else ["site"])]
        if code := run([python, "-m", "pytest", "-n", str(os.cpu_count() or 1), *folders, *options], JOURNAL_HOST=name):
            return code
    for host in HOSTS:
        print(f"== neighbours with {host}", flush=True)
        beside = ["-m", "pytest", "-n", str(os.cpu_count() or 1), "-m", "neighbour", f"tests/{NEIGHBOURS}", *options]
        if code := run([pythons["both"], *beside], JOURNAL_HOST=host):
            return code
    return 0


def run(command: list[str], **variables: str) -> int:
    """Run a command in the checkout, with some variables; return its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


def environment(name: str, steps: tuple[tuple[str, ...], ...], lists: tuple[Path, ...] = ()) -> str:
    """Return the interpreter of an environment, made if it is not there; `lists` are files that the steps name."""
    folder = HOME / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    wanted = "\n".join(" ".join(step) for step in steps)
    wanted += "".join(file.read_text(encoding="utf-8") for file in (ROOT / "pyproject.toml", *lists))
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return str(python)
    venv.create(folder, with_pip=True, clear=True)
    for step in steps:
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *step], check=True)
    if name == "properdocs":
        subprocess.run([python, "-m", "pip", "uninstall", "--quiet", "--yes", "mkdocs"], check=True)
    stamp.write_text(wanted, encoding="utf-8")
    return str(python)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
