"""What the pages of `docs/reference/` have between their marks, made of the descriptions in the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

import click

from mkdocs_journal.commands.main import main
from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.language.catalogues import catalogue
from mkdocs_journal.options.option import Option, options_in
from mkdocs_journal.options.page_options import PageOptions
from mkdocs_journal.options.table import GROUPS, OPTIONS
from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.kinds import KINDS
from tests.documentation.problem_examples import EXAMPLES, files_of

_TITLES: Final = {
    "posts": "Posts and their sources",
    "pages": "What pages show",
    "archives": "The addresses of lists",
    "feeds": "Feeds",
    "site": "The whole site",
}
_PARTS: Final = {
    "1": "Files and front matter",
    "2": "Keys",
    "3": "Dates",
    "4": "Tags, categories and authors",
    "5": "URLs, links and outputs",
    "6": "Pictures, IDs and HTML",
    "7": "Bodies for Jekyll",
    "8": "Configuration, languages and other plugins",
    "9": "After the build, and a site that moves",
}
"""By the first digit of a code."""
_SUFFIXES: Final = {"md": "markdown", "yml": "yaml", "py": "python", "html": "html", "txt": "text", "ipynb": "json"}


def options_text() -> str:
    """Each option with a heading, in groups."""
    parts = []
    for group, members in groupby(OPTIONS, _group_of):
        found = list(members)
        links = ", ".join(f"[`{option.name}`](#{_anchor(option)})" for option in found)
        parts += [f"## {_TITLES[group]}", f"{links}.", *map(_option, found)]
    return "\n\n".join(parts)


def _group_of(option: Option) -> str:
    group, dot, _ = option.name.partition(".")
    if dot and group in GROUPS:
        return group
    if option.of_site:
        return "site"
    return "pages" if option.name in {one.name for one in options_in(PageOptions)} else "posts"


def _anchor(option: Option) -> str:
    return option.name.replace(".", "-")


def _option(option: Option) -> str:
    group, dot, name = option.name.rpartition(".")
    needed = "journals: {news: {}, releases: {}}\n      " if name == "combined" else ""
    example = f"{group}:\n        {name}: {option.example}" if dot else f"{name}: {option.example}"
    return "\n\n".join(
        (
            f"### `{option.name}` {{ #{_anchor(option)} }}",
            option.description,
            f"Default: `{option.default}`",
            f"```yaml\nplugins:\n  - journal:\n      {needed}{example}\n```",
        )
    )


def keys_text() -> str:
    """Each key of front matter with a heading."""
    return "\n\n".join(
        "\n\n".join(
            (
                f"## `{key.name}`",
                key.description,
                *(
                    [f"Also read, in this order: {', '.join(f'`{alias}`' for alias in key.aliases)}."]
                    if key.aliases
                    else []
                ),
                f"```yaml\n{key.name}: {key.example}\n```",
            )
        )
        for key in KEYS
    )


def problems_text(message_of: Callable[[str], str]) -> str:
    """A list of all problems, and each with a heading, an example and the message that it gives."""
    kinds = [KINDS[code] for code in sorted(KINDS)]
    rows = [f"| [{kind.code}](#{kind.code.lower()}) | {kind.severity.value} | {kind.when} |" for kind in kinds]
    parts = ["\n".join(["| code | severity | when |", "|---|---|---|", *rows])]
    for digit, members in groupby(kinds, lambda kind: kind.code[1]):
        parts += [f"## {_PARTS[digit]}", *(_problem(kind, message_of(kind.code)) for kind in members)]
    return "\n\n".join(parts)


def _problem(kind: Kind, message: str) -> str:
    example = EXAMPLES[kind.code]
    when = f"{kind.when[0].upper()}{kind.when[1:]}."
    variables = " and ".join(f"`{name}={value}`" for name, value in example.get("with", {}).items())
    before = [f"With {variables} in the environment:"] if variables else []
    shell = [_fence("sh", "", example["run"])] if "run" in example else []
    files = [_fence(_SUFFIXES[name.rpartition(".")[2]], name, text) for name, text in files_of(kind.code).items()]
    hint = [kind.hint] if kind.hint else []
    return "\n\n".join(
        (f"### {kind.code}", f"*{kind.severity.value.capitalize()}.* {when}", *hint, *before, *files, *shell,
         _fence("text", "", message)),
    )  # fmt: skip


def _fence(language: str, title: str, text: str) -> str:
    head = f'{language} title="{title}"' if title else language
    return f"````{head}\n{text.rstrip()}\n````" if "```" in text else f"```{head}\n{text.rstrip()}\n```"


def labels_table() -> str:
    """The labels with their English text; of plural forms that of many."""
    shown = {key: text if isinstance(text, str) else text["other"] for key, text in catalogue("en").items()}
    rows = [f"| `{key}` | `{text}` |" for key, text in shown.items()]
    return "\n".join(["| label | in English |", "|---|---|", *rows])


def commands_text() -> str:
    """Each command with its usage, its help, and its options."""
    return "\n\n".join(_command(command, f"mkdocs-journal {name}") for name, command in commands(main, ""))


def commands(group: click.Group, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command by its name."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")
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
    return re.sub(r"[\[\]]", "", names).replace("|", " or ")
