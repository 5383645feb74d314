"""What an import writes, and what it cannot move; and how it is written: again and again with the same result."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs_journal.audit.named_files import MANIFEST
from mkdocs_journal.files.regular_files import bytes_of, special_kind
from mkdocs_journal.publishing.whole_files import unwritable, write_whole


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of the new site."""

    path: PurePosixPath
    """Below the folder of the new site."""
    data: bytes
    origin: str
    """The file of the old site that it comes from, or what it is for."""


@dataclass(frozen=True, slots=True)
class NotMoved:
    """Something of the old site that has no counterpart in the new one."""

    kind: str
    """`include`, `tag`, `output`, `layout`, `plugin`, `page`, `file` …"""
    name: str
    count: int
    where: str
    """The first file in which it was found."""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that an import does."""

    files: tuple[NewFile, ...]
    """By path, each path once."""
    not_moved: tuple[NotMoved, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What an import has done."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    kept: tuple[str, ...] = ()
    """Files that the import would write, and that were changed or made since: they stay as they are."""
    left: tuple[str, ...] = ()
    """Files of an earlier import that the old site does not have any more: they stay, and the user removes them."""


class Findings:
    """Counts what cannot be moved."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], NotMoved] = {}

    def add(self, kind: str, name: str, where: str, advice: str = "") -> None:
        """Note that something was found once more."""
        before = self._found.get((kind, name))
        count, first = (before.count, before.where) if before else (0, where)
        self._found[kind, name] = NotMoved(kind, name, count + 1, first, advice)

    def all(self) -> tuple[NotMoved, ...]:
        """Return what was found, by kind, the most frequent first."""
        return tuple(sorted(self._found.values(), key=lambda one: (one.kind, -one.count, one.name)))


def write_plan(plan: ImportPlan, folder: Path, *, dry_run: bool) -> Written:
    """Write the files of a plan that are new, or unchanged since an import wrote them.

    Args:
        plan: The plan.
        folder: The folder of the new site.
        dry_run: Whether nothing is written.

    Raises:
        UnwritableFileError: A file cannot be written, or the manifest not be read.
    """
    before = _digests(folder)
    states = {file.path: _state(file, folder, before) for file in plan.files}
    left = _left(folder, before, states)
    todo = [file for file in plan.files if states[file.path] in {"new", "changed"}]
    if not dry_run:
        for file in todo:
            write_whole(folder / file.path, file.data)
        text = json.dumps(_manifest(plan, before, states, left), ensure_ascii=False, indent=1) + "\n"
        if not (folder / MANIFEST).is_file() or bytes_of(folder / MANIFEST) != text.encode():
            write_whole(folder / MANIFEST, text.encode())
    by_state: dict[str, list[str]] = {}
    for path, state in states.items():
        by_state.setdefault(state, []).append(path.as_posix())
    new, changed, kept = (tuple(by_state.get(state, ())) for state in ("new", "changed", "kept"))
    return Written(new, changed, len(by_state.get("same", ())), kept, left)


def _left(folder: Path, before: Mapping[str, str], states: Mapping[PurePosixPath, str]) -> tuple[str, ...]:
    """Return what an earlier import wrote, is unchanged since, and is not written by this one."""
    wanted = {path.as_posix() for path in states}
    return tuple(path for path, known in sorted(before.items()) if path not in wanted and _is(folder / path, known))


def _is(path: Path, known: str) -> bool:
    return path.is_file() and _digest(bytes_of(path)) == known


def _state(file: NewFile, folder: Path, before: Mapping[str, str]) -> str:
    path = folder / file.path
    if not path.exists():
        return "new"
    found = bytes_of(path) if path.is_file() else b""
    if found == file.data:
        return "same"
    return "changed" if before.get(file.path.as_posix()) == _digest(found) else "kept"


def _manifest(
    plan: ImportPlan, before: Mapping[str, str], states: Mapping[PurePosixPath, str], left: Iterable[str]
) -> Mapping[str, Any]:
    kept = {file.path for file in plan.files if states[file.path] == "kept"}
    files = {
        file.path.as_posix(): {
            "from": file.origin,
            "sha256": before.get(file.path.as_posix(), "") if file.path in kept else _digest(file.data),
        }
        for file in plan.files
    }
    lost = [{"kind": one.kind, "name": one.name, "count": one.count, "first": one.where} for one in plan.not_moved]
    gone = {path: {"sha256": before[path]} for path in left}
    return {"files": files, "not_moved": lost, **({"left": gone} if gone else {})}


def _digests(folder: Path) -> Mapping[str, str]:
    """Return the digest of each file that the last import wrote; without a manifest that can be read, none.

    Raises:
        UnwritableFileError: The manifest is a pipe, a socket or a device, which no import has written.
    """
    if kind := special_kind(folder / MANIFEST):
        raise unwritable(folder / MANIFEST, f"{kind} has its name; remove it")
    return dict(_entries(folder / MANIFEST))


def _entries(manifest: Path) -> Iterator[tuple[str, str]]:
    try:
        found = json.loads(bytes_of(manifest))
        for path, entry in {**found.get("left", {}), **found["files"]}.items():
            yield path, str(entry["sha256"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
