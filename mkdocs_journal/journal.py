"""`read_journal()`: reads sources into a `Journal`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.history.file_history import NOTHING, FileHistory, last_change
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.clock import build_time
from mkdocs_journal.posts.companions import Companions
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.feed_keys import distinct_guids
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.post import NO_DATA, Read, ReadPost, read_post
from mkdocs_journal.posts.states import is_draft_path
from mkdocs_journal.posts.suffixes import is_dated, is_read
from mkdocs_journal.posts.terms import taxonomy
from mkdocs_journal.posts.translation_keys import used_twice
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.urls.bundles import bundles, is_inside

_NONE: Final[Mapping[PurePosixPath, FileHistory]] = {}
TAXONOMIES: Final = ("tags", "categories", "authors", "series")
"""The kinds of terms, in the order in which they are shown."""


def read_journal(
    sources: Iterable[Source],
    options: Options,
    *,
    data: DataFiles = NO_DATA,
    histories: Mapping[PurePosixPath, FileHistory] = _NONE,
    now: datetime | None = None,
    read: ReadPost | None = None,
) -> Journal:
    """Read every source and sort the posts.

    Args:
        sources: Files that may be posts, in any order.
        options: The options of the journal.
        data: The contents of the files that describe authors and tags.
        histories: Git history per file, by source; used if the option `last_updated` contains `git`.
        now: The time of the build, with its UTC offset; `SOURCE_DATE_EPOCH` or the clock if not given.
        read: Reads one source; `read_post()` if not given; another function may know the result already.

    Returns:
        The journal. Each source is counted once: as a post, as refused or as a page.
    """
    posts: list[Post] = []
    refused: list[PurePosixPath] = []
    pages: list[PurePosixPath] = []
    problems = list(data.problems)
    shown: dict[PurePosixPath, str] = {}
    read_one, moment = read or read_post, now or build_time()
    for source, found in _read_all(sources, lambda source: read_one(source, options, moment, data), options):
        shown[source.path] = source.shown
        problems.extend(found.problems)
        if found.post is not None:
            posts.append(_changed(found.post, options, histories.get(source.path, NOTHING)))
        else:
            (refused if found.refused else pages).append(source.path)
    posts, twins = distinct_guids(posts, shown, options.feeds.ids)
    problems.extend((*twins, *used_twice(posts, shown)))
    journal = _sorted_journal(posts, refused, pages, problems, data.vocabulary.descriptions)
    return replace(journal, problems=in_order([*journal.problems, *_other_spellings(journal, shown)]))


def _changed(post: Post, options: Options, history: FileHistory) -> Post:
    """Return a post with the date of its last change."""
    changed = last_change(post, options.last_updated, history)
    return post if changed is post.last_updated else replace(post, last_updated=changed)


def _read_all(
    sources: Iterable[Source], read_one: Callable[[Source], Read], options: Options
) -> Iterator[tuple[Source, Read]]:
    """Yield every source with its result; everything in the folder of a withheld page bundle is withheld as well.

    In a refused bundle, and in a folder with the name of a withheld post, this applies to ordinary pages only: a post has
    its own state.
    """
    every = [(source, read_one(source)) for source in sorted(sources, key=lambda one: one.path)]
    copied = set(_copied_with_posts(every, options))
    found = [(source, read) for source, read in every if source.path not in copied]
    drafts = [source.path for source, read in found if read.post and read.post.state.withheld]
    withheld = bundles(drafts, options.folder)
    shown = (source.path for source, read in found if read.post and not read.post.state.withheld)
    companions = Companions(drafts, shown, options)
    refused = bundles((source.path for source, read in found if read.refused), options.folder)
    for source, read in found:
        public = not read.refused and not (read.post and read.post.state.withheld)
        if (public and (withheld or refused) and is_inside(source.path, withheld)) or (
            public
            and read.post is None
            and (companions.has(source.path, beside=source.foreign_page) or is_inside(source.path, refused))
        ):
            yield source, read_one(replace(source, withheld=True))
        else:
            yield source, read


def _copied_with_posts(found: Iterable[tuple[Source, Read]], options: Options) -> Iterator[PurePosixPath]:
    """Yield the files of other programs that are not posts.

    Such a file has no key of a post, or it belongs to one: `analysis.qmd` beside `analysis.md`, or in the folder of a page
    bundle unless it says that it is withheld, or below `_drafts`.
    """
    others = [
        (source, read) for source, read in found if not (is_read(source.path) or source.foreign_page or source.reason)
    ]
    if not others:
        return
    read_files = [(source.path, read) for source, read in found if is_read(source.path)]
    names = {path.with_suffix("") for path, _ in read_files}
    public = bundles((path for path, read in read_files if read.post and not read.post.state.withheld), options.folder)
    hidden = bundles((path for path, read in read_files if read.refused or read.post), options.folder) - public
    for path, read in ((source.path, read) for source, read in others):
        with_post = is_draft_path(path) or is_inside(path, hidden) or (is_inside(path, public) and not read.withheld)
        if not read.refused or (with_post and not is_dated(path)) or path.with_suffix("") in names:
            yield path


def without(journal: Journal, refused: Collection[PurePosixPath], problems: Iterable[Problem]) -> Journal:
    """Return the journal without posts that were refused later, with their problems added.

    Args:
        journal: The journal.
        refused: Sources of its posts.
        problems: Why they are refused.
    """
    if not refused:
        return replace(journal, problems=in_order([*journal.problems, *problems]))
    kept = [post for post in (*journal.public, *journal.withheld) if post.source not in refused]
    found = [*journal.problems, *problems]
    return _sorted_journal(kept, [*journal.refused, *refused], list(journal.pages), found, journal.descriptions)


def _sorted_journal(
    posts: list[Post],
    refused: list[PurePosixPath],
    pages: list[PurePosixPath],
    problems: list[Problem],
    descriptions: Mapping[str, str],
) -> Journal:
    shown = sorted((post for post in posts if not post.state.withheld), key=newest_first, reverse=True)
    published = tuple(post for post in shown if post.state is State.PUBLISHED)
    return Journal(
        posts=published,
        unlisted=tuple(post for post in shown if post.state is State.UNLISTED),
        withheld=tuple(sorted((post for post in posts if post.state.withheld), key=lambda post: post.source)),
        refused=tuple(sorted(refused)),
        pages=tuple(sorted(pages)),
        taxonomies={kind: taxonomy(kind, published, descriptions if kind == "tags" else {}) for kind in TAXONOMIES},
        descriptions=descriptions,
        problems=in_order(problems),
    )


def _other_spellings(journal: Journal, shown: Mapping[PurePosixPath, str]) -> Iterable[Problem]:
    """Yield a hint for each label that is shown in another spelling, at the first post with the label."""
    for kind in ("tags", "categories", "series"):
        terms = journal.taxonomies[kind].of_label
        seen: set[str] = set()
        for post in reversed(journal.posts):
            for label in getattr(post, kind):
                if terms[label].name != label and label not in seen:
                    seen.add(label)
                    line, column = post.places.get(kind, (1, 1))
                    place = Place(shown[post.source], line, column)
                    yield problem("J406", place, kind, found=Quoted(label), shown=Quoted(terms[label].name))


def newest_first(post: Post) -> tuple[datetime, str]:
    """Return the sort key of posts: by date, then by source path, as in Jekyll; reverse for newest first."""
    return post.shown_date, str(post.source)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems, each once, by file, line and column."""
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda found: (
                found.place.file,
                found.place.line or 0,
                found.place.column or 0,
                found.code,
                found.message,
            ),
        )
    )
