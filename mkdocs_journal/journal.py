"""`read_journal()`: the one way from sources to a `Journal`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.model import Journal, Post, State
from mkdocs_journal.options import Options
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.reading.dates import build_time
from mkdocs_journal.reading.post import read_post
from mkdocs_journal.reading.source import Source
from mkdocs_journal.reading.terms import taxonomy

TAXONOMIES: Final = ("tags", "categories", "authors")
"""The kinds of terms, in the order in which they are shown."""


def read_journal(sources: Iterable[Source], options: Options, *, now: datetime | None = None) -> Journal:
    """Read every source and sort what comes out.

    Args:
        sources: Files that may be posts, in any order.
        options: The options of the journal.
        now: The time of the build, with its UTC offset; `SOURCE_DATE_EPOCH` or the clock if not given.

    Returns:
        The journal. Each source is counted once: as a post, as refused or as a page.
    """
    posts: list[Post] = []
    refused: list[PurePosixPath] = []
    pages: list[PurePosixPath] = []
    problems: list[Problem] = []
    moment = now or build_time()
    for source in sorted(sources, key=lambda source: source.path):
        read = read_post(source, options, moment)
        problems.extend(read.problems)
        if read.post is not None:
            posts.append(read.post)
        else:
            (refused if read.refused else pages).append(source.path)
    return _sorted_journal(posts, refused, pages, problems)


def without(journal: Journal, refused: Collection[PurePosixPath], problems: Iterable[Problem]) -> Journal:
    """Return the journal without posts that were refused later, their problems added.

    Args:
        journal: The journal.
        refused: Sources of its posts.
        problems: Why they are refused.
    """
    if not refused:
        return replace(journal, problems=_in_order([*journal.problems, *problems]))
    kept = [post for post in (*journal.public, *journal.withheld) if post.source not in refused]
    return _sorted_journal(kept, [*journal.refused, *refused], list(journal.pages), [*journal.problems, *problems])


def _sorted_journal(
    posts: list[Post], refused: list[PurePosixPath], pages: list[PurePosixPath], problems: list[Problem]
) -> Journal:
    shown = sorted((post for post in posts if not post.state.withheld), key=_newest_first, reverse=True)
    published = tuple(post for post in shown if post.state is State.PUBLISHED)
    return Journal(
        posts=published,
        unlisted=tuple(post for post in shown if post.state is State.UNLISTED),
        withheld=tuple(sorted((post for post in posts if post.state.withheld), key=lambda post: post.source)),
        refused=tuple(sorted(refused)),
        pages=tuple(sorted(pages)),
        taxonomies={kind: taxonomy(kind, published) for kind in TAXONOMIES},
        problems=_in_order(problems),
    )


def _newest_first(post: Post) -> tuple[datetime, str]:
    return post.shown_date, str(post.source)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(
            problems,
            key=lambda found: (
                found.place.file,
                found.place.line or 0,
                found.place.column or 0,
                found.code,
                found.message,
            ),
        )
    )
