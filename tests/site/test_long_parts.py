"""A build says on a terminal what takes long; through a pipe it says nothing more."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

from tests.conftest import HOST, Site, post

HOOK = """
import logging, sys, threading
import mkdocs_journal.posts.post as reading
import mkdocs_journal.hosts.mkdocs.report as report
import mkdocs_journal.problems.long_parts as long_parts
long_parts.PATIENCE = 0.05
labels, said = reading.read_labels, threading.Event()
class Ear(logging.Handler):
    def emit(self, record):
        if "reading the posts" in record.getMessage():
            said.set()
report.log.logger.addHandler(Ear())
def slow(*given):
    said.wait(60 if sys.stderr.isatty() else 0.1)
    return labels(*given)
reading.read_labels = slow
"""


def test_a_long_part_of_a_build_is_named_on_a_terminal(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK, "docs/journal/2024-01-02-a.md": post("title: A")})
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    command = "mkdocs" if HOST == "both" else HOST
    ours, theirs = pty.openpty()

    subprocess.run([sys.executable, "-m", command, "build"], cwd=site.folder, stdout=theirs, stderr=theirs, check=True)
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part

    assert b"journal: reading the posts ..." in shown
    assert "reading the posts" not in site.build().log


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # as Linux says that nobody writes to a terminal any more
        return b""
