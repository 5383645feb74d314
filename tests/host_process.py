"""Runs the command of a host in a process that already has its modules: a fork of the test's own process.

A build then costs a fifth of what it costs with a new interpreter, and is still alone with its environment, working
folder and module state. A new interpreter is started where a fork is not the same: on systems without it, for a
host other than the one already imported, and for variables that Python reads at its start.
"""

from __future__ import annotations

import importlib
import logging
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final, NoReturn

_SECONDS: Final = 300
READ_AT_START: Final = frozenset({"PYTHONHASHSEED", "PYTHONPATH", "PYTHONWARNINGS", "PATH", "LC_ALL", "LANG"})
"""Variables that a running interpreter, or what it imported, does not read again."""
Command = Callable[[Sequence[str]], object]
"""Runs a command with its arguments."""
_HOSTS: Final = frozenset({"mkdocs", "properdocs"})


def run_host(host: str, arguments: Sequence[str], folder: Path, variables: Mapping[str, str]) -> tuple[int, str]:
    """Run `host` with arguments in a folder; return its exit code and what it printed on both streams."""
    if _can_fork(host, variables):
        run = command_of(f"{host}.__main__", "cli", host)
        importlib.import_module("mkdocs_journal.plugin")  # behind the host, which brings its names
        return _forked(run, arguments, folder, variables)
    command = [sys.executable, "-m", host, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=dict(variables), capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    return done.returncode, done.stdout + done.stderr


def run_check(arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> CompletedProcess[str]:
    """Run `mkdocs-journal check` with arguments in a folder; without other variables, with those of the test run."""
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"} | dict(variables or {})
    command = ["check", *arguments]
    if os.environ.get("JOURNAL_HOST") == "properdocs" or not _can_fork("mkdocs", variables):
        whole = [sys.executable, "-m", "mkdocs_journal", *command]
        return subprocess.run(
            whole, cwd=folder, env=variables, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    with tempfile.TemporaryFile() as errors:
        run = command_of("mkdocs_journal.commands.main", "main", "mkdocs-journal")
        code, output = _forked(run, command, folder, variables, errors.fileno())
        errors.seek(0)
        return CompletedProcess(command, code, output, errors.read().decode(errors="replace"))


def command_of(module: str, name: str, program: str) -> Command:
    """Return what runs a command of click, whose modules are imported now."""
    command = getattr(importlib.import_module(module), name)
    return lambda arguments: command.main(args=list(arguments), prog_name=program)


def _can_fork(host: str, variables: Mapping[str, str]) -> bool:
    """Return whether a fork behaves as a new process; of two hosts only the one that is imported first is forked."""
    if not hasattr(os, "fork") or any(variables.get(name) != os.environ.get(name) for name in READ_AT_START):
        return False
    others = _HOSTS - {host}
    return not any(f"{other}.__main__" in sys.modules for other in others)


def _forked(
    run: Command, arguments: Sequence[str], folder: Path, variables: Mapping[str, str], errors: int | None = None
) -> tuple[int, str]:
    """Run a command in a fork; return its exit code and what it printed, on both streams if `errors` is not another one."""
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        run_in_child(run, arguments, folder, variables, (writing, writing if errors is None else errors))
    os.close(writing)
    try:
        log = _read_to_end(reading, time.monotonic() + _SECONDS)
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), log.decode(errors="replace")


def _read_to_end(pipe: int, end: float) -> bytes:
    """Return all that comes through a pipe.

    Raises:
        TimeoutError: It was not closed at the time `end` of the monotonic clock.
    """
    parts: list[bytes] = []
    while select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
        if not (part := os.read(pipe, 65_536)):
            return b"".join(parts)
        parts.append(part)
    raise TimeoutError(f"the build was still running after {_SECONDS} s")


def run_in_child(
    run: Command, arguments: Sequence[str], folder: Path, variables: Mapping[str, str], streams: tuple[int, int]
) -> NoReturn:
    """Run the command as a new process would, and end."""
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(streams[0], 1)
        os.dup2(streams[1], 2)
        sys.stdout = open(1, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115 - until the end
        sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115 - until the end
        os.environ.clear()
        os.environ.update(variables)
        time.tzset()
        os.chdir(folder)
        sys.path.insert(0, str(folder))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        logging.getLogger().handlers.clear()  # those of the test run
        run(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        _end(code)


def _end(code: int) -> NoReturn:
    """End the process also if an interrupt comes meanwhile, or it would go on as a second test run."""
    while True:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)
        except KeyboardInterrupt:
            continue
