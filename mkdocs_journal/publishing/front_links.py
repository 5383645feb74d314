"""Finds the posts and pages that `related` and `links` in front matter name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.addresses import is_web, split
from mkdocs_journal.front_matter.defaults import NOWHERE
from mkdocs_journal.posts.model import Post, WrittenLink
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.named_links import FrontLink, FrontLinks
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication, published_together

_ELSEWHERE: Final = ("mailto:", "tel:")


def with_front_links(
    publication: Publication, resolver: LinkResolver
) -> tuple[Publication, tuple[tuple[str, Problem], ...]]:
    """Return a publication with what the front matter of its posts links, and the problems by the source of the page."""
    editions = []
    problems: list[tuple[str, Problem]] = []
    for edition in publication.editions:
        finder = _Finder(edition, resolver)
        linking = [post for post in edition.posts.values() if post.related or post.links]
        found = {post.source: finder.found(post, edition.post_files[post.source]) for post in linking}
        editions.append(replace(edition, front_links=found) if found else edition)
        problems += finder.problems
    return published_together(editions, publication.combined, publication), tuple(problems)


class _Finder:
    def __init__(self, edition: Edition, resolver: LinkResolver) -> None:
        self._edition = edition
        self._resolver = resolver
        self.problems: list[tuple[str, Problem]] = []

    def found(self, post: Post, file: OutputFile) -> FrontLinks:
        """Return what the front matter of a post links."""
        related = (self._post(link, file) for link in post.related)
        others = dict.fromkeys(source for source in related if source and source != post.source)
        return FrontLinks(tuple(others), tuple(self._links(post.links, file)))

    def _report(self, code: str, key: str, link: WrittenLink, file: OutputFile, **values: object) -> None:
        place = Place("defaults") if link.line == NOWHERE else Place(file.shown, link.line, link.column)
        self.problems.append((file.source, problem(code, place, key, found=Quoted(link.target), **values)))

    def _post(self, link: WrittenLink, file: OutputFile) -> PurePosixPath | None:
        """Return the source of a post that `related` names by its title, path, address or file name."""
        target = self._by_title.get(_key(link.target)) or self._target("related", link, file)
        if target is None:
            return None
        if found := self._edition.posts.get(target):
            return found.source
        self._report("J889", "related", link, file)
        return None

    def _target(self, key: str, link: WrittenLink, file: OutputFile) -> str | None:
        """Return the source that a link leads to, empty if there is none; None for a withheld post, which is reported."""
        found = self._resolver.named(link.target, file)
        if isinstance(found, Post):
            self._report("J893", key, link, file, state=found.state.value)
            return None
        return found or self._by_name.get(PurePosixPath(link.target.partition("#")[0]).name.removesuffix(".md"), "")

    def _links(self, links: tuple[WrittenLink, ...], file: OutputFile) -> Iterator[FrontLink]:
        for link in links:
            if link.parts:
                parts = tuple(self._links(link.parts, file))
                if parts:
                    yield FrontLink(title=link.title, parts=parts)
            elif found := self._link(link, file):
                yield found

    def _link(self, link: WrittenLink, file: OutputFile) -> FrontLink | None:
        target = self._target("links", link, file)
        if target is None:
            return None
        parts = split(link.target)
        if parts and target:
            tail = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
            return FrontLink(title=link.title, source=target, url=self._resolver.url_of(target), tail=tail)
        rooted = link.target.startswith("/") and not link.target.startswith("//")
        if parts and (rooted or is_web(link.target) or link.target.lower().startswith(_ELSEWHERE)):
            return FrontLink(title=link.title, url=link.target)
        self._report("J892", "links", link, file)
        return None

    @cached_property
    def _by_title(self) -> Mapping[str, str]:
        """The page of each post by its title; of two with one title the newer."""
        return _first((_key(post.title), name) for name, post in self._edition.posts.items())

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The page of each post by the name of its file, without its suffix; of two the newer."""
        return _first((post.source.stem, name) for name, post in self._edition.posts.items())


def _first(entries: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return entries by their key; of those with one key the first."""
    found: dict[str, str] = {}
    for key, value in entries:
        found.setdefault(key, value)
    return found


def _key(title: str) -> str:
    return " ".join(title.split()).casefold()
