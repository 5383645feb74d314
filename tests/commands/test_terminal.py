"""Every command in a process of its own: on a terminal and in a pipe, its exit code, its help, its completion."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from mkdocs_journal.commands.main import main
from tests.command_line import runner
from tests.conftest import ROOT

SITE = {
    "mkdocs.yml": "site_name: T\nsite_url: https://example.org/\nplugins: [journal]\n",
    "docs/index.md": "# Home\n",
    "docs/journal/2024-01-02-one.md": "---\ntitle: One\ntags: [a]\n---\nText\n",
    "docs/journal/_drafts/idea.md": "---\ntitle: Idea\n---\nText\n",
    "docs/journal/2031-01-01-later.md": "---\ntitle: Later\n---\nText\n",
    "plain/mkdocs.yml": "site_name: P\n",
    "blog/_config.yml": "title: B\n",
    "blog/_posts/2024-01-02-b.md": "---\ntitle: B\n---\nText\n",
    "material/mkdocs.yml": "site_name: M\nplugins:\n  - blog\n",
    "built/index.html": "<p>Home</p>",
    "urls.txt": "/\n/gone/\n",
    "old.json": '{"items": [{"id": "1", "url": "https://example.org/a"}]}',
    "new.json": '{"items": [{"id": "2", "url": "https://example.org/a"}]}',
}
COMMANDS = {
    "list": (0, ["list", "."]),
    "list --json": (0, ["list", "--json"]),
    "list without a site": (2, ["list", "docs/journal/_drafts/.."]),
    "tags": (0, ["tags"]),
    "tags --similar": (0, ["tags", "--similar"]),
    "tags --rename": (1, ["tags", "--rename", "none", "x"]),
    "due": (0, ["due", "--as-of", "2024-06-01"]),
    "due without one": (1, ["due", "--as-of", "2032-01-01"]),
    "due that came": (0, ["due", "--since", "2030-12-01", "--as-of", "2031-01-02"]),
    "check": (0, ["check"]),
    "check --format sarif": (0, ["check", "--format", "sarif"]),
    "explain": (0, ["explain", "J302"]),
    "explain nothing": (1, ["explain", "J000"]),
    "schema": (0, ["schema", "front-matter"]),
    "schema of nothing": (2, ["schema", "x"]),
    "init": (0, ["init", "plain"]),
    "init --yes": (0, ["init", "plain", "--yes"]),
    "init twice": (1, ["init", "."]),
    "new": (0, ["new", "A title", "--date", "2024-05-06", "--author", ""]),
    "publish": (0, ["publish", "docs/journal/_drafts/idea.md", "--date", "2024-05-06"]),
    "publish twice": (1, ["publish", "docs/journal/2024-01-02-one.md"]),
    "touch": (0, ["touch", "docs/journal/2024-01-02-one.md", "--date", "2024-05-06"]),
    "feeds diff": (1, ["feeds", "diff", "old.json", "new.json"]),
    "feeds diff of the same": (0, ["feeds", "diff", "old.json", "old.json"]),
    "feeds diff of no feed": (2, ["feeds", "diff", "old.json", "urls.txt"]),
    "import jekyll": (0, ["import", "jekyll", "blog", "moved"]),
    "import material": (0, ["import", "material", "material"]),
    "verify": (1, ["verify", "built", "urls.txt"]),
    "completion": (0, ["completion", "zsh"]),
}
SHOWN = ("list", "check", "import jekyll", "verify", "list without a site")
"""Commands that are run on a terminal; all of them are run in a pipe."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1718000000", **more}


def on_terminal(arguments: list[str], folder: Path) -> tuple[int, str, str]:
    """Run a command whose error stream is a terminal; return the exit code and both streams."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "mkdocs_journal", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=slave) as process:
        os.close(slave)
        assert process.stdout is not None
        printed, shown = process.stdout.read().decode(), b""
        try:
            while part := os.read(master, 4096):
                shown += part
        except OSError:
            pass  # the other end is closed
    os.close(master)
    return process.returncode, printed, shown.decode()


@pytest.mark.parametrize("name", SHOWN)
def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(folder: Path, tmp_path: Path, name: str) -> None:
    """Both print the same and end with the same code; on a terminal the line of progress is removed at the end."""
    code, arguments = COMMANDS[name]
    other = shutil.copytree(folder, tmp_path / "copy")

    command = [sys.executable, "-m", "mkdocs_journal", *arguments]
    piped = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    returned, printed, shown = on_terminal(arguments, other)

    assert (returned, printed) == (code, piped.stdout)
    lines = shown.replace("\r\n", "\n").split("\r\x1b[K")
    assert lines[-1] == piped.stderr
    assert len(lines) > 1
    assert all(line.endswith(" ...") for line in lines[:-1])


def test_each_part_of_a_long_command_is_named(folder: Path) -> None:
    (folder / "docs/journal/2024-01-03-two.md").write_text("---\ntitle: Two\ndescripton: x\n---\n", encoding="utf-8")

    _, _, shown = on_terminal(["check", "--fix"], folder)

    parts = [part.rpartition("\n")[2] for part in shown.split("\r\x1b[K")[:-1]]
    assert parts == [*("Reading the posts ...", "Fixing the posts ...") * 2, "Reading the posts ..."]
    assert "fixed: docs/journal/2024-01-03-two.md" in shown


@pytest.mark.parametrize("name", ["list", "check"])
def test_a_command_without_an_error_stream_does_the_same(folder: Path, name: str) -> None:
    code, arguments = COMMANDS[name]
    command = [sys.executable, "-m", "mkdocs_journal", *arguments]
    piped = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)

    closed = ["sh", "-c", 'exec "$@" 2>&-', "sh", *command]
    result = subprocess.run(closed, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True, check=False)

    assert (result.returncode, result.stdout) == (code, piped.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_in_a_pipe(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It ends with the documented code, prints results or a message, and no sign of a terminal."""
    monkeypatch.chdir(folder)
    code, arguments = COMMANDS[name]

    done = runner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": "1718000000"})

    printed = done.stdout + done.stderr
    assert done.exit_code == code, printed
    assert "\x1b" not in printed
    assert " ...\r" not in printed
    assert printed or name.startswith("due") or name == "tags --similar"


