"""Every output gets its URL: the host's keep theirs, then archives and feeds, then posts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.archives.archive import ArchivePage, Archives, make_archives, pages_of
from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.hosts.mkdocs.addressing import Addressed, Found, address_posts, address_redirects
from mkdocs_journal.hosts.mkdocs.neighbours import files_of_neighbours
from mkdocs_journal.hosts.mkdocs.option_places import configuration_of
from mkdocs_journal.hosts.mkdocs.outputs import (
    archive_route,
    clash,
    export_route,
    feed_routes,
    redirects_route,
    schedule_route,
)
from mkdocs_journal.hosts.mkdocs.paths import dest_of, is_left_out, names, shown
from mkdocs_journal.journal import newest_first, without
from mkdocs_journal.options.table import Options, SiteOptions
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.feed_routes import FeedRoute, journal_feeds, older_feeds, term_feeds
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.urls.routes import Route, Routes

_OF_HOST: Final = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
"""Files that the host and its search write by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What is published where, of one journal."""

    journal: Journal
    """Without the posts that cannot have their URL, which are among its problems."""
    archives: Archives
    pages: tuple[ArchivePage, ...]
    """The pages of the archives that are published."""
    own_files: Mapping[PurePosixPath, File]
    """The user's own file of an archive page, by the page's source."""
    feeds: tuple[FeedRoute, ...]
    older_feeds: tuple[FeedRoute, ...]
    term_feeds: tuple[FeedRoute, ...]
    addresses: Mapping[PurePosixPath, Address | None] = field(default_factory=dict)
    """Of every public post; None: it stays where the host puts it."""
    redirects: tuple[Redirect, ...] = ()
    """Old addresses that lead to posts."""
    targets: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """Where a post is to be read instead of on its own page."""


def place(
    found: Sequence[Found], options: SiteOptions, files: Files, config: MkDocsConfig
) -> tuple[tuple[Placed, ...], Placed | None, Routes]:
    """Give every output of every journal its URL.

    Args:
        found: The journals.
        options: Whether there is a list of all their posts, and which other files are written.
        files: The host's files.
        config: The host's configuration; without a `site_url` there are no feeds.

    Returns:
        The outputs of each journal and of the list of all, and the table of everything. Of two that want one URL the host's
        page or file keeps it, then the archive or feed, then the post with the smaller source path, then the old address;
        the other is left out and told.
    """
    posts = {source for one in found for source in _sources(one.journal)}
    claim = _Claims(_host_routes(files, posts, config), _own_pages(files, posts), config)
    before = [claim(one.journal, one.options) for one in found]
    together = claim(_together([one.journal for one in found]), options.combined) if options.combined else None
    exports = [claim.exports([export_route(one.options)]) for one in found]
    shared = [*map(redirects_route, options.redirects), schedule_route(options)]
    exports[0] += claim.exports([*shared, *([export_route(options.combined)] if options.combined else [])])
    addressed = address_posts(found, claim.routes)
    after = [claim(_kept(one, addressed), one.options) for one in found]
    address_redirects(found, addressed, claim.routes, config)
    placed = tuple(_addressed(*all_of, addressed) for all_of in zip(before, after, exports, strict=True))
    if options.combined and together:
        last = claim(_together([one.journal for one in placed]), options.combined)
        together = replace(last, journal=without(last.journal, (), together.journal.problems))
    return placed, together, claim.routes


def _addressed(before: Placed, after: Placed, exports: list[Problem], addressed: Addressed) -> Placed:
    """Return a journal with the addresses of its posts; what was in the way of those that are refused now stays told."""
    own = [post.source for post in after.journal.public]
    doubts = [told for source in own for told in addressed.doubts.get(source, ())]
    told = dict.fromkeys((*before.journal.problems, *after.journal.problems, *exports, *doubts))
    archives = {shown(file) for file in after.own_files.values()}
    kept = replace(after.journal, problems=_but_for_archives(after.journal.problems, archives))
    return replace(
        after,
        journal=_without_keys(without(kept, (), _but_for_archives(told, archives)), addressed),
        addresses={source: addressed.addresses[source] for source in own},
        redirects=tuple(redirect for redirect in addressed.redirects if redirect.post in own),
        targets={source: addressed.targets[source] for source in own if source in addressed.targets},
    )


def _but_for_archives(problems: Iterable[Problem], archives: Container[str]) -> tuple[Problem, ...]:
    """Return problems without those that take the user's own page of an archive for a post without a date."""
    return tuple(problem for problem in problems if problem.code != "J533" or problem.place.file not in archives)


