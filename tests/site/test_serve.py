"""`mkdocs serve`, driven: after each change of a source the site equals a fresh build, and the server goes on."""

from __future__ import annotations

import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import HOST, Site, post
from tests.site.reader import text_of
from tests.site.serve_author import EDITORS

POST = "docs/journal/2024-05-06-case.md"
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1795132800", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


SECONDS = 300
"""After which something has failed that is waited for; a busy machine builds fifty times as slowly as a quiet one."""


class Server:
    """A running `serve`."""

    def __init__(self, site: Site, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = site
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.port}/docs/"
        (folder / "tmp").mkdir(parents=True)
        (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
        self.log_file = folder / "log"
        command = "mkdocs" if HOST == "both" else HOST
        self.process = subprocess.Popen(
            [sys.executable, "-m", command, "serve", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{self.port}"],
            cwd=site.folder,
            env={**ENV, "TMPDIR": str(folder / "tmp")},
            stdout=self.log_file.open("w"),
            stderr=subprocess.STDOUT,
        )

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return what the server shows, read between two builds."""
        (output,) = (self.folder / "tmp").glob("*docs_*")
        return tree(output)

    def wait(self, builds: int) -> None:
        """Wait until so many builds are finished."""
        self.until(lambda: self.finished >= builds)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so; it may look at files while they are written."""
        end = time.monotonic() + SECONDS
        while True:
            with suppress(FileNotFoundError, NotADirectoryError, KeyError):
                if condition():
                    return
            assert self.process.poll() is None, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.05)

    @property
    def finished(self) -> int:
        return len(re.findall("Serving on|Reloading browsers", self.log))

    def page(self, path: str) -> str:
        return self.files()[path].decode()

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(SECONDS)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def server(site: Site, tmp_path: Path) -> Iterator[Server]:
    site.write(
        {
            POST: post("title: Case\ntags: [x]\nauthor: ada", "Casebody\n"),
            "docs/journal/2024-05-01-other.md": post("title: Other", "[case](2024-05-06-case.md)\n"),
            "docs/journal/_drafts/idea.md": post("title: Idea"),
            ".authors.yml": "ada: {name: Ada One}\n",
        }
    )
    started = Server(site, tmp_path / "served")
    try:
        started.wait(1)
        yield started
    finally:
        started.stop()


def change(server: Server, name: str, text: str | None, tmp_path: Path, old: str | None = None) -> dict[str, bytes]:
    """Change one source as one step, and return the site as soon as it equals a fresh build."""
    before = server.finished
    path = server.site.folder / name
    if text is not None:
        ready = tmp_path / "ready"
        ready.write_text(text, encoding="utf-8")
        ready.replace(path)
    elif old is not None:
        (server.site.folder / old).rename(path)
    else:
        path.unlink()
    server.wait(before + 1)
    return as_fresh(server, tmp_path / f"fresh-{before}")


def as_fresh(server: Server, fresh: Path) -> dict[str, bytes]:
    """Return the site as soon as it equals a fresh build.

    How many builds that takes is for the server of MkDocs: it looks at each watched path twice a second, each in a thread
    of its own, and builds once more for what it sees after a build has begun.
    """
    subprocess.run(
        [sys.executable, str(Path(__file__).with_name("fresh.py")), "mkdocs.yml", str(fresh), server.url],
        cwd=server.site.folder,
        env=ENV,
        check=True,
        capture_output=True,
    )
    wanted = tree(fresh)
    server.until(lambda: server.files().keys() == wanted.keys())
    server.until(lambda: server.files() == wanted)
    return wanted


def assert_quiet(server: Server) -> None:
    """A server to which nothing happens soon builds no more: nothing that a build writes is watched."""
    for _ in range(10):
        before = server.finished
        time.sleep(1.5)
        if server.finished == before:
            return
    raise AssertionError(server.log)


def test_the_site_follows_every_change(server: Server, tmp_path: Path) -> None:
    """Break a post, mend it, create, rename, delete, make it a draft, change the file of authors."""
    assert "Ada One" in server.page("journal/2024/05/case/index.html")
    assert "Draft" in text_of(server.page("journal/_drafts/idea/index.html"))

    broken = change(server, POST, post("title: Case\ndate: 2024-13-99 of\ntags: [x", "Casebody\n"), tmp_path)
    page = text_of(broken["journal/2024-05-06-case/index.html"].decode())
    assert "This post cannot be published" in page
    reported = "docs/journal/2024-05-06-case.md:4:7: front matter: a bracket that is never closed"
    assert reported in page
    assert f"ERROR   -  journal: {reported}" in server.log
    assert "Case" not in text_of(broken["journal/index.html"].decode())

    mended = change(server, POST, post("title: Case mended\ntags: [x]\nauthor: ada", "Casebody\n"), tmp_path)
    assert "Case mended" in text_of(mended["journal/index.html"].decode())

    created = change(server, "docs/journal/2024-06-07-new.md", post("title: New one\ntags: [y]"), tmp_path)
    assert "journal/2024/06/new/index.html" in created
    assert "journal/tags/y/index.html" in created

    newer = "docs/journal/2024-06-08-newer.md"
    renamed = change(server, newer, None, tmp_path, old="docs/journal/2024-06-07-new.md")
    assert "journal/2024/06/newer/index.html" in renamed

    deleted = change(server, newer, None, tmp_path)
    assert not [name for name in deleted if "2024/06" in name or "tags/y" in name]

    draft = change(server, POST, post("title: Case\ndraft: true\ntags: [x]", "Casebody\n"), tmp_path)
    assert "Draft" in text_of(draft["journal/2024-05-06-case/index.html"].decode())
    assert "journal/tags/x/index.html" not in draft

    change(server, POST, post("title: Case\nauthor: ada", "Casebody\n"), tmp_path)
    people = change(server, ".authors.yml", "ada: {name: Ada Two}\n", tmp_path)
    assert "Ada Two" in text_of(people["journal/2024/05/case/index.html"].decode())

    assert "Traceback" not in server.log
    assert_quiet(server)
    assert server.process.poll() is None


def test_a_post_that_editors_save_in_several_steps(server: Server, tmp_path: Path) -> None:
    """Whatever the server sees of it, at the end the site equals a fresh build."""
    chance = random.Random(15)
    for number, editor in enumerate(EDITORS):
        body = f"Casebody \u00fcber\n\n```python\nx = {number}\n```\n"
        for _ in editor(server.site.folder / POST, post(f"title: Saved {number}\nauthor: ada", body).encode()):
            time.sleep(chance.random() / 3)
        server.until(lambda number=number: f"Saved {number}" in server.page("journal/index.html"))  # type: ignore[misc]

    as_fresh(server, tmp_path / "fresh")

    assert "bug in mkdocs-journal" not in server.log
    assert_quiet(server)
    assert server.process.poll() is None
