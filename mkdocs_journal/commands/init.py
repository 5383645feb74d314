"""`mkdocs-journal init`: the plugin added to a site."""

from __future__ import annotations

import re
from collections import Counter
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.editing.config_nodes import SITES
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.plugin_list import SiteSettings, read_settings, with_plugin
from mkdocs_journal.editing.scalars import as_scalar
from mkdocs_journal.editing.source_files import edit_file, read_text
from mkdocs_journal.posts.dates import named_date
from mkdocs_journal.posts.suffixes import is_markdown
from mkdocs_journal.problems.places import shown_path

_DEFAULT: Final = "journal"
_YEAR: Final = re.compile(r"\d{4}|\d\d")
"""Folders that divide the posts of a journal."""
_SPECIAL: Final = frozenset({"_posts", "_drafts"})


@click.command()
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--yes", is_flag=True, help="Change the file; without it, the change is only shown.")
def init(path: Path, *, yes: bool) -> None:
    """Add the plugin to the mkdocs.yml of PATH.

    Posts that are there are found by the date in their names: if they are in another folder than `journal`, the option
    `folder` is set. Without --yes, the change is shown and nothing is written.
    """
    file = path if path.is_file() else next((path / name for name in SITES if (path / name).is_file()), None)
    if file is None:
        fail(f"{path}: found no {SITES[0]}; create a site with `mkdocs new`, or give its folder")
    try:
        before = read_text(file)
        settings = read_settings(before)
        if any(name.rpartition("/")[2] == _DEFAULT for name in settings.plugins):
            fail(f"{shown_path(file)}: the plugin is there already")
        inherited = _inherited(file, settings)
        docs = file.parent / (settings.docs_dir or inherited.docs_dir or "docs")
        folder, count = _posts(docs)
        entry = _DEFAULT if folder == _DEFAULT else f"{_DEFAULT}: {{folder: {as_scalar(folder)}}}"
        after = with_plugin(before, entry)
        if yes:
            edit_file(file, lambda text: with_plugin(text, entry))
    except EditError as error:
        fail(f"{shown_path(file)}: {error}")
    click.echo(_changed(before, after, shown_path(file)), nl=False)
    if count:
        click.echo(f"{count} dated {'file' if count == 1 else 'files'} in {shown_path(docs / folder)} will be posts.")
    else:
        click.echo(f"Write the first post with `mkdocs-journal new`; posts belong in {shown_path(docs / folder)}.")
    if not yes:
        click.echo("Nothing was changed; run the command again with --yes to change the file.")


def _inherited(file: Path, settings: SiteSettings) -> SiteSettings:
    """Return the settings of the file that a configuration inherits from; without one, none.

    A list of plugins in a configuration replaces the inherited one, so that one with the journal alone would lose the rest.
    """
    above = file.parent / settings.inherits
    if not (settings.inherits and above.is_file()):
        return SiteSettings("", ())
    inherited = read_settings(read_text(above))
    if inherited.plugins and not settings.plugins:
        raise EditError(f"takes its plugins from {shown_path(above)} (INHERIT); add `- {_DEFAULT}` to the list there")
    return inherited


def _posts(docs: Path) -> tuple[str, int]:
    """Return the folder below the docs with the most dated Markdown files, and their number; the default without any."""
    folders = Counter(_home(path.relative_to(docs)) for path in sorted(docs.rglob("*")) if _is_dated(path, docs))
    if not folders:
        return _DEFAULT, 0
    return min(folders.items(), key=lambda item: (-item[1], item[0]))


def _is_dated(path: Path, docs: Path) -> bool:
    """Return whether a Markdown file, or the folder of which it is the index, has a date in its name."""
    name = path.parent.name if path.stem.casefold() in {"index", "readme"} and path.parent != docs else path.stem
    return is_markdown(PurePosixPath(path.name)) and path.is_file() and named_date(name).day is not None


def _home(path: Path) -> str:
    """Return the folder of the journal that a dated file would be in."""
    folder = path.parent.parent if path.stem.casefold() in {"index", "readme"} else path.parent
    while folder.name in _SPECIAL or _YEAR.fullmatch(folder.name):
        folder = folder.parent
    return folder.as_posix()


def _changed(before: str, after: str, name: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, n=1, lineterm="")
    return "".join(f"{line}\n" for line in lines)
