"""Reads the Git history of the pages of a site, and decides which changes count for a post."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from mkdocs_journal.history.changes import FileHistory, file_histories
from mkdocs_journal.history.git import Commit, GitError, Repository, open_repository, read_commits
from mkdocs_journal.history.worktree import uncommitted
from mkdocs_journal.posts.model import Post

_FULL_ID: Final = re.compile(r"[0-9a-f]{40,64}\b")
_BOT: Final = "[bot]"
MUCH_LARGER: Final = 20
"""`git log` gets a path if the repository has this many times more files than the docs."""
FEW_FILES: Final = 5_000
"""`git log` gets no path in repositories with fewer files."""

NOTHING: Final = FileHistory()


class Rules(NamedTuple):
    """Rules for ignored commits."""

    revisions: frozenset[str] = frozenset()
    """Hashes of ignored commits, of 40 digits or more."""
    message: str = ""
    """A regular expression for the first line of the messages of ignored commits, or empty."""

    def ignored(self, commits: Iterable[Commit]) -> frozenset[str]:
        """Return the hashes of ignored commits."""
        pattern = re.compile(self.message) if self.message else None
        named = (commit.id for commit in commits if pattern and pattern.search(commit.subject))
        return self.revisions.union(named)


class Histories(NamedTuple):
    """Git history of some files."""

    files: Mapping[Path, FileHistory] = MappingProxyType({})
    """By the path of the file; untracked files are left out."""
    shallow: bool = False
    """Whether something is unknown because the clone is shallow."""
    trouble: str = ""
    """Why the history of a repository is unavailable, or empty."""

    def of(self, path: Path) -> FileHistory:
        """Return the history of a file."""
        return self.files.get(path, NOTHING)


@dataclass(slots=True)
class Memory:
    """Keeps the commits of one HEAD between the rebuilds of `serve`."""

    key: tuple[str, ...] = ()
    commits: tuple[Commit, ...] = ()
    inner: dict[Path, Memory] = field(default_factory=dict)
    """Memories of submodules, by their top folder."""

    def commits_of(self, repository: Repository, paths: tuple[str, ...]) -> tuple[Commit, ...]:
        """Return the commits; they are read again only if HEAD has changed."""
        key = (str(repository.top), repository.head, *sorted(repository.boundary), *paths)
        if key != self.key:
            self.commits = read_commits(repository, paths)
            self.key = key
        return self.commits


def read_revisions(text: str) -> frozenset[str]:
    """Return the commits that a file such as `.git-blame-ignore-revs` names, one a line, `#` before a comment."""
    return frozenset(found[0] for line in text.splitlines() if (found := _FULL_ID.match(line.strip())))


def read_histories(paths: Collection[Path], folder: Path, rules: Rules, memory: Memory) -> Histories:
    """Read the history of all files at once.

    Args:
        paths: The files, each in the repository of `folder` or in one inside it, such as a submodule; others
            are left out.
        folder: The folder of the docs.
        rules: Rules for ignored commits.
        memory: The commits read for the previous build.

    Returns:
        The histories; empty outside a repository, and with a reason if Git failed.
    """
    folder = Path(os.path.realpath(folder))
    try:
        repository = open_repository(folder)
    except GitError as error:
        return Histories(trouble=str(error))
    parts = _by_repository(paths, repository.top if repository else folder)
    found = []
    for top, files in parts.items():
        if top is None:
            found.append(_histories(repository, files, folder, rules, memory) if repository else Histories())
        else:
            found.append(_inner_histories(top, files, rules, memory.inner.setdefault(top, Memory())))
    return Histories(
        files={path: history for part in found for path, history in part.files.items()},
        shallow=any(part.shallow for part in found),
        trouble=next((part.trouble for part in found if part.trouble), ""),
    )


def _by_repository(paths: Collection[Path], top: Path) -> dict[Path | None, list[Path]]:
    """Return files by the top folder of their submodule; None for files in the repository itself or elsewhere."""
    parts: dict[Path | None, list[Path]] = {None: []}
    known: dict[Path, Path | None] = {top: None}
    for path in paths:
        folder = Path(os.path.realpath(path)).parent
        parts.setdefault(_inner_top(folder, top, known) if folder.is_relative_to(top) else None, []).append(path)
    return parts


def _inner_top(folder: Path, top: Path, known: dict[Path, Path | None]) -> Path | None:
    if folder not in known:
        is_top = os.path.exists(folder / ".git")  # noqa: PTH110 - also False in a folder that this user may not enter
        known[folder] = folder if is_top else _inner_top(folder.parent, top, known)
    return known[folder]


def _inner_histories(top: Path, paths: Collection[Path], rules: Rules, memory: Memory) -> Histories:
    """Return the histories of a submodule; one whose history is unavailable is named."""
    try:
        repository = open_repository(top, inner=True)
    except GitError as error:
        return Histories(trouble=f"{top.name}: {error}")
    if repository is None or repository.top != top:
        return Histories(trouble=f"{top.name}: no commits found; is the submodule initialised?")
    return _histories(repository, paths, top, rules, memory)


def _histories(repository: Repository, paths: Collection[Path], folder: Path, rules: Rules, memory: Memory) -> Histories:
    """Return the histories of the files of one repository; `folder` contains most of them."""
    names = {path: name for path in paths if (name := _name(path, repository.top))}
    if not all((repository.top / name).is_relative_to(folder) for name in names.values()):
        folder = repository.top
    try:
        commits = memory.commits_of(repository, _filter(repository, folder, len(names)))
        changed = uncommitted(repository, folder, frozenset(names.values()))
    except GitError as error:
        return Histories(trouble=str(error))
    found = file_histories(
        commits,
        frozenset(names.values()),
        boundary=repository.boundary,
        ignored=rules.ignored(commits),
        partial=repository.partial,
    )
    files = {path: found[name]._replace(uncommitted=name in changed) for path, name in names.items() if name in found}
    return Histories(files=files, shallow=any(history.unknown for history in found.values()) and bool(repository.boundary))


def _name(path: Path, top: Path) -> str:
    """Return the path of a file in the repository, or empty if it is elsewhere.

    A symbolic link, such as `docs/changelog.md`, has the history of its target.
    """
    real = Path(os.path.realpath(path))
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else ""


def _filter(repository: Repository, folder: Path, files: int) -> tuple[str, ...]:
    """Return the folder for `git log` to look at, if the code is much larger than the docs."""
    name = _name(folder, repository.top)
    large = repository.tracked > max(FEW_FILES, MUCH_LARGER * files)
    return (name,) if large and name not in {"", "."} else ()


def last_change(post: Post, sources: Collection[str], history: FileHistory) -> datetime | None:
    """Return when the text of a post last changed, or None.

    Args:
        post: The post with the dates of its author.
        sources: `front_matter` and `git`; the first one with a date is used. A dated update in the body always counts.
        history: The Git history of its file. A change before or on the day of the post is part of writing it, and one that
            is not committed has no day.
    """
    dates: dict[str, datetime | None] = {"front_matter": post.last_updated, "git": _git_change(post, history)}
    named = next((moment for source in sources if (moment := dates[source])), None)
    moments = [update.date for update in post.updates if post.date is None or update.date >= post.date]
    return max([*moments, *([named] if named else [])], default=None)


def _git_change(post: Post, history: FileHistory) -> datetime | None:
    changed = history.updated
    if changed is None or history.uncommitted or (post.date is not None and changed.date() <= post.date.date()):
        return None
    return max(changed, post.date) if post.date else changed


def updated_on(post: Post) -> datetime | None:
    """Return when the text of a post last changed, if not on the day of the post."""
    if post.last_updated is None or (post.date and post.last_updated.date() == post.date.date()):
        return None
    return post.last_updated


def people_of(history: FileHistory) -> tuple[str, ...]:
    """Return the names of the people who changed a file, each once, without bots.

    Some commits have no name, and old ones have names in another encoding than UTF-8.
    """
    names = (person.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for person in history.people)
    return tuple(dict.fromkeys(name for name in names if name.strip() and not name.endswith(_BOT)))


def deepening(environment: Mapping[str, str]) -> str:
    """Return the CI setting, or the command, that fetches the whole history."""
    command = "git fetch --unshallow --filter=blob:none"
    services = {
        "GITHUB_ACTIONS": "add `fetch-depth: 0` below `with:` of actions/checkout",
        "GITLAB_CI": "add `GIT_DEPTH: 0` below `variables:`",
        "READTHEDOCS": f"add `- {command} || true` below `build: jobs: post_checkout:`",
        "TF_BUILD": "add `fetchDepth: 0` below `- checkout: self`",
        "BITBUCKET_BUILD_NUMBER": "add `clone: {depth: full}`",
        "TRAVIS": "add `git: {depth: false}`",
    }
    return next((line for name, line in services.items() if environment.get(name)), f"run `{command}`")
