"""The Git history of files, and which changes count for a post."""

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from mkdocs_journal.history.commits import Person
from mkdocs_journal.posts.model import Post

_BOT: Final = "[bot]"


class FileHistory(NamedTuple):
    """The history of one file."""

    created: datetime | None = None
    """When it was added; None if the available commits do not show it."""
    updated: datetime | None = None
    """When its text was last changed after the day on which it was added; None if it was not, or that is unknown."""
    people: tuple[Person, ...] = ()
    """Who changed it, in the order of their first commit; empty if some are unknown."""
    unknown: bool = False
    """Whether older commits are missing, because the clone is shallow."""
    uncommitted: bool = False
    """Whether its text differs from the last commit."""


NOTHING: Final = FileHistory()


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
