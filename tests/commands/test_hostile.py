"""Commands beside sites, files and streams that are arranged badly: one line, and no traceback."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from functools import partialmethod
from pathlib import Path
from unittest.mock import Mock

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from tests.command_line import runner
from tests.conftest import ROOT

POST = "---\ntitle: 日本\ntags: [a]\n---\nText\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def site(folder: Path, more: str = "") -> Path:
    config = f"site_name: T\ntheme: mkdocs\nplugins: [journal]\n{more}"
    return write(folder, {"mkdocs.yml": config, "docs/index.md": "# H\n", "docs/journal/2024-01-02-a.md": POST})


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.mark.parametrize(
    ("hook", "ended"),
    [
        ("raise RuntimeError('two\\nlines')", "RuntimeError: two lines"),
        ("def (", "SyntaxError: invalid syntax"),
        ("import no_such_module", "ModuleNotFoundError"),
    ],
)
def test_a_hook_that_fails(tmp_path: Path, hook: str, ended: str) -> None:
    site(tmp_path, "hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(hook)

    refused = run("list", tmp_path, code=2).stderr

    assert refused.startswith(f"mkdocs-journal: {tmp_path}/mkdocs.yml: a hook or plugin that it names ends with {ended}")
    assert refused.count("\n") == 1


def test_a_configuration_that_inherits_its_plugins(tmp_path: Path) -> None:
    """A list of its own would replace the inherited one; the folder of the docs is inherited as well."""
    write(
        tmp_path,
        {
            "base.yml": "site_name: T\ndocs_dir: text\nplugins:\n  - search\n  - blog\n",
            "mkdocs.yml": "INHERIT: base.yml\n",
            "own.yml": "INHERIT: base.yml\nplugins:\n  - search\n",
            "lost.yml": "INHERIT: nowhere.yml\n",
            "text/news/2024-01-02-a.md": POST,
        },
    )

    for command in (("init", tmp_path), ("import", "material", tmp_path)):
        refused = run(*command, code=1).stderr
        assert "takes its plugins from " in refused
        assert "base.yml (INHERIT); " in refused
    assert "+  - journal: {folder: news}" in run("init", tmp_path / "own.yml").stdout
    assert "+  - journal\n" in run("init", tmp_path / "lost.yml").stdout


def test_symbolic_links_to_files_elsewhere(tmp_path: Path) -> None:
    """A link is a post of the site that it is in; its target is changed, and the link is moved."""
    site(tmp_path / "site")
    target = write(tmp_path, {"elsewhere/x.md": "---\ntitle: X\n---\n"}) / "elsewhere/x.md"
    drafts = tmp_path / "site/docs/journal/_drafts"
    drafts.mkdir()
    (drafts / "x.md").symlink_to(target)

    run("publish", drafts / ".." / "_drafts" / "x.md", "--date", "2024-05-06")
    moved = drafts.parent / "2024-05-06-x.md"
    run("touch", moved, "--date", "2024-06-07")

    assert moved.is_symlink()
    assert not (drafts / "x.md").is_symlink()
    assert target.read_text() == "---\ntitle: X\ndate: 2024-05-06\nlast_updated: 2024-06-07\n---\n"


def test_a_relative_link_that_would_lead_nowhere_is_not_moved(tmp_path: Path) -> None:
    drafts = site(tmp_path) / "docs/journal/_drafts"
    write(drafts, {"../../own/x.md": "---\ntitle: X\n---\n"})
    drafts.mkdir(exist_ok=True)
    (drafts / "x.md").symlink_to("../../own/x.md")

    assert "nothing was changed" in run("publish", drafts / "x.md", code=1).stderr
    assert (drafts / "x.md").is_symlink()
    assert (drafts / "x.md").read_text() == "---\ntitle: X\n---\n"


def test_a_name_that_is_not_utf8_in_every_format(tmp_path: Path) -> None:
    name = os.fsencode(site(tmp_path) / "docs/journal/2024-01-03-") + b"\xe9.md"
    try:
        Path(os.fsdecode(name)).write_text(POST)
    except OSError:
        return  # the file system has names in UTF-8 only

    done = {form: run("check", "--format", form, tmp_path, code=1).stdout for form in ("text", "json", "github", "sarif")}

    json.loads(done["json"])
    result = json.loads(done["sarif"])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("2024-01-03-%E9.md")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"PYTHONIOENCODING": "cp1252"}, b"2024-01-02               \\u65e5\\u672c  ("),
        ({"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, "2024-01-02               日本  (".encode()),
    ],
)
def test_a_pipe_with_another_encoding(tmp_path: Path, given: dict[str, str], line: bytes) -> None:
    """A pipe gets UTF-8, whatever the system has; an encoding that is asked for stays, with escapes."""
    site(tmp_path)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_journal", "list"],
        cwd=tmp_path, env={**kept, "PYTHONPATH": str(ROOT), **given}, capture_output=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(line)


def test_an_interrupt_ends_without_a_traceback(tmp_path: Path) -> None:
    """The line of progress is removed, as after a usual end."""
    site(tmp_path, "hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text("import sys, time\nprint('hooked', file=sys.stderr, flush=True)\ntime.sleep(60)\n")
    master, slave = pty.openpty()
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # shells start jobs that ignore it
    command = [sys.executable, "-c", f"{heard}; from mkdocs_journal.commands.main import main; main()", "check"]
    with subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=slave, stderr=slave
    ) as process:
        os.close(slave)
        shown = b""
        while b"hooked" not in shown:
            shown += os.read(master, 4096)
        process.send_signal(signal.SIGINT)
        try:
            while part := os.read(master, 4096):
                shown += part
        except OSError:
            pass  # the other end is closed
    os.close(master)

    assert process.returncode == 1
    assert b"Traceback" not in shown
    assert shown.endswith(b"\r\x1b[K\r\nAborted!\r\n")


@pytest.mark.parametrize("name", ["mkdocs.yaml", "properdocs.yml", "mkdocs-blog.yml"])
def test_a_blog_whose_configuration_has_another_name(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "site_name: T\nplugins:\n  - blog\n"})
    given = tmp_path / name if name == "mkdocs-blog.yml" else tmp_path

    assert "+  - journal:" in run("import", "material", given).stdout
    (tmp_path / name).unlink()
    wanted = "found no mkdocs.yml; give the folder of a site, or its configuration file"
    assert wanted in run("import", "material", tmp_path, code=2).stderr


def test_links_in_circles_below_a_jekyll_site_end(tmp_path: Path) -> None:
    """Package managers make such links below `node_modules`; a folder that is excluded is not entered at all."""
    write(tmp_path, {"_config.yml": "title: T\n", "_posts/2024-01-02-a.md": POST, "more/_posts/2024-01-03-b.md": POST})
    for folder in (tmp_path / "more", tmp_path / "node_modules"):
        folder.mkdir(exist_ok=True)
        for number in range(8):
            (folder / f"back{number}").symlink_to(tmp_path)
            (folder / f"here{number}").symlink_to(".")

    listed = run("list", "--json", tmp_path).stdout

    assert [post["file"].rpartition("/")[2] for post in json.loads(listed)] == ["2024-01-03-b.md", "2024-01-02-a.md"]


def test_touch_looks_the_posts_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not search all posts of the site for each file: of a thousand files each would cost as much as the site."""
    names = [f"docs/journal/2024-02-{one % 28 + 1:02}-p{one}.md" for one in range(40)]
    write(site(tmp_path), dict.fromkeys(names, POST))
    resolve = Mock(side_effect=Path.resolve)
    monkeypatch.setattr(Path, "resolve", partialmethod(resolve))

    run("touch", *(tmp_path / name for name in names))

    assert resolve.call_count < 4 * len(names)
