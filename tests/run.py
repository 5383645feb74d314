"""Installs what the tests need into environments of their own and runs them: `python3 tests/run.py [pytest options]`.

Needs Python 3.11 or newer with pip and venv, nothing else. The checks that do not depend on the host run once; the tests
of whole sites run in three environments: MkDocs alone, ProperDocs alone, and both installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
HOME: Final = Path(os.environ.get("JOURNAL_TEST_ENVIRONMENTS", ROOT / ".venv"))
PROPERDOCS: Final = ("properdocs>=1.6.5,<2", "properdocs-theme-mkdocs", "properdocs-theme-readthedocs")
ENVIRONMENTS: Final = {
    "mkdocs": (("-e", f"{ROOT}[test]"),),
    "properdocs": (("-e", f"{ROOT}[test]"), PROPERDOCS),
    "both": (("-e", f"{ROOT}[test]"), PROPERDOCS),
}
"""What pip installs, one call after the other."""
GROWTH: Final = ("test_growth.py", "markup/test_bodies_growth.py")
"""Measure time, so that they run alone and without a trace of their lines."""
WHOLE_BUILDS: Final = ("site", "corpora")
"""Folders of tests that run the host's commands; the others test the rules."""


EDGE: Final = "*/hosts/*,*/plugin.py,*/commands/*,*/__main__.py"
"""What connects the rules to MkDocs and to the terminal."""
GATES: Final = (("the rules", f"--omit={EDGE}", 100), ("the edge", f"--include={EDGE}", 95))
"""What percentage of lines and branches all tests together run at least, those in whole builds with MkDocs included."""


def main(options: list[str]) -> int:
    """Run every check; return the exit code of the first that fails."""
    sys.path.insert(0, str(ROOT))
    from tests import shared_browser  # noqa: PLC0415 - found from here on

    browser = shared_browser.make_folder()
    try:
        return next((code for step in _steps(options) if (code := step())), 0)
    finally:
        shared_browser.stop(browser)


def _steps(options: list[str]) -> Iterator[Callable[[], int]]:
    """Yield every check as a function that runs it and returns its exit code."""
    pythons = {name: _environment(name, steps) for name, steps in ENVIRONMENTS.items()}
    python = pythons["mkdocs"]
    yield partial(_run, "style", [python, "-m", "ruff", "check", "."])
    yield partial(_run, "format", [python, "-m", "ruff", "format", "--check", "."])
    yield partial(_run, "types", [python, "-m", "mypy"])
    coverage = [python, "-m", "coverage"]
    yield partial(_run, "coverage of earlier runs", [*coverage, "erase"])
    apart = [f"--ignore=tests/{name}" for name in (*WHOLE_BUILDS, *GROWTH)]
    yield partial(_run, "the rules", [*coverage, "run", "-m", "pytest", "-p", "no:xdist", *apart, *options])
    timed = [f"tests/{name}" for name in GROWTH]
    yield partial(_run, "growth", [python, "-m", "pytest", "-p", "no:xdist", *timed, *options])
    sites = _side_by_side("site", options)
    yield partial(_run, "builds with mkdocs", [*coverage, "run", *sites], JOURNAL_HOST="mkdocs")
    yield partial(_run, "coverage", [*coverage, "combine", "--quiet"])
    for name, part, least in GATES if not options else ():  # options may leave tests out
        yield partial(_run, f"coverage of {name}", [*coverage, "report", part, f"--fail-under={least}"])
    yield partial(_run, "corpora", [python, *_side_by_side("corpora", options)], JOURNAL_HOST="mkdocs")
    for name in ("properdocs", "both"):
        yield partial(_run, f"builds with {name}", [pythons[name], *sites], JOURNAL_HOST=name)


def _side_by_side(folder: str, options: list[str]) -> list[str]:
    return ["-m", "pytest", "-n", str(os.cpu_count() or 1), f"tests/{folder}", *options]


def _run(name: str, command: list[str], **variables: str) -> int:
    """Run a check, and print the CPU time, in user and system mode, of its processes."""
    before = os.times()
    print(f"== {name}", flush=True)
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"== {name}: {seconds:.1f} s of CPU time", flush=True)
    return code


def _environment(name: str, steps: tuple[tuple[str, ...], ...]) -> str:
    """Return the interpreter of an environment, made and filled if it is not there."""
    folder = HOME / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    wanted = "\n".join(" ".join(step) for step in steps) + (ROOT / "pyproject.toml").read_text(encoding="utf-8")
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
