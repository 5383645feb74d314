"""Relations between posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs_journal.posts.model import Post


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The posts before and after a post in time."""

    previous: Post | None
    """The next older one, as Jekyll's `page.previous`."""
    next: Post | None
    """The next newer one."""


def neighbours(posts: Sequence[Post]) -> Mapping[PurePosixPath, Neighbours]:
    """Return the neighbours of each post by its source.

    Args:
        posts: The published posts, newest first.
    """
    around = [None, *posts, None]
    return {post.source: Neighbours(around[n + 1], around[n - 1]) for n, post in enumerate(posts, 1)}
