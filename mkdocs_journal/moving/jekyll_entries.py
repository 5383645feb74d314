"""Which entries of its folder Jekyll reads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs_journal.publishing.real_paths import real_path

_NOT_READ: Final = (
    ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle/",
    "vendor/cache/", "vendor/gems/", "vendor/ruby/",
)  # fmt: skip
"""What Jekyll leaves out by itself."""


@dataclass(frozen=True, slots=True)
class JekyllEntries:
    """What `_config.yml` says about the entries of the folder.

    Source: `EntryFilter` of Jekyll, https://jekyllrb.com/docs/configuration/options/
    """

    excluded: tuple[str, ...]
    included: tuple[str, ...]
    collections: str = ""
    """The folder `collections_dir`, with a slash at its end, or empty."""

    def excludes(self, path: PurePosixPath, *, is_folder: bool = False) -> bool:
        """Return whether a file or folder, or a folder above it, is in `exclude` and not in `include`."""
        return any(
            _matches(self.excluded, entry, is_folder=folder) and not self._includes(entry, is_folder=folder)
            for entry, folder in _entries(path, is_folder=is_folder)
        )

    def hides(self, path: PurePosixPath) -> bool:
        """Return whether a file, or a folder above it, has a name that Jekyll does not publish: `_data`, `.git`, `a~`."""
        return any(
            (entry.rpartition("/")[2].startswith((".", "_", "#", "~")) or entry.endswith("~"))
            and not self._includes(entry, is_folder=is_folder)
            for entry, is_folder in _entries(path)
        )

    def named(self, path: PurePosixPath) -> PurePosixPath | None:
        """Return the path by which Jekyll names a file; None for posts and drafts that are not in `collections_dir`."""
        if not self.collections:
            return path
        inside = path.as_posix().removeprefix(self.collections)
        is_post = not {"_posts", "_drafts"}.isdisjoint(path.parts[:-1])
        if inside != path.as_posix() and (is_post or inside.startswith("_")):
            return PurePosixPath(inside)
        return None if is_post else path

    def _includes(self, entry: str, *, is_folder: bool) -> bool:
        name = entry.rpartition("/")[2]
        return any(_matches(self.included, text, is_folder=is_folder) for text in (entry, name))


def entries_of(values: Mapping[str, Any]) -> JekyllEntries:
    """Return what the values of a `_config.yml` say about the entries."""
    folder = values.get("collections_dir")
    built = values.get("destination")
    excluded = [*_NOT_READ, "_site/", *_texts(values.get("exclude"))]
    if isinstance(built, str) and built.strip("./"):
        excluded.append(f"{built.strip('./')}/")
    collections = folder.strip("/") if isinstance(folder, str) else ""
    return JekyllEntries(tuple(excluded), _texts(values.get("include")), f"{collections}/" if collections else "")


def source_folder(folder: Path, values: Mapping[str, Any]) -> Path:
    """Return the folder that Jekyll reads: `source`, if it is a folder below that of the configuration."""
    given = values.get("source")
    source = real_path(folder / given) if isinstance(given, str) and given.strip() else folder
    return source if source.is_dir() and source.is_relative_to(real_path(folder)) else folder


def files_below(folder: Path, entries: JekyllEntries) -> Iterator[PurePosixPath]:
    """Yield the files below a folder, relative to it.

    Excluded folders such as `node_modules` are not entered, nor is a link that leads back to a folder above it.
    """
    above: dict[str, tuple[str, ...]] = {str(folder): (os.path.realpath(folder),)}
    for place, folders, names in os.walk(folder, followlinks=True):
        here, known = PurePosixPath(Path(place).relative_to(folder).as_posix()), above.pop(place)
        real = {name: os.path.realpath(os.path.join(place, name)) for name in sorted(folders)}  # noqa: PTH118 - as `os.walk`
        folders[:] = [
            name for name, path in real.items() if path not in known and not entries.excludes(here / name, is_folder=True)
        ]
        above.update((os.path.join(place, name), (*known, real[name])) for name in folders)  # noqa: PTH118
        yield from (here / name for name in sorted(names))


def _entries(path: PurePosixPath, *, is_folder: bool = False) -> list[tuple[str, bool]]:
    """Return a file or folder and the folders above it, each with whether it is a folder."""
    return [(path.as_posix(), is_folder), *((above.as_posix(), True) for above in path.parents if above.parts)]


def _matches(patterns: tuple[str, ...], entry: str, *, is_folder: bool) -> bool:
    """Return whether a pattern is an entry, or its beginning, as Jekyll compares them."""
    return any(
        fnmatchcase(entry, pattern) or entry.startswith(pattern) or (is_folder and pattern == f"{entry}/")
        for pattern in patterns
    )


def _texts(given: object) -> tuple[str, ...]:
    found = (item.strip().lstrip("/") for item in given if isinstance(item, str)) if isinstance(given, list) else ()
    return tuple(item for item in found if item)