def _without_keys(journal: Journal, addressed: Addressed) -> Journal:
    """Return a journal whose posts do not have the keys that lead to withheld posts."""

    def cleaned(post: Post) -> Post:
        keys = addressed.left_out.get(post.source, ())
        meta = {name: value for name, value in post.meta.items() if NAMES_OF.get(normalised(name)) not in keys}
        redirect_to = "" if "redirect_to" in keys else post.redirect_to
        canonical_url = "" if "canonical_url" in keys else post.canonical_url
        return replace(post, redirect_to=redirect_to, canonical_url=canonical_url, meta=meta) if keys else post

    posts, unlisted = (tuple(map(cleaned, posts)) for posts in (journal.posts, journal.unlisted))
    return replace(journal, posts=posts, unlisted=unlisted) if addressed.left_out else journal


def _kept(found: Found, addressed: Addressed) -> Journal:
    """Return a journal without the posts that cannot have their URL."""
    refused = {source: told for source, told in addressed.refused.items() if source in _sources(found.journal)}
    return without(found.journal, refused, refused.values())


def _together(journals: Sequence[Journal]) -> Journal:
    """Return the published posts of several journals as one, which has their list and feeds and no page of theirs."""
    posts = sorted((post for journal in journals for post in journal.posts), key=newest_first, reverse=True)
    return Journal(posts=tuple(posts))


def _sources(journal: Journal) -> set[PurePosixPath]:
    """Return the sources of everything that is meant to be a post."""
    return {post.source for post in (*journal.public, *journal.withheld)} | set(journal.refused)


def _host_routes(files: Files, posts: set[PurePosixPath], config: MkDocsConfig) -> Routes:
    """Return a table with everything that is published without us."""
    routes = Routes()
    for file in files:
        if not (is_left_out(file) or PurePosixPath(file.src_uri) in posts):
            routes.claim(Route(file.dest_uri, shown(file), "site"))
    for name in (*config.theme.static_templates, *config.extra_templates, *_OF_HOST):
        routes.claim(Route(name, name, "site"))
    for name, plugin in files_of_neighbours(config):
        routes.claim(Route(name, plugin, "plugin"))
    return routes


@dataclass(frozen=True, slots=True)
class _Claims:
    """Claims the URLs of archive pages and feeds; a page of the user's at the URL of an archive becomes it."""

    routes: Routes
    own_pages: Mapping[str, File]
    """The user's pages by the file that the host writes for them."""
    config: MkDocsConfig

    def __call__(self, journal: Journal, options: Options) -> Placed:
        """Return what of a journal has its URL, but for its posts, with what stands in the way of the rest as problems."""
        archives = make_archives(journal, options, with_feeds=bool(self.config.site_url) and options.feeds.wanted)
        problems: list[Problem] = []
        own_files: dict[PurePosixPath, File] = {}
        pages = []
        for page in (page for archive in archives.all() for page in pages_of(archive)):
            file = dest_of(page.source, self.config)
            if self._is_left_out(page.source.as_posix()):
                continue
            if own := self.own_pages.get(file):
                own_files[page.source] = own
            elif taken := self._taken(archive_route(page, file, options)):
                problems.append(taken)
                continue
            pages.append(page)
        feeds = journal_feeds(archives, options) if self.config.site_url else ()
        posts = sum(post.feed != "none" for post in journal.posts)
        written = self._feeds(feeds, options, problems)
        older_ones = [other for feed in written for other in older_feeds(feed, posts, options.feeds)]
        older = self._feeds(older_ones, options, problems)
        shown_archives = {page.archive.source for page in pages}
        terms = [feed for feed in term_feeds(archives, options.feeds) if feeds and feed.archive.source in shown_archives]
        of_terms = self._feeds(terms, options, problems)
        return Placed(
            journal=without(journal, (), problems),
            archives=archives,
            pages=tuple(pages),
            own_files=own_files,
            feeds=written,
            older_feeds=older,
            term_feeds=of_terms,
        )

    def _is_left_out(self, src_uri: str) -> bool:
        """Return whether the user told the host to leave a page of that source path out."""
        return names(self.config.exclude_docs, src_uri) or names(self.config.draft_docs, src_uri)

    def _feeds(self, feeds: Iterable[FeedRoute], options: Options, problems: list[Problem]) -> tuple[FeedRoute, ...]:
        """Claim the URLs of feeds; return those that have one, and note what stands in the way of the rest."""
        written = []
        for feed in feeds:
            free = []
            for route in feed_routes(feed, options):
                if taken := self._taken(route):
                    problems.append(taken)
                else:
                    free.append(route.file)
            if free:
                written.append(replace(feed, file=free[0], copies=tuple(free[1:])))
        return tuple(written)

    def exports(self, routes: Iterable[Route]) -> list[Problem]:
        """Claim the files that programs read; return what stands in their way."""
        taken = [self._taken(route) for route in routes if route.file]
        return [told for told in taken if told]

    def _taken(self, route: Route) -> Problem | None:
        """Claim a file; return the problem if another output has it."""
        owner = self.routes.claim(route)
        return clash(route, owner, partial(configuration_of, self.config)) if owner else None


def _own_pages(files: Files, posts: set[PurePosixPath]) -> dict[str, File]:
    return {file.dest_uri: file for file in files.documentation_pages() if PurePosixPath(file.src_uri) not in posts}
