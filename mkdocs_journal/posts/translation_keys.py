"""Posts that are translations of each other by their `translation_key`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem


def used_twice(posts: Iterable[Post], shown: Mapping[PurePosixPath, str]) -> Iterator[Problem]:
    """Yield a problem for each post with the key of another one in its language; the first is the translation.

    Args:
        posts: Posts by source.
        shown: Their files as messages name them.
    """
    owners: dict[tuple[str, str], PurePosixPath] = {}
    for post in posts:
        if post.translation_key and not post.state.withheld:
            owner = owners.setdefault((post.lang, post.translation_key), post.source)
            if owner != post.source:
                place = Place(shown[post.source], *post.places.get("translation_key", (1, 1)))
                values = {"found": Quoted(post.translation_key), "other": shown[owner]}
                yield problem("J850", place, "translation_key", **values)


def needless(journal: Journal, untranslated: Collection[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """Return those posts shown for want of a translation of which there is one: a post with the same key.

    Args:
        journal: The journal.
        untranslated: The sources of posts that are shown for want of a translation.
    """
    keys = {post.translation_key for post in journal.public if post.source not in untranslated} - {""}
    posts = (post for post in (*journal.public, *journal.withheld) if post.source in untranslated)
    return tuple(post.source for post in posts if post.translation_key in keys)
