"""The history of a repository, read in one pass of `git log`; nothing is written and nothing is fetched."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

TIME_LIMIT: Final = 60.0
"""Seconds after which Git is not waited for any longer; 3,000 commits take less than one."""
_ENVIRONMENT: Final = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Never ask, never write (`git status` would refresh the index), never load what a partial clone left out."""
_CONFIGURATION: Final = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true")
"""No program that a repository names is run; the commit that began everything tells its files."""
_PLACES: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"})
"""Where a hook of Git that builds the site says that things are, often as seen from another folder than the docs."""
_FIELDS: Final = ("%H", "%aI", "%at", "%cI", "%aN", "%aE", "%(trailers:key=Co-authored-by,valueonly,separator=%x03)", "%s")
_FORMAT: Final = "--format=tformat:%x01" + "%x02".join(_FIELDS)
_HEADER: Final = re.compile(r"\x01([0-9a-f]{40,64})\x02(.*)\Z", re.DOTALL)
_CHANGE: Final = re.compile(r"\n?(:+)(?:[0-7]{6} )+((?:[0-9a-f]{40,64} )+)([A-Z]+)\d*\Z")
"""As `--raw` writes it: a colon, a mode and a blob for each parent, and those of the result."""
_PERSON: Final = re.compile(r"(?P<name>[^<>]*)<(?P<mail>[^<>]*)>\s*")
_NOTHING_THERE: Final = re.compile(
    "not a git repository|ambiguous argument 'HEAD'|must be run in a work tree", re.IGNORECASE
)
_PARTIAL: Final = r"^(extensions\.partialclone|remote\..*\.promisor)$"


class GitError(Exception):
    """Git cannot be asked, though there is something to ask; the text says why, in one line."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who made a commit, as `.mailmap` names them."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to a file."""

    status: str
    """`A` added, `D` deleted, `M` changed, `R` renamed and changed, `=` the same text under another name or with other
    rights; several letters: a merge whose file is that of none of its parents."""
    path: str
    """Below the top of the repository."""
    old: str = ""
    """The path before a renaming."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit."""

    id: str
    date: datetime
    """When it was written, with the author's UTC offset."""
    committed: datetime
    """When it came into this history."""
    people: tuple[Person, ...]
    """The author and the co-authors."""
    subject: str
    """The first line of the message."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A working copy with at least one commit."""

    top: Path
    head: str
    boundary: frozenset[str] = frozenset()
    """Commits of a shallow clone whose parents are not there: what they changed is unknown."""
    partial: bool = False
    """Whether old texts are not there, so that only a file that was renamed without a change is known again."""
    tracked: int = 0
    """Files in the index, about."""


def open_repository(folder: Path, *, limit: float = TIME_LIMIT) -> Repository | None:
    """Return the repository that a folder lies in, or None: there is none, Git is not installed, or it has no commit.

    Raises:
        GitError: There is one that Git does not read, for example because another user owns it.
    """
    asked = ("--show-toplevel", "--git-path", "shallow", "--git-path", "index", "HEAD")
    try:
        said = _git(folder, "rev-parse", *asked, limit=limit).decode("utf-8", "surrogateescape").split("\n")
    except FileNotFoundError:
        return None
    except GitError as error:
        if _NOTHING_THERE.search(str(error)):
            return None
        raise
    top, shallow, index, head = (*said, "", "", "", "")[:4]
    return Repository(
        top=Path(top),
        head=head,
        boundary=frozenset(_content(folder / shallow).decode("ascii").split()),
        partial=_is_partial(folder, limit),
        tracked=int.from_bytes(_content(folder / index)[8:12], "big"),  # https://git-scm.com/docs/index-format
    )


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _is_partial(folder: Path, limit: float) -> bool:
    try:
        return bool(_git(folder, "config", "--get-regexp", _PARTIAL, limit=limit))
    except GitError:  # nothing of the kind is set
        return False


def read_commits(repository: Repository, paths: Sequence[str] = (), *, limit: float = TIME_LIMIT) -> tuple[Commit, ...]:
    """Return the commits that HEAD leads to, newest first, in one pass.

    Args:
        repository: Where to look.
        paths: Folders below its top, to look at these only. Without them Git is faster unless the repository has far more
            files than the folders, and a file that came from elsewhere keeps its history.
        limit: Seconds that it may take.

    Raises:
        GitError: It took longer, or Git ended with a message.
    """
    renames = "-M100%" if repository.partial else "-M"
    form = ("--date-order", "-c", "--raw", "--no-abbrev", "-z", renames, "--encoding=UTF-8", _FORMAT)
    tokens = iter(_names(repository.top, "log", *form, repository.head, "--", *paths, limit=limit))
    commits: list[tuple[str, list[str], list[Change]]] = []
    for token in tokens:
        if found := _HEADER.match(token):
            commits.append((found[1], found[2].split("\x02"), []))
        elif found := _CHANGE.match(token):
            *before, after = found[2].split()
            letters = found[3]
            old = next(tokens) if letters in {"R", "C"} else ""
            status = "A" if letters == "C" else "=" if after in before else letters
            commits[-1][2].append(Change(status, next(tokens), old if letters == "R" else ""))
    return tuple(_commit(*commit) for commit in commits)


def _commit(name: str, fields: list[str], changes: Sequence[Change]) -> Commit:
    written, seconds, committed, author, mail, others, subject = fields[:7]
    people = [Person(author, mail)]
    named = (_PERSON.fullmatch(other) for other in others.split("\x03"))
    people += [Person(found["name"].strip(), found["mail"]) for found in named if found]
    date = _moment(written) or datetime.fromtimestamp(int(seconds), UTC)
    return Commit(
        id=name,
        date=date,
        committed=_moment(committed) or date,
        people=tuple(dict.fromkeys(people)),
        subject=subject,
        changes=tuple(changes),
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # an offset that no clock has
        return None


def uncommitted(repository: Repository, folder: Path, *, limit: float = TIME_LIMIT) -> frozenset[str]:
    """Return the tracked files below a folder that differ from HEAD, as paths below the top.

    Raises:
        GitError: It took longer than `limit` seconds, or Git ended with a message.
    """
    form = ("--porcelain", "-z", "--untracked-files=no", "--no-renames", "--ignore-submodules")
    return frozenset(line[3:] for line in _names(repository.top, "status", *form, "--", str(folder), limit=limit) if line)


def _names(folder: Path, *command: str, limit: float) -> list[str]:
    """Return what Git says, split at NUL; a name that is no UTF-8 is as Python has it."""
    return _git(folder, *command, limit=limit).decode("utf-8", "surrogateescape").split("\0")


def _without_places(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return the environment without places that mean another thing in each folder."""
    return {name: value for name, value in environment.items() if name not in _PLACES or Path(value).is_absolute()}


def _git(folder: Path, *command: str, limit: float, environment: Mapping[str, str] = os.environ) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - the program is Git, the arguments are ours
            ["git", *_CONFIGURATION, *command],  # noqa: S607 - the Git of the PATH is meant
            cwd=folder,
            env={**_without_places(environment), **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"git {command[0]} took longer than {limit:g} seconds") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"git {command[0]} failed"]
        raise GitError(lines[0].removeprefix("fatal: "))
    return done.stdout
