"""Faults while `serve` runs: each build shows what is there, and the next one without the fault equals a fresh build."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path

from tests.conftest import Site, post
from tests.site.serve_author import from_nothing, in_halves, with_backup, with_lock
from tests.site.test_serve_cache import EDITS, ENV

OUTPUTS = ("kept", "fresh")


class Serving:
    """A process that builds as `serve` does when it is asked, and compares each build with a fresh one."""

    def __init__(self, site: Site, process: subprocess.Popen[str]) -> None:
        self.folder = site.folder
        self.process = process

    def build(self) -> tuple[str, str]:
        """Build; return why it failed, or empty, and what was reported."""
        before = self.watched()
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("build\n")
        self.process.stdin.flush()
        found = json.loads(self.process.stdout.readline())
        assert found["different"] == []
        assert self.watched() == before, "a build that changes a source leads to another one"
        return found["error"], found["reports"]

    def watched(self) -> dict[Path, tuple[int, int, int]]:
        """Return what the server of MkDocs compares of each source."""
        paths = (path for path in self.folder.rglob("*") if path.relative_to(self.folder).parts[0] not in OUTPUTS)
        states = ((path, path.lstat()) for path in paths if "__pycache__" not in path.parts)
        return {path: (state.st_ino, state.st_mtime_ns, state.st_size) for path, state in states}

    def page(self, path: str) -> str:
        return (self.folder / "kept" / path).read_text(encoding="utf-8")


@contextmanager
def serving(site: Site) -> Iterator[Serving]:
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, EDITS, site.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENV
    ) as process:
        yield Serving(site, process)


def test_each_step_in_which_an_editor_saves_a_post_is_shown(site: Site) -> None:
    """What cannot be read is reported and left out, the other posts are listed, and the last step mends it."""
    names = [f"2024-01-0{number}-p{number}.md" for number in range(1, 6)]
    site.write({f"docs/journal/{name}": post(f"title: Old {name[-4]}\ntags: [a]") for name in names})
    texts = [post(f"title: New {name[-4]}\ntags: [a]", "Ufer \u00fcber\n\n```python\nx = 1\n```\n") for name in names]
    paths = [site.folder / "docs/journal" / name for name in names]
    editors = (in_halves, from_nothing, with_backup, with_lock)
    saves = [editor(path, text.encode()) for editor, path, text in zip(editors, paths, texts, strict=False)]
    with serving(site) as server:
        assert server.build() == ("", "")
        told = []
        for _ in zip_longest(*saves):
            told.append(server.build())
            assert "Old 5" in server.page("journal/index.html")
        told.append(server.build())
        listed = server.page("journal/index.html")

    assert [error for error, _ in told] == ["", "", "", ""]
    reported = [lines for _, lines in told]
    assert "docs/journal/2024-01-01-p1.md:6:6: text: byte 0xC3 is not valid UTF-8" in reported[0]
    assert [len(lines.splitlines()) for lines in reported] == [1, 0, 0, 0]
    assert [title for title in ("New 1", "New 2", "New 3", "New 4", "Old 5") if title not in listed] == []
    assert "Old 1" not in listed


HOOK = """
import pathlib
from mkdocs.plugins import event_priority

def asked():
    return pathlib.Path(__file__).with_name("fault.txt").read_text()
def fault(event):
    if asked() == event:
        raise RuntimeError("not ours")

def on_page_content(html, page, config, files):
    if page.file.src_uri.endswith("p2.md"):
        fault("content")
def on_env(env, config, files):
    fault("env")
def on_page_context(context, page, config, nav):
    if page.file.src_uri.endswith("p2.md"):
        fault("context")
@event_priority(50)
def on_post_build(config):
    fault("end")
    if asked() == "no room":
        pathlib.Path(config.site_dir, "journal/feed.json/x").mkdir(parents=True)
"""


def test_after_each_fault_the_site_is_mended_by_the_next_build(site: Site) -> None:
    """Exceptions of another plugin, a feed that cannot be written, data files that cannot be read."""
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            **{f"docs/journal/2024-01-0{n}-p{n}.md": post(f"title: P {n}\ntags: [a]\nauthor: ada") for n in range(1, 4)},
            "docs/journal/.authors.yml": "ada: {name: Ada One}\n",
            "docs/journal/tags.yml": "a: {name: Aft}\n",
            "hook.py": HOOK,
            "fault.txt": "",
        }
    )
    with serving(site) as server:
        assert server.build() == ("", "")
        for number, event in enumerate(("content", "env", "context", "end")):
            site.write({"fault.txt": event, "docs/journal/2024-01-01-p1.md": post(f"title: Now {number}\ntags: [a]")})
            error, told = server.build()
            assert error.startswith("RuntimeError: not ours"), event
            assert "journal: " not in told, event
        site.write({"fault.txt": "no room"})
        error, told = server.build()
        assert error == "Abort: Aborted with a BuildError!"
        assert "journal: /journal/feed.json cannot be written (" in told
        site.write({"fault.txt": ""})
        assert server.build() == ("", "")
        assert "Now 3" in server.page("journal/index.html")

        site.write({"docs/journal/.authors.yml": "ada: [{\n", "docs/journal/tags.yml": "a: [[\n"})
        error, told = server.build()
        assert error == ""
        assert told.count("(J405)") == 2, told
        assert "ada" in server.page("journal/2024/01/p2/index.html")
        assert "Ada One" not in server.page("journal/2024/01/p2/index.html")
        site.write({"docs/journal/.authors.yml": "ada: {name: Ada Two}\n", "docs/journal/tags.yml": "a: {name: Abaft}\n"})
        assert server.build() == ("", "")
        assert "Ada Two" in server.page("journal/2024/01/p2/index.html")
        assert "Abaft" in server.page("journal/tags/index.html")