def commands(group: click.Group) -> dict[str, click.Command]:
    """Return every command below a group by its words."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        below = commands(command) if isinstance(command, click.Group) else {}
        found |= {f"{name} {word}": one for word, one in below.items()} or {name: command}
    return found


def test_every_command_is_run_here() -> None:
    run_here = {" ".join(arguments) for _, arguments in COMMANDS.values()}

    assert [name for name in commands(main) if not any(f"{one} ".startswith(f"{name} ") for one in run_here)] == []


def test_every_option_and_command_has_help() -> None:
    for name, command in commands(main).items():
        assert command.help, name
        assert command.help.splitlines()[0].endswith("."), name
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert [option.name for option in options if not (option.help or "").endswith(".")] == [], name


SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": {"$ref": "#/$defs/text"},
                                                "help": {"$ref": "#/$defs/text"},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"$ref": "#/$defs/text"},
                                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string"}},
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "additionalProperties": False,
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+$"}
                            },
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "startColumn": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                }
            },
        },
    },
}
"""The part of the SARIF schema 2.1.0 that is used; everything else is forbidden here, so that it would be noticed."""


def test_sarif_is_that_of_its_schema(folder: Path) -> None:
    """Problems with and without a line, in files with every kind of name, of every severity that a check reports."""
    posts = folder / "docs/journal"
    (posts / "2024-02-02-ä b%[x].md").write_text("---\nauthr: A\ndate: soon\nfont:\n - {x: \x07}\n---\n")
    (posts / "2024-02-03-c.md").write_text("---\ntitle: [\n---\n")
    (posts / "2024-02-04-d.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    (posts / "2024-02-05-e").write_text("---\ntitle: E\ndate: 2024-02-06\n---\n")
    (posts / "2024-02-06-f.md").write_text("---\ntitle: F\ntags: [A-B]\ntags: [c]\n---\n")

    done = runner().invoke(main, ["check", "--format", "sarif", str(folder)])

    log = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert {result["level"] for result in log["runs"][0]["results"]} >= {"error", "warning"}
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == {
        rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]
    }


WORDS = {
    "bash": 'source <(mkdocs-journal completion bash); COMP_WORDS=(mkdocs-journal {0} ""); COMP_CWORD={1}; '
    '_mkdocs_journal_completion mkdocs-journal; echo "${{COMPREPLY[@]}}"',
    "zsh": 'autoload -Uz compinit; compinit -u -D; eval "$(mkdocs-journal completion zsh)"; '
    'compadd() {{ print -l -- "${{completions[@]}}"; }}; _describe() {{ print -l -- "${{(@P)3}}"; }}; '
    'words=(mkdocs-journal {0} ""); '
    "CURRENT=$(({1} + 1)); _mkdocs_journal_completion",
    "fish": "mkdocs-journal completion fish | source; complete -C 'mkdocs-journal {0} '",
}


@pytest.mark.parametrize("shell", WORDS)
def test_a_shell_completes_commands_and_choices(tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "mkdocs-journal").write_text(f"#!{sys.executable}\nfrom mkdocs_journal.commands.main import main\nmain()\n")
    (tmp_path / "mkdocs-journal").chmod(0o755)
    found = environment(PATH=f"{tmp_path}:{os.environ['PATH']}", HOME=str(tmp_path))

    wanted = {"import": ("jekyll", "material"), "check --format": ("json", "sarif")}
    script = "\n".join(WORDS[shell].format(words, len(words.split()) + 1) for words in wanted)
    done = subprocess.run([shell, "-c", script], env=found, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert all(word in done.stdout for words in wanted.values() for word in words), done.stdout + done.stderr
