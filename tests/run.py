"""Installs what the tests need into environments of their own and runs them: `python3 tests/run.py [pytest options]`.

Needs Python 3.11 or newer with pip and venv, nothing else. The checks that do not depend on the host run once; the tests
of whole sites run in environments of MkDocs alone and of ProperDocs alone, what may differ with both installed in a third.
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
MOST_INSTALLED: Final = ROOT / "tests/neighbours/requirements/most_installed.txt"
ENVIRONMENTS: Final = {
    "mkdocs": (("-e", f"{ROOT}[test]"),),
    "properdocs": (("-e", f"{ROOT}[test]"), PROPERDOCS),
    "both": (("-e", f"{ROOT}[test]"), PROPERDOCS, ("-r", str(MOST_INSTALLED))),
}
"""What pip installs, one call after the other."""
HOSTS: Final = ("mkdocs", "properdocs")
GROWTH: Final = ("test_growth.py", "markup/test_bodies_growth.py")
"""Measure time, so that they run alone and without a trace of their lines."""
WHOLE_BUILDS: Final = ("site", "corpora")
"""Folders of tests that run the host's commands; the others test the rules."""


BOTH: Final = tuple(f"site/test_{name}.py" for name in ("build", "check", "edge", "example_site", "serve"))
"""What may differ where both hosts are installed: which of them builds, the command, scripts, `serve`, the same bytes of
both. Everything else is MkDocs as it is alone."""
EDGE: Final = "*/hosts/*,*/plugin.py,*/commands/*,*/__main__.py"
"""What connects the rules to MkDocs and to the terminal."""
GATES: Final = (("the rules", f"--omit={EDGE}", 100), ("the edge", f"--include={EDGE}", 95))
"""What percentage of lines and branches all tests together run at least, those in whole builds with MkDocs included."""
NEIGHBOURS: Final = "neighbours"
"""Tests beside other plugins and themes; here beside the most installed ones, `tests/neighbours/run.py` runs all."""


def main(options: list[str]) -> int:
    """Run every check; return the exit code of the first that fails."""
    sys.path.insert(0, str(ROOT))
    from tests import shared_browser  # noqa: PLC0415 - found from here on

    os.environ["COVERAGE_FILE"] = str(ROOT / ".coverage")  # builds run in folders of their own
    browser = shared_browser.make_folder()
    try:
        return next((code for step in _steps(options) if (code := step())), 0)
    finally:
        shared_browser.stop(browser)


def _steps(options: list[str]) -> Iterator[Callable[[], int]]:
    """Yield every check as a function that runs it and returns its exit code."""
    pythons = {name: environment(name, steps, (MOST_INSTALLED,)) for name, steps in ENVIRONMENTS.items()}
    python = pythons["mkdocs"]
    yield partial(_run, "style", [python, "-m", "ruff", "check", "."])
    yield partial(_run, "format", [python, "-m", "ruff", "format", "--check", "."])
    yield partial(_run, "types", [python, "-m", "mypy"])
    compiling = [python, "-m", "compileall", "-q", "mkdocs_journal"]  # hundreds of processes import it
    yield partial(_run, "byte code", compiling)
    coverage = [python, "-m", "coverage"]
    yield partial(_run, "coverage of earlier runs", [*coverage, "erase"])
    apart = [f"--ignore=tests/{name}" for name in (*WHOLE_BUILDS, NEIGHBOURS, *GROWTH)]
    yield partial(_run, "the rules", [*coverage, "run", *_side_by_side("", options=[*apart, *options])])
    timed = [f"tests/{name}" for name in GROWTH]
    yield partial(_run, "growth", [python, "-m", "pytest", "-p", "no:xdist", *timed, *options])
    sites = _side_by_side("site", options=options)
    yield partial(_run, "builds with mkdocs", [*coverage, "run", *sites], JOURNAL_HOST="mkdocs")
    yield partial(_run, "coverage", [*coverage, "combine", "--quiet"])
    for name, part, least in GATES if not options else ():  # options may leave tests out
        yield partial(_run, f"coverage of {name}", [*coverage, "report", part, f"--fail-under={least}"])
    yield partial(_run, "corpora", [python, *_side_by_side("corpora", options=options)], JOURNAL_HOST="mkdocs")
    yield partial(_run, "builds with properdocs", [pythons["properdocs"], *sites], JOURNAL_HOST="properdocs")
    both = _side_by_side(*BOTH, options=options)
    yield partial(_run, "builds with both", [pythons["both"], *both], JOURNAL_HOST="both")
    beside = [pythons["both"], *_side_by_side(NEIGHBOURS, options=["-m", "neighbour", *options])]
    for name in HOSTS:
        yield partial(_run, f"neighbours with {name}", beside, JOURNAL_HOST=name)


def _side_by_side(*paths: str, options: list[str]) -> list[str]:
    return ["-m", "pytest", "-n", str(os.cpu_count() or 1), *(f"tests/{path}" for path in paths), *options]


def _run(name: str, command: list[str], **variables: str) -> int:
    """Run a check, and print the CPU time, in user and system mode, of its processes."""
    before = os.times()
    print(f"== {name}", flush=True)
    code = run(command, **variables)
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"== {name}: {seconds:.1f} s of CPU time", flush=True)
    return code


def run(command: list[str], **variables: str) -> int:
    """Run a command in the checkout, with some variables; return its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


def environment(name: str, steps: tuple[tuple[str, ...], ...], lists: tuple[Path, ...] = ()) -> str:
    """Return the interpreter of an environment, made and filled if it is not there; the steps name the files `lists`."""
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
