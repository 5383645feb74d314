"""Repositories made by tests: commits with a day, an author and files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

LINES = "".join(f"Line {number} of a text that is long enough to be known again.\n" for number in range(20))


class Repository:
    """A working copy in a folder."""

    def __init__(self, folder: Path, *, new: bool = True) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        if new:
            self.git("init", "-q", "-b", "main")

    def git(self, *command: str, day: str = "2024-01-01", author: str = "Ada <ada@example.org>", hour: int = 12) -> str:
        """Run Git at noon of a day, and return what it says."""
        name, _, mail = author.rstrip(">").partition(" <")
        moment = f"{day}T{hour:02}:00:00+02:00"
        variables = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": mail,
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": mail,
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *command],
            cwd=self.folder,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(
        self,
        day: str,
        files: Mapping[str, str | None] | None = None,
        *,
        message: str = "A change",
        author: str = "Ada <ada@example.org>",
        hour: int = 12,
    ) -> str:
        """Write files (None: remove), commit everything, and return the name of the commit."""
        for name, text in (files or {}).items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day, author=author, hour=hour)
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *options: str) -> Repository:
        """Clone it."""
        self.git("clone", "-q", *options, self.folder.as_uri(), str(folder))
        return Repository(folder, new=False)
