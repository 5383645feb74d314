"""Every fenced example of the README and the documentation is what it claims to be."""

from __future__ import annotations

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath

import click
import pytest
from jinja2 import Environment

from mkdocs_journal import Source, read_journal
from mkdocs_journal.commands.main import main
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import wrong_options
from mkdocs_journal.options.table import NAMES
from tests.conftest import ROOT
from tests.documentation.fences import Fence, all_fences, journals_in, read_yaml
from tests.documentation.reference_pages import commands

FENCES = all_fences()
BROKEN = "docs/reference/problems.md"
"""Its examples have problems; `test_problem_examples.py` builds them."""


def is_yaml(fence: Fence) -> None:
    """Options below `journal` are accepted; front matter and workflows have their parts."""
    text = fence.text
    if text.startswith("---\n"):
        text = text.split("---\n")[1]
    value = read_yaml(text)
    assert value is not None
    for options in journals_in(value):
        assert set(options) <= set(NAMES)
        assert wrong_options(options) == ()
    if "workflows" in fence.title:
        assert isinstance(value, dict)
        assert value["permissions"] is not None
        for job in value["jobs"].values():
            assert job["runs-on"] == "ubuntu-latest"
            assert all(("uses" in step) != ("run" in step) for step in job["steps"])
            actions = [step for step in job["steps"] if "uses" in step]
            assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]) for step in actions)
            checkouts = [step for step in actions if step["uses"].startswith("actions/checkout@")]
            assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def is_post(fence: Fence) -> None:
    """A post is read without a problem."""
    path = fence.title.removeprefix("docs/") or "journal/2024-11-12-example.md"
    text = fence.text if fence.text.startswith("---\n") else f"---\ntitle: Example\n---\n\n{fence.text}"
    source = Source(path=PurePosixPath(path), shown=path, data=text.encode())
    if path.startswith(("journal/", "blog/")):
        journal = read_journal([source], Options(folder=path.split("/")[0]), now=datetime(2099, 1, 1, tzinfo=UTC))
        assert journal.problems == ()


def is_shell(fence: Fence) -> None:
    """Commands of the package exist, with the options that are written; others are known programs."""
    known = dict(commands(main))
    for line in fence.text.replace("\\\n", " ").splitlines():
        for part in re.split(r" && | > | \| ", line):
            words = shlex.split(part, comments=True)
            if words[:1] == ["mkdocs-journal"]:
                name = next(name for name in (" ".join(words[1:3]), words[1]) if name in known)
                options = {option for parameter in known[name].params for option in parameter.opts}
                assert {word for word in words if word.startswith("--")} <= options, part


def is_python(fence: Fence) -> None:
    ast.parse(fence.text)


def is_template(fence: Fence) -> None:
    Environment(autoescape=True).parse(fence.text)


def is_json(fence: Fence) -> None:
    json.loads(fence.text)


def is_toml(fence: Fence) -> None:
    tomllib.loads(fence.text)


def is_text(fence: Fence) -> None:
    assert fence.text.strip()


KINDS: Mapping[str, Callable[[Fence], None]] = {
    "yaml": is_yaml, "markdown": is_post, "sh": is_shell, "python": is_python, "html+jinja": is_template,
    "html": is_template, "json": is_json, "toml": is_toml, "text": is_text, "css": is_text,
    "journal": is_yaml,
}  # fmt: skip


def test_the_pages_have_examples() -> None:
    """Each names its language."""
    assert {fence.language for fence in FENCES} <= set(KINDS)


@pytest.mark.parametrize("fence", [fence for fence in FENCES if fence.page != BROKEN], ids=str)
def test_example(fence: Fence) -> None:
    KINDS[fence.language](fence)


def test_every_group_of_commands_is_known() -> None:
    """So that an example with a misspelt command is found."""
    assert isinstance(main, click.Group)
    with pytest.raises(StopIteration):
        is_shell(Fence("", 1, "sh", "", "mkdocs-journal chekc\n"))


def test_actions_have_the_same_version_everywhere() -> None:
    """In the workflows of the project and in those to copy, so that both are looked at together."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / ".github/workflows").glob("*.yml")]
    texts += [fence.text for fence in FENCES if "workflows" in fence.title]
    used = {found for text in texts for found in re.findall(r"uses: ([\w./-]+)@(\w{40}) # (v[\d.]+)", text)}

    assert len(used) == len({name for name, _, _ in used})
    assert "actions/deploy-pages" in {name for name, _, _ in used}
