"""Runs the runner of the bad inputs with each build in a fork of its process.

A build then costs a fifth of what it costs with a new interpreter. What the runner puts around a build stays: limits of
time and memory, the closed network, variables, the exit code. Where variables that Python reads at its start differ from
those of this process, a new interpreter is started.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from tests.host_process import READ_AT_START, Command, command_of, run_in_child

VARIABLES: Final = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
}
"""What this process must be started with: the runner gives it to every build."""
_APART: Final = {"PATH", "PYTHONPATH"}
"""Read at the start as well; the guard of PYTHONPATH is run in each fork, and programs are found by the new PATH."""
_SECONDS: Final = 60
"""The longest build, in seconds of a processor: the runner would count what else a busy machine does as well."""
Spawn = Callable[[list[str], dict[str, str], Path, int], int]


def main(runner: Path, arguments: Sequence[str]) -> int:
    """Run the runner with arguments; return its exit code."""
    sys.path.insert(0, str(runner.parent))
    spec = importlib.util.spec_from_file_location("bad_inputs_runner", runner)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    build = command_of("mkdocs.__main__", "cli", "mkdocs")
    importlib.import_module("mkdocs_journal.plugin")
    module._spawn = _forking(build, module._spawn)
    module.WALL_SECONDS = 10 * _SECONDS
    sys.argv = [str(runner), *arguments]
    code: int = module.main()
    return code


def _forking(build: Command, spawn: Spawn) -> Spawn:
    def fork(command: list[str], variables: dict[str, str], folder: Path, output: int) -> int:
        if any(variables.get(name) != os.environ.get(name) for name in {*READ_AT_START, *VARIABLES} - _APART):
            return spawn(command, variables, folder, output)
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if not child:
            run_in_child(lambda given: _guarded(build, given), command[1:], folder, variables, (output, output))
        return child

    return fork


def _guarded(build: Command, arguments: Sequence[str]) -> None:
    """Run a build as the leader of its processes, with the runner's guard, which a new interpreter imports at its start."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    tempfile.tempdir = None  # that of the runner
    guard = Path(os.environ["PYTHONPATH"], "sitecustomize.py")
    exec(compile(guard.read_text(encoding="utf-8"), str(guard), "exec"), {"__name__": "sitecustomize"})
    build(arguments)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
