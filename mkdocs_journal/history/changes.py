"""Turns commits into the history of each file: follows renames, leaves out ignored commits, does not guess dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mkdocs_journal.history.commits import Change, Commit, Person
from mkdocs_journal.history.file_history import FileHistory


@dataclass(slots=True)
class _Trace:
    """The findings about a file so far, newest commit first."""

    edits: list[datetime] = field(default_factory=list)
    added: datetime | None = None
    people: list[tuple[Person, ...]] = field(default_factory=list)
    unknown: bool = False
    closed: bool = False
    """Whether older commits belong to another file of the same name."""


def file_histories(
    commits: Iterable[Commit],
    tracked: Collection[str],
    *,
    boundary: Collection[str] = (),
    ignored: Collection[str] = (),
    partial: bool = False,
) -> Mapping[str, FileHistory]:
    """Return the history of each existing file, by its path below the top.

    Args:
        commits: Newest first.
        tracked: The paths to follow.
        boundary: The commits at which a shallow clone ends. They seem to add every file, so their changes are unknown.
        ignored: Commits to ignore, such as those of a formatter.
        partial: Whether a file renamed and changed in one commit appears as deleted and added.
    """
    follower = _Follower(tracked, frozenset(boundary), frozenset(ignored), partial=partial)
    for commit in commits:
        follower.read(commit)
    limit = max(follower.limits, default=None)
    return {path: _history(trace, limit) for path, trace in follower.traces.items() if trace.people or trace.unknown}


class _Follower:
    """Reads commits, newest first, and tracks the path of each file at that time."""

    def __init__(
        self, tracked: Collection[str], boundary: frozenset[str], ignored: frozenset[str], *, partial: bool
    ) -> None:
        self.traces = {path: _Trace() for path in tracked}
        self.limits: list[datetime] = []
        self._boundary, self._ignored, self._partial = boundary, ignored, partial
        self._names: dict[str, str] = {path: path for path in tracked}
        self._waiting: dict[str, list[tuple[Commit, Change]]] = {}

    def read(self, commit: Commit) -> None:
        """Process one commit."""
        if commit.id in self._boundary:
            self.limits += filter(None, [commit.committed])
        loses = self._partial and any(change.status == "D" for change in commit.changes)
        renamed = []
        for change in commit.changes:
            if change.old:
                renamed.append(change)
            if (path := self._names.get(change.path)) is not None:
                self._note(self.traces[path], commit, change, loses=loses)
            elif set(change.status) <= {"A", "D"}:
                self._waiting.pop(change.path, None)
            else:  # a removed name; an older commit may show that it was renamed
                self._waiting.setdefault(change.path, []).append((commit, change))
        for change in renamed:
            self._rename(change)

    def _rename(self, change: Change) -> None:
        path = self._names.pop(change.path, None)
        if path is None:
            self._waiting.setdefault(change.old, []).extend(self._waiting.pop(change.path))
            return
        self._names[change.old] = path
        for commit, earlier in self._waiting.pop(change.old, ()):
            self._note(self.traces[path], commit, earlier, loses=False)

    def _note(self, trace: _Trace, commit: Commit, change: Change, *, loses: bool) -> None:
        if trace.closed:
            return
        if commit.id in self._boundary:
            trace.unknown = True
            return
        letters = set(change.status)
        if letters == {"D"}:
            trace.closed = trace.added is not None
            return
        if letters == {"A"}:
            trace.added = min(filter(None, (trace.added, commit.date)), default=None)
            trace.unknown = trace.unknown or loses
        elif change.status != "=" and commit.id not in self._ignored:
            trace.edits += filter(None, [commit.date])
        else:
            return
        trace.people.append(commit.people)


def _history(trace: _Trace, limit: datetime | None) -> FileHistory:
    """Return the history that a trace gives.

    In a shallow clone an edit is certain (nothing newer is missing, and it is not of the day on which the file
    was added) only if its day is after the day on which the clone ends: a branch that is cut off may have newer ones.
    """
    edit = max(trace.edits, default=None)
    added = None if trace.unknown else trace.added
    begun = limit if trace.unknown else added
    if edit is not None and begun is not None and edit.date() <= begun.date():
        edit = None
    people = [] if trace.unknown else [person for group in reversed(trace.people) for person in group]
    return FileHistory(created=added, updated=edit, people=tuple(dict.fromkeys(people)), unknown=trace.unknown)
