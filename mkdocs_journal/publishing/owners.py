"""Which files belong to posts: those in the folder of a page bundle, and those that have the name of a post."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs_journal.posts.dates import named_date
from mkdocs_journal.posts.suffixes import is_dated, is_index
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.bundles import bundles, has_name


class Owners:
    """Some posts, and what belongs to them."""

    def __init__(self, sources: Iterable[PurePosixPath], folders: frozenset[PurePosixPath]) -> None:
        """Take the sources of the posts, and the folders of which everything belongs to one."""
        self.folders = folders
        self._names = {PurePosixPath(normalized("NFC", str(source.with_suffix("")))) for source in sources}
        self._dated = {name for name in self._names if is_dated(name)}
        titled = (name.parent if is_index(name) else name for name in self._dated)
        self._alone = {PurePosixPath(name.name) for name in titled if named_date(name.name).rest}

    def __bool__(self) -> bool:
        return bool(self._names or self.folders)

    def has_name(self, path: PurePosixPath) -> bool:
        """Return whether a file, or a folder above it, has the name of a post.

        A folder counts if its name begins with a date; others may have the name by chance.
        """
        return self.has_name_of_file(path) or any(self.has_name_of_folder(folder) for folder in path.parents)

    def has_name_of_file(self, path: PurePosixPath) -> bool:
        """Return whether a file is beside a post that has its name: `plan.pdf`, `plan.md~`, `#plan.md#`."""
        return bool(self._names) and has_name(path, self._names)

    def has_name_of_folder(self, path: PurePosixPath) -> bool:
        """Return whether a folder is beside a post that has its name, which begins with a date."""
        return bool(self._dated) and has_name(path, self._dated)

    def is_called(self, path: PurePosixPath) -> bool:
        """Return whether a file or a folder above it has the name of a post with its date: `img/2024-05-05-plan/a.png`."""
        return bool(self._alone) and any(has_name(PurePosixPath(part), self._alone) for part in path.parts)


def owners_of(found: Iterable[tuple[OutputPlan, Iterable[PurePosixPath]]]) -> Owners:
    """Return some posts of some journals."""
    known = [(plan.options.folder, tuple(sources)) for plan, sources in found]
    folders = (folder for journal, sources in known for folder in bundles(sources, journal))
    return Owners((source for _, sources in known for source in sources), frozenset(folders))


def nearest(path: PurePosixPath, owners: Iterable[Owners]) -> Owners | None:
    """Return the owner of a file: whose folder or name is the nearest above it; a folder counts before a name.

    Args:
        path: The file.
        owners: The possible owners; of two that are as near, the first is returned.
    """
    owners = [one for one in owners if one]
    found = next((one for one in owners if one.has_name_of_file(path)), None)
    for folder in path.parents:
        if found:
            return found
        found = next((one for one in owners if folder in one.folders), None)
        found = found or next((one for one in owners if one.has_name_of_folder(folder)), None)
    return found
