"""Reads the Git history of the pages of a site."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from mkdocs_journal.files.regular_files import bytes_of, is_there
from mkdocs_journal.history.changes import file_histories
from mkdocs_journal.history.commits import Commit, Memory
from mkdocs_journal.history.file_history import Histories
from mkdocs_journal.history.git import GitError, Repository, open_repository, read_commits
from mkdocs_journal.history.worktree import uncommitted

_FULL_ID: Final = re.compile(r"[0-9a-f]{40,64}\b")
MUCH_LARGER: Final = 20
"""`git log` gets a path if the repository has this many times more files than the docs."""
FEW_FILES: Final = 5_000
"""`git log` gets no path in repositories with fewer files."""


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


def read_revisions(text: str) -> frozenset[str]:
    """Return the commits that a file such as `.git-blame-ignore-revs` names, one a line, `#` before a comment."""
    return frozenset(found[0] for line in text.splitlines() if (found := _FULL_ID.match(line.strip())))


def revisions_in(name: str, beside: Path) -> frozenset[str]:
    """Return the commits listed in the file of the option `ignore_revs`, beside the configuration or above it.

    Raises:
        OSError: It cannot be read.
    """
    folder = beside.resolve().parent
    for place in (folder, *folder.parents):
        if is_there(place / name):
            return read_revisions(bytes_of(place / name).decode("utf-8", "replace"))
        if os.path.exists(place / ".git"):  # noqa: PTH110 - false for a name that is too long
            break
    return frozenset()


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
        commits = _commits_of(memory, repository, _filter(repository, folder, len(names)))
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


def _commits_of(memory: Memory, repository: Repository, paths: tuple[str, ...]) -> tuple[Commit, ...]:
    """Return the commits; they are read again only if HEAD or `.mailmap` has changed."""
    key = (str(repository.top), repository.head, repository.mailmap, *sorted(repository.boundary), *paths)
    if key != memory.key:
        memory.commits = read_commits(repository, paths)
        memory.key = key
    return memory.commits


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
