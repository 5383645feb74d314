"""Checks the templates that posts request from the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from mkdocs_journal.posts.model import Journal
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.output_file import OutputFile, place_of


def missing_templates(
    journal: Journal, files: Mapping[PurePosixPath, OutputFile], folders: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for each post whose `template` the theme does not have."""
    there: dict[str, bool] = {}
    for post in (*journal.public, *journal.withheld):
        template = post.meta.get("template")
        name = str(template)
        if template is not None and name not in there:
            there[name] = has_template(name, folders)
        if template is not None and not there[name]:
            place = place_of(post, files[post.source], "template")
            yield problem("J205", place, "template", found=Quoted(template))


def has_template(name: str, folders: Sequence[str]) -> bool:
    """Return whether one of the folders of a theme has a template: a text whose path is below the folder."""
    return not (name.startswith("/") or ".." in name) and any(_is_text(Path(folder) / name) for folder in folders)


def _is_text(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except (OSError, ValueError):  # no file, a folder, a name longer than names may be; a picture
        return False
    return True
