"""Commits of a Git repository."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Person(NamedTuple):
    """Someone who made a commit, as `.mailmap` names them."""

    name: str
    email: str


class Change(NamedTuple):
    """What a commit did to a file."""

    status: str
    """`A` added, `D` deleted, `M` changed, `R` renamed and changed, `=` the same text under another name or with other
    rights; several letters: a merge whose file differs from that of all parents."""
    path: str
    """Below the top of the repository."""
    old: str = ""
    """The path before a renaming."""


class Commit(NamedTuple):
    """One commit."""

    id: str
    date: datetime | None
    """When it was written, with the author's UTC offset, else the committer date; None if neither can be read."""
    committed: datetime | None
    """The committer date, else the other one."""
    people: tuple[Person, ...]
    """The author and the co-authors."""
    subject: str
    """The first line of the message."""
    changes: tuple[Change, ...] = ()


class Memory:
    """Keeps the commits of one HEAD, with the names of people, between the rebuilds of `serve`."""

    def __init__(self) -> None:
        self.key: tuple[str, ...] = ()
        self.commits: tuple[Commit, ...] = ()
        self.inner: dict[Path, Memory] = {}
        """Memories of submodules, by their top folder."""
