"""Every option, key and problem has an entry in the documentation, written from its one description."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from mkdocs_journal.commands.main import main
from mkdocs_journal.commands.sites import NO_JOURNAL
from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.language.catalogues import catalogue
from mkdocs_journal.options.table import OPTIONS
from mkdocs_journal.problems.catalogue import KINDS
from mkdocs_journal.publishing.assets import FOLDER
from tests.conftest import HOST, ROOT, Golden, Site

REFERENCE = ROOT / "docs/reference"


def options_table() -> str:
    rows = [f"| `{o.name}` | `{o.default}` | {o.description} | `{o.example}` |" for o in OPTIONS]
    return "\n".join(["| option | default | meaning | example |", "|---|---|---|---|", *rows])


def keys_table() -> str:
    rows = []
    for key in KEYS:
        others = ", ".join(f"`{alias}`" for alias in key.aliases) or "–"
        rows.append(f"| `{key.name}` | {others} | {key.description} | `{key.example}` |")
    return "\n".join(["| key | also read, in this order | meaning | example |", "|---|---|---|---|", *rows])


def problems_table() -> str:
    rows = [
        f"| {k.code} | {k.severity.value} | {k.when} | {k.wording.replace('{', '‹').replace('}', '›')} |"
        for k in KINDS.values()
    ]
    return "\n".join(["| code | severity | when | message |", "|---|---|---|---|", *rows])


def labels_table() -> str:
    """The labels with their English text; of plural forms that of many."""
    shown = {key: text if isinstance(text, str) else text["other"] for key, text in catalogue("en").items()}
    rows = [f"| `{key}` | `{text}` |" for key, text in shown.items()]
    return "\n".join(["| label | in English |", "|---|---|", *rows])


def commands_text() -> str:
    """Each command with its usage, its help, and its options."""
    return "\n\n".join(_command(command, f"mkdocs-journal {name}") for name, command in _commands(main, ""))


def _commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def _command(command: click.Command, name: str) -> str:
    context = click.Context(command)
    usage = " ".join((name, *command.collect_usage_pieces(context)))
    text = inspect.cleandoc(command.help or "").replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n")
    options = (parameter for parameter in command.params if isinstance(parameter, click.Option))
    rows = [record for option in options if (record := option.get_help_record(context))]
    table = "\n".join(
        ["| option | what it does |", "|---|---|", *(f"| `{_bare(names)}` | {text} |" for names, text in rows)]
    )
    return "\n\n".join((f"## `{name}`", f"```text\n{usage}\n```", text, *([table] if rows else [])))


def _bare(names: str) -> str:
    """Return the names of an option as a cell of a table can have them."""
    return names.replace("[", "").replace("]", "").replace("|", " or ")


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("options.md", options_table()),
        ("keys.md", keys_table()),
        ("problems.md", problems_table()),
        ("commands.md", commands_text()),
        ("labels.md", labels_table()),
    ],
    ids=["options", "keys", "problems", "commands", "labels"],
)
def test_reference_tables(page: str, table: str, golden: Golden) -> None:
    """`--update-golden` writes them."""
    file = REFERENCE / page
    text = re.sub(
        r"<!-- table -->\n.*<!-- end of the table -->",
        lambda _: f"<!-- table -->\n\n{table}\n\n<!-- end of the table -->",
        file.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    golden(file, text)


def test_every_template_is_described() -> None:
    text = (REFERENCE / "templates.md").read_text(encoding="utf-8")

    for template in (FOLDER / "journal").iterdir():
        assert f"`journal/{template.name}`" in text


def test_every_command_is_described() -> None:
    """With each of its options and exit codes."""
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")

    for name, command in _commands(main, ""):
        assert f"## `mkdocs-journal {name}`" in text
        for option in (option for parameter in command.params for option in parameter.opts if option.startswith("-")):
            assert f"`{option}" in text, option
    assert f"\n| {NO_JOURNAL} |" in text


def test_every_option_and_key_is_in_the_changelog_or_older() -> None:
    """A new option without its line is not done."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    for option in OPTIONS:
        assert f"`{option.name.partition('.')[0]}`" in text, option.name


def test_the_examples_of_options_can_be_used() -> None:
    """Each example of the reference is accepted as it stands there."""
    for option in OPTIONS:
        option.read(yaml.safe_load(option.example))


if HOST != "properdocs":

    def test_the_documentation_builds(tmp_path: Path) -> None:
        """With this plugin, in strict mode, without a message."""
        site = Site(ROOT)

        result = site.build("--strict", "-d", str(tmp_path / "site"), host="mkdocs", config="./mkdocs.yml")

        assert result.returncode == 0, result.log
        assert result.messages == []


def test_every_decision_names_a_test_that_is_there() -> None:
    """`Test: file::name`, or the golden case that holds it."""
    text = (ROOT / "docs/explanation/decisions.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[^`]+)`", text)

    assert named
    for reference in named:
        path, _, name = reference.partition("::")
        assert (ROOT / path).is_file(), reference
        if name:
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), reference
