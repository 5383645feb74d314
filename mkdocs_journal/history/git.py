"""The history of a repository, read in one pass of `git log`, without writing or fetching."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.history.commits import Change, Commit, Person
from mkdocs_journal.problems.places import shown_path

TIME_LIMIT: Final = 60.0
"""Timeout for Git in seconds; 3,000 commits take less than one."""
_ENVIRONMENT: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
"""No prompts, no writing, no loading of missing objects (older Git versions only know the protocols)."""
_SETTINGS: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
)
"""Git runs no program that the repository names, and lists the files of the first commit."""
_CONFIGURATION: Final = ("--no-pager", *(part for setting in _SETTINGS for part in ("-c", setting)))
_PLACES: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"})
"""Paths that Git sets for its hooks, often relative to another folder than the docs."""
_FIELDS: Final = ("%H", "%aI", "%at", "%cI", "%aN", "%aE", "%(trailers:key=Co-authored-by,valueonly,separator=%x03)", "%s")
_FORMAT: Final = "--format=tformat:%x01" + "%x02".join(_FIELDS)
_ID: Final = re.compile(r"[0-9a-f]{40,64}")
_HEADER: Final = re.compile(r"\x01([0-9a-f]{40,64})\x02(.*)\Z", re.DOTALL)
_CHANGE: Final = re.compile(r"\n?(:+)(?:[0-7]{6} )+((?:[0-9a-f]{40,64} )+)([A-Z]+)\d*\Z")
"""As `--raw` writes it: a colon, a mode and a blob for each parent, and those of the result."""
_PERSON: Final = re.compile(r"(?P<name>[^<>]*)<(?P<mail>[^<>]*)>\s*")
_NOTHING_THERE: Final = re.compile(
    "not a git repository|ambiguous argument 'HEAD'|must be run in a work tree", re.IGNORECASE
)
_PARTIAL: Final = r"^(extensions\.partialclone|remote\..*\.promisor)$"


class GitError(Exception):
    """Git failed in a repository; the message gives the reason in one line."""


class Repository(NamedTuple):
    """A working copy with at least one commit."""

    top: Path
    head: str
    boundary: frozenset[str] = frozenset()
    """Commits of a shallow clone without their parents; their changes are unknown."""
    partial: bool = False
    """Whether old texts are missing (partial clone), so that only unchanged renamed files are recognized."""
    tracked: int = 0
    """The approximate number of files in the index."""
    mailmap: str = ""
    """The text of `.mailmap`, after which Git names people."""
    inner: bool = False
    """Whether it is inside another one, like a submodule; the paths that Git sets for hooks do not apply to it."""


def open_repository(folder: Path, *, inner: bool = False, limit: float = TIME_LIMIT) -> Repository | None:
    """Return the repository that contains a folder, or None without a repository, without Git or without a commit.

    Args:
        folder: The folder to start from.
        inner: Whether it is the top of a repository below another one.
        limit: Seconds that it may take.

    Raises:
        GitError: Git refuses to read the repository, for example because another user owns it.
    """
    arguments = ("--show-toplevel", "--git-path", "shallow", "--git-path", "index", "HEAD")
    try:
        answer = (
            _git(folder, "rev-parse", *arguments, inner=inner, limit=limit).decode("utf-8", "surrogateescape").split("\n")
        )
    except FileNotFoundError:
        return None
    except GitError as error:
        if _NOTHING_THERE.search(str(error)):
            return None
        raise
    top, shallow, index, head = (*answer, "", "", "", "")[:4]
    if not _ID.fullmatch(head) or not os.path.isdir(top):  # noqa: PTH112 - false for every text
        raise GitError(f"git rev-parse printed {top[:60]!r} instead of a folder")
    return Repository(
        top=Path(top),
        head=head,
        boundary=frozenset(_content(folder / shallow).decode("ascii", "replace").split()),
        partial=_is_partial(folder, limit, inner=inner),
        tracked=int.from_bytes(_content(folder / index)[8:12], "big"),  # https://git-scm.com/docs/index-format
        mailmap=_content(Path(top) / ".mailmap").decode("utf-8", "replace"),
        inner=inner,
    )


def _content(path: Path) -> bytes:
    """Return the bytes of a file of Git; none of one that is not there or that this user may not read."""
    try:
        return bytes_of(path)
    except (OSError, ValueError):  # the name may be of any characters
        return b""


def _is_partial(folder: Path, limit: float, *, inner: bool) -> bool:
    try:
        return bool(_git(folder, "config", "--get-regexp", _PARTIAL, inner=inner, limit=limit))
    except GitError:  # it is not set
        return False


def read_commits(repository: Repository, paths: Sequence[str] = (), *, limit: float = TIME_LIMIT) -> tuple[Commit, ...]:
    """Return the commits that HEAD leads to, newest first, in one pass.

    Args:
        repository: The repository.
        paths: Folders below its top, to look at these only. Without them Git is faster unless the repository has far more
            files than the folders, and a file that came from elsewhere keeps its history.
        limit: Seconds that it may take.

    Raises:
        GitError: Git took longer or failed.
    """
    renames = "-M100%" if repository.partial else "-M"
    form = ("--date-order", "-c", "--raw", "--no-abbrev", "-z", renames, "--encoding=UTF-8", _FORMAT)
    try:
        commits = _commits(iter(names(repository, "log", *form, repository.head, "--", *paths, limit=limit)))
    except (IndexError, StopIteration):  # a program around Git prints more, or less
        raise GitError("git log printed something else than commits") from None
    others = dict.fromkeys(person for _, fields, _ in commits for person in _co_authors(fields[5]))
    mapped = _mapped(repository, list(others), limit)
    return tuple(_commit(*commit, mapped) for commit in commits)


def _commits(tokens: Iterator[str]) -> list[tuple[str, list[str], list[Change]]]:
    """Return the commits in the parts of Git's output: the id, the fields and the changes of each.

    Raises:
        IndexError: A part is missing.
        StopIteration: The last part is missing.
    """
    commits: list[tuple[str, list[str], list[Change]]] = []
    for token in tokens:
        if found := _HEADER.match(token):
            fields = found[2].split("\x02")
            commits.append((found[1], [*fields[: len(_FIELDS) - 2], fields[len(_FIELDS) - 2]], []))
        elif found := _CHANGE.match(token):
            *before, after = found[2].split()
            letters = found[3]
            old = next(tokens) if letters in {"R", "C"} else ""
            status = "A" if letters == "C" else "=" if after in before else letters
            commits[-1][2].append(Change(status, next(tokens), old if letters == "R" else ""))
    return commits


def _co_authors(trailers: str) -> list[Person]:
    named = (_PERSON.fullmatch(" ".join(trailer.split())) for trailer in trailers.split("\x03"))  # of one line or several
    return [Person(found["name"].strip(), found["mail"]) for found in named if found]


def _mapped(repository: Repository, people: Sequence[Person], limit: float) -> Mapping[Person, Person]:
    """Return people as `.mailmap` names them; `git log` does so for authors only."""
    if not people:
        return {}
    written = "".join(f"{person.name} <{person.email}>\n" for person in people)
    lines = names(repository, "check-mailmap", "--stdin", given=written, separator="\n", limit=limit)
    return {person: (_co_authors(line) or [person])[0] for person, line in zip(people, lines, strict=False)}


def _commit(name: str, fields: list[str], changes: Sequence[Change], mapped: Mapping[Person, Person]) -> Commit:
    written, seconds, committed, author, mail, others, subject = fields
    people = [Person(author, mail), *(mapped.get(person, person) for person in _co_authors(others))]
    date = _moment(written) or _moment_of(seconds) or _moment(committed)
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
    except ValueError:  # an impossible offset, no date, or a year with five digits
        return None


def _moment_of(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def names(
    repository: Repository, *command: str, limit: float, given: str | None = None, separator: str = "\0"
) -> list[str]:
    """Return the parts of Git's output; names that are not UTF-8 are decoded with `surrogateescape`.

    Args:
        repository: Where to run Git.
        command: A command of Git and its arguments.
        limit: Seconds that it may take.
        given: The standard input of the command.
        separator: The text between the parts.

    Raises:
        GitError: Git took longer or failed.
    """
    data = given.encode("utf-8", "surrogateescape") if given is not None else None
    out = _git(repository.top, *command, inner=repository.inner, limit=limit, given=data)
    return out.decode("utf-8", "surrogateescape").split(separator)


def _without_places(environment: Mapping[str, str], *, inner: bool) -> Mapping[str, str]:
    """Return the environment without paths that are relative to a folder or belong to another repository."""
    kept = (name for name in environment if name not in _PLACES or (not inner and Path(environment[name]).is_absolute()))
    return {name: environment[name] for name in kept}


def _git(folder: Path, *command: str, inner: bool, limit: float, given: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - the program is Git, the arguments are fixed
            ["git", *_CONFIGURATION, *command],  # noqa: S607 - Git of the PATH
            cwd=folder,
            env={**_without_places(os.environ, inner=inner), **_ENVIRONMENT},
            input=given or b"",
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"git {command[0]} took longer than {limit:g} seconds") from None
    except FileNotFoundError:
        raise
    except OSError as error:  # the program or the folder: this user may not use it
        raise GitError(f"{shown_path(error.filename)}: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"git {command[0]} failed"]
        raise GitError(lines[0].removeprefix("fatal: "))
    return done.stdout


def own_name(folder: Path, *, limit: float = TIME_LIMIT) -> str:
    """Return the name of the person whose commits Git makes in a folder, or empty.

    Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-username
    """
    try:
        return _git(folder, "config", "user.name", inner=False, limit=limit).decode("utf-8", "replace").strip()
    except (GitError, OSError):
        return ""
