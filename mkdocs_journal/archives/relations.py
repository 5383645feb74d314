"""Relations between posts."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_journal.posts.model import Post


class Neighbours(NamedTuple):
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


def related_posts(
    posts: Sequence[Post], most: int, named: Mapping[PurePosixPath, tuple[Post, ...]]
) -> Mapping[PurePosixPath, tuple[Post, ...]]:
    """Return the posts to name below each post, by its source.

    Posts are related that have tags, categories, series or words of their titles in common; what few posts have counts
    more. Of equally related ones the nearest in time are chosen, then the newer.

    Args:
        posts: The published posts, newest first.
        most: How many are chosen for a post, those named by hand included.
        named: The posts that the front matter of a post names; they come first, all of them.
    """
    if not most:
        return named
    from mkdocs_journal.archives.similar_posts import similar_posts  # noqa: PLC0415 - few sites choose posts

    return similar_posts(posts, most, named)
