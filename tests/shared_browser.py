"""One Chromium for a whole test run: the first test that needs it starts it, the end of the run stops it.

The folder named by `JOURNAL_BROWSER` holds what the processes of a run share: where the browser listens, and which
process it is. `tests/run.py` makes one for its runs of pytest, else pytest makes one for itself.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

VARIABLE: Final = "JOURNAL_BROWSER"
_OPTIONS: Final = (
    "--headless", "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
_WATCHED: Final = (
    'folder=$1; shift; "$@" & while kill -0 "$0" 2>/dev/null; do sleep 1; done; kill $!; sleep 1; rm -rf "$folder"'
)
"""Runs a browser for as long as the process of the run is there: a run that is killed leaves nothing behind."""
_LAST_WORDS: Final = 0.5
"""Seconds for which a browser writes into its folder while it ends."""
_SECONDS: Final = 300
"""After which it has failed; on a busy machine it starts slowly."""


def make_folder() -> Path:
    """Return the folder of a new run, which the environment of the processes that it starts names."""
    folder = Path(tempfile.mkdtemp(prefix="journal-browser-"))
    (folder / "owner").write_text(str(os.getpid()), encoding="ascii")
    os.environ[VARIABLE] = str(folder)
    return folder


def endpoint(program: str) -> str:
    """Return the address at which the browser of the run can be asked for pages; `program` is its path.

    Raises:
        TimeoutError: It did not start.
    """
    folder = Path(os.environ[VARIABLE])
    with contextlib.suppress(FileExistsError):
        os.close(os.open(folder / "started", os.O_CREAT | os.O_EXCL))  # by one process only
        with (folder / "log").open("wb") as log:
            owner = (folder / "owner").read_text(encoding="ascii")
            command = [program, *_OPTIONS, f"--user-data-dir={folder / 'profile'}", "about:blank"]
            process = subprocess.Popen(
                ["sh", "-c", _WATCHED, owner, str(folder), *command],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        (folder / "process").write_text(str(process.pid), encoding="ascii")
    port, end = folder / "profile/DevToolsActivePort", time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if lines := port.read_text(encoding="utf-8").split():
                return f"http://127.0.0.1:{lines[0]}"
        time.sleep(0.05)
    raise TimeoutError((folder / "log").read_text(encoding="utf-8", errors="replace"))


def stop(folder: Path) -> None:
    """Stop the browser of a run, if one was started, and remove its folder."""
    with contextlib.suppress(OSError, ValueError):
        os.killpg(int((folder / "process").read_text(encoding="ascii")), signal.SIGTERM)
        time.sleep(_LAST_WORDS)
    end = time.monotonic() + 5
    while folder.exists() and time.monotonic() < end:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.1)
