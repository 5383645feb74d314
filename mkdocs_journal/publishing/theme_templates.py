"""Checks the keys of pages that a theme reads: a wrong value of them would end the build."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile, place_of

MATERIALS: Final = frozenset({"material", "materialx"})
"""Material and its forks."""
_FORMS: Final[Mapping[str, tuple[tuple[type, ...], str]]] = {
    "search": ((Mapping,), "a map, for example {exclude: true}"),
    "hide": ((str, list, tuple, Mapping), "a list, for example [toc]"),
}
"""The keys that Material takes for a map or a list, and what to write."""


class Theme(NamedTuple):
    """What keys of pages are checked against."""

    name: str = ""
    folders: Sequence[str] = ()
    """The folders of its templates."""

    def cannot_use(self, meta: Mapping[str, object]) -> Iterator[str]:
        """Yield the keys of a page whose values would end the build."""
        if "template" in meta and not has_template(meta["template"], self.folders):
            yield "template"
        if self.name in MATERIALS:
            yield from (key for key, (types, _) in _FORMS.items() if meta.get(key) and not isinstance(meta[key], types))


def unusable_keys(journal: Journal, files: Mapping[PurePosixPath, OutputFile], theme: Theme) -> Iterator[Problem]:
    """Yield a problem for each key of a post that the theme cannot use."""
    for post in (*journal.public, *journal.withheld):
        for key in theme.cannot_use(post.meta):
            yield from unusable_key(key, post.meta[key], place_of(post, files[post.source], key))


def unusable_key(key: str, value: object, place: Place) -> Iterator[Problem]:
    """Yield the problem of a key whose value the theme cannot use; an empty one says nothing."""
    found = Quoted(copied(value))
    if key != "template":
        yield problem("J203", place, key, found=found, kind="value that the theme cannot use", form=_FORMS[key][1])
    elif value is not None:
        yield problem("J205", place, key, found=found)


def has_template(name: object, folders: Sequence[str]) -> bool:
    """Return whether one of the folders of a theme has a template: a text whose path is below the folder."""
    if not isinstance(name, str) or name.startswith("/") or ".." in name:
        return False
    return any(_is_text(Path(folder) / name) for folder in folders)


def _is_text(path: Path) -> bool:
    try:
        bytes_of(path).decode()
    except (OSError, ValueError):  # no file, a folder, a name longer than names may be; a picture
        return False
    return True
