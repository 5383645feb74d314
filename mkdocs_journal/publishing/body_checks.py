"""What is doubtful about the bodies of the posts of a journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_journal.journal import without
from mkdocs_journal.markup.checking import Readers, check_body
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.site_info import SiteInfo

if TYPE_CHECKING:  # few posts have Liquid
    from mkdocs_journal.markup.liquid.known_values import Known
    from mkdocs_journal.publishing.liquid_values import KnownValues


class BodySurroundings(NamedTuple):
    """What a site has for the bodies of posts."""

    site: SiteInfo
    extra: Mapping[str, object] = MappingProxyType({})
    """What the option `extra` of the site adds to Liquid's `site`."""
    readers: Readers = Readers()
    """What reads more than Markdown."""


def with_bodies_checked(
    journal: Journal, options: Options, files: Mapping[PurePosixPath, OutputFile], surroundings: BodySurroundings
) -> Journal:
    """Return a journal with what is doubtful about the bodies of its public posts; those that Liquid refuses are left out.

    A withheld post has no page that could show anything; it is checked when it is published.

    Args:
        journal: The journal.
        options: Its options.
        files: The files of its posts.
        surroundings: What the site has for the bodies of posts.
    """
    posts = (*journal.public, *journal.withheld)

    @cache
    def values() -> KnownValues:
        from mkdocs_journal.publishing.liquid_values import KnownValues  # noqa: PLC0415 - few posts have Liquid

        return KnownValues(posts, surroundings.site, surroundings.extra)

    def known(post: Post) -> Known:
        return values().of(post, options)

    check = partial(check_body, readers=surroundings.readers, liquid=options.liquid)
    problems: list[Problem] = []
    refused: set[PurePosixPath] = set()
    for post in (post for post in journal.public if not is_html(post.source)):
        places = _Places(files[post.source], post)
        told = list(check(post, partial(known, post), places=places))
        problems += map(places.with_line, told)
        if any(problem.severity is Severity.ERROR for problem in told):
            refused.add(post.source)
    return without(journal, refused, problems) if problems else journal


class _Places:
    """Places in the file of a post, which is read for the first place."""

    def __init__(self, file: OutputFile, post: Post) -> None:
        self._file = file
        self._body = post.body

    def __call__(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the body."""
        return Place(self._file.shown, self._above + line, column)

    def with_line(self, problem: Problem) -> Problem:
        """Return a problem with the line that it is about."""
        return replace(problem, snippet=self._lines[(problem.place.line or 1) - 1])

    @cached_property
    def _lines(self) -> list[str]:
        return text_of(self._file).replace("\r\n", "\n").replace("\r", "\n").split("\n")

    @cached_property
    def _above(self) -> int:
        """The lines above the body."""
        return len(self._lines) - self._body.count("\n") - 1
