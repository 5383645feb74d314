"""Gives every output its URL: first files of the site, then archives and feeds, then posts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_journal.archives.archive import ArchivePage, Archives, make_archives, pages_of
from mkdocs_journal.front_matter.keys import NAMES_OF, normalised
from mkdocs_journal.journal import newest_first, without
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.archive_addresses import ArchiveAddresses
from mkdocs_journal.publishing.assets import in_place_of_folders
from mkdocs_journal.publishing.feed_routes import FeedRoute, journal_feeds, older_feeds, term_feeds
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.outputs import (
    alias_clash,
    alias_route,
    archive_route,
    clash,
    export_route,
    feed_routes,
    name_twin,
    redirects_route,
    schedule_route,
)
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.post_urls import PostUrls, address_posts, address_redirects, doubt_suffixless
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Route, Routes


class Surroundings(NamedTuple):
    """What is published in addition to the journals."""

    files: tuple[OutputFile, ...] = ()
    """Every file of the site."""
    others: tuple[str, ...] = ()
    """Other files below the site folder that MkDocs or another program writes."""
    of_plugins: tuple[tuple[str, str], ...] = ()
    """Files that other plugins write after the build, each with the plugin as it is named in messages."""
    elsewhere: tuple[OutputPlan, ...] = ()
    """The journals of the other languages of the site."""
    is_left_out: Callable[[str], bool] = lambda _: False
    """Returns whether the author excluded the page with a source path."""


def plan_outputs(
    found: Sequence[OutputPlan], options: SiteOptions, around: Surroundings, site: SiteInfo
) -> tuple[tuple[OutputPlan, ...], OutputPlan | None, Routes]:
    """Give every output of every journal its URL.

    Args:
        found: The journals as they were read.
        options: The options; they decide on the list of all posts and on other files.
        around: What is published in addition.
        site: The site; without a `url` there are no feeds.

    Returns:
        The outputs of each journal and of the list of all, and the route table. Of two outputs with one URL, the page
        or file of the site keeps it, then the archive or feed, then the post with the smaller source path, then the old
        address; the other is left out and reported.
    """
    posts = {str(source) for one in found for source in _sources(one.journal)}
    claim = _Claims(_site_routes(around, posts), _own_pages(around.files, posts), around.is_left_out, site, set())
    before = [claim(one) for one in found]
    together = claim(_together(found, options.combined)) if options.combined else None
    at_first = frozenset(claim.files)
    exports = [claim.exports([export_route(one.options)]) for one in found]
    shared = [*map(redirects_route, options.redirects), schedule_route(options)]
    exports[0] += claim.exports([*shared, *([export_route(options.combined)] if options.combined else [])])
    exports[0] += in_place_of_folders(around.files).values()
    urls = address_posts(found, claim.routes)
    after = _claimed_again(claim, found, urls, options.combined, at_first) if urls.refused else before
    doubt_suffixless(found, urls, claim.routes)
    address_redirects(found, urls, claim.routes, site.url, around.elsewhere)
    plans = tuple(_addressed(*all_of, urls) for all_of in zip(before, after, exports, strict=True))
    plans = tuple(map(claim.aliases, plans))
    if options.combined and together:
        last = claim(_together(plans, options.combined))
        together = last._replace(journal=without(last.journal, (), together.journal.problems))
    return plans, together, claim.routes


def _claimed_again(
    claim: _Claims, found: Sequence[OutputPlan], urls: PostUrls, combined: Options | None, at_first: frozenset[str]
) -> list[OutputPlan]:
    """Return the plans without refused posts; the files of lists and feeds of these posts alone are free again."""
    claim.files.clear()
    after = [claim(one._replace(journal=_kept(one, urls))) for one in found]
    if combined:
        claim(_together(after, combined))
    claim.routes.release(at_first - claim.files)
    return after


def _addressed(before: OutputPlan, after: OutputPlan, exports: list[Problem], addressed: PostUrls) -> OutputPlan:
    """Return a plan with the addresses of its posts; the problems of refused posts are kept."""
    own = dict.fromkeys(post.source for post in after.journal.public)
    doubts = [doubt for source in own for doubt in addressed.doubts.get(source, ())]
    problems = dict.fromkeys((*before.journal.problems, *after.journal.problems, *exports, *doubts))
    archives = {file.shown for file in after.own_files.values()}
    kept = replace(after.journal, problems=_but_for_archives(after.journal.problems, archives))
    return after._replace(
        journal=_without_keys(without(kept, (), _but_for_archives(problems, archives)), addressed),
        addresses={source: addressed.addresses[source] for source in own},
        redirects=tuple(redirect for redirect in addressed.redirects if redirect.source in own),
        targets={source: addressed.targets[source] for source in own if source in addressed.targets},
    )


def _but_for_archives(problems: Iterable[Problem], archives: Container[str]) -> tuple[Problem, ...]:
    """Return problems without "has no date" for the user's own archive pages."""
    return tuple(problem for problem in problems if problem.code != "J533" or problem.place.file not in archives)


def _without_keys(journal: Journal, addressed: PostUrls) -> Journal:
    """Return a journal without the keys that link to withheld posts."""
    if not addressed.left_out:
        return journal

    def cleaned(post: Post) -> Post:
        keys = addressed.left_out.get(post.source, ())
        meta = {name: value for name, value in post.meta.items() if NAMES_OF.get(normalised(name)) not in keys}
        redirect_to = "" if "redirect_to" in keys else post.redirect_to
        canonical_url = "" if "canonical_url" in keys else post.canonical_url
        return replace(post, redirect_to=redirect_to, canonical_url=canonical_url, meta=meta) if keys else post

    posts, unlisted = (tuple(map(cleaned, posts)) for posts in (journal.posts, journal.unlisted))
    return replace(journal, posts=posts, unlisted=unlisted)


def _kept(found: OutputPlan, addressed: PostUrls) -> Journal:
    """Return a journal without the posts whose URL is refused."""
    own = _sources(found.journal)
    refused = {source: problem for source, problem in addressed.refused.items() if source in own}
    return without(found.journal, refused, refused.values())


def _together(plans: Sequence[OutputPlan], options: Options) -> OutputPlan:
    """Return the published posts of several journals as one plan, with a list and feeds but without the posts' pages."""
    posts = sorted((post for one in plans for post in one.journal.posts), key=newest_first, reverse=True)
    avatars = {path: image for one in plans for path, image in one.pictures.avatars.items()}
    pictures = plans[0].pictures._replace(avatars=avatars)
    return OutputPlan(options=options, journal=Journal(posts=tuple(posts)), pictures=pictures)


def _sources(journal: Journal) -> set[PurePosixPath]:
    """Return the sources of everything that is meant to be a post."""
    return {post.source for post in (*journal.public, *journal.withheld)} | set(journal.refused)


def _site_routes(around: Surroundings, posts: set[str]) -> Routes:
    """Return a route table of everything that is published in addition to the journals."""
    routes = Routes()
    for file in around.files:
        if not (file.left_out or file.source in posts):
            routes.claim(Route(file.destination, file.shown, "site"))
    for name in around.others:
        routes.claim(Route(name, name, "site"))
    for name, plugin in around.of_plugins:
        routes.claim(Route(name, plugin, "plugin"))
    return routes


class _Lists(NamedTuple):
    """The pages of archives that have their URL, as `OutputPlan` has them."""

    pages: list[ArchivePage]
    addresses: dict[PurePosixPath, Address]
    aliases: dict[PurePosixPath, tuple[Address, ...]]
    own_files: dict[PurePosixPath, OutputFile]


class _Claims(NamedTuple):
    """Claims the URLs of archive pages and feeds; a user's page at the URL of an archive becomes its page."""

    routes: Routes
    own_pages: Mapping[str, OutputFile]
    """The user's pages by the file that is written for them."""
    is_left_out: Callable[[str], bool]
    site: SiteInfo
    files: set[str]
    """The files that were claimed."""

    def __call__(self, plan: OutputPlan) -> OutputPlan:
        """Return a journal with the URLs of all outputs except posts; outputs without a free URL become problems."""
        journal, options = plan.journal, plan.options
        archives = make_archives(journal, options, with_feeds=bool(self.site.url) and options.feeds.wanted)
        problems: list[Problem] = []
        where = ArchiveAddresses(archives, options)
        lists = self._lists(archives, where, options, problems)
        feeds = journal_feeds(archives, options) if self.site.url else ()
        posts = sum(post.feed != "none" for post in journal.posts)
        written = self._feeds(feeds, options, problems)
        older_ones = [other for feed in written for other in older_feeds(feed, posts, options.feeds)]
        older = self._feeds(older_ones, options, problems)
        shown_archives = {page.archive.source for page in lists.pages}
        terms = [
            feed for feed in term_feeds(archives, options.feeds, where) if feeds and feed.archive.source in shown_archives
        ]
        of_terms = self._feeds(terms, options, problems)
        return plan._replace(
            journal=without(journal, (), problems),
            archives=archives,
            pages=tuple(lists.pages),
            page_addresses=lists.addresses,
            page_aliases=lists.aliases,
            own_files=lists.own_files,
            feeds=written,
            older_feeds=older,
            term_feeds=of_terms,
        )

    def _lists(self, archives: Archives, where: ArchiveAddresses, options: Options, problems: list[Problem]) -> _Lists:
        """Claim the URLs of the pages of archives; conflicts are added to `problems`."""
        lists = _Lists([], {}, {}, {})
        for page in (page for archive in archives.all() for page in pages_of(archive)):
            if self.is_left_out(page.source.as_posix()):
                continue
            wanted, usual = where.of(page), options.below_root(self.site.destination(page.source))
            file = wanted[0].file if wanted else usual
            if own := self.own_pages.get(file) or self.own_pages.get(usual):
                lists.own_files[page.source] = own
                lists.aliases[page.source] = tuple(address for address in wanted if address.file != own.destination)
            elif not self._claimed(archive_route(page, file, options), problems):
                continue
            elif wanted:
                lists.addresses[page.source], lists.aliases[page.source] = wanted[0], wanted[1:]
            lists.pages.append(page)
        return lists

    def _feeds(self, feeds: Iterable[FeedRoute], options: Options, problems: list[Problem]) -> tuple[FeedRoute, ...]:
        """Claim the URLs of feeds; return those that have one, and add problems for the rest."""
        free = (
            (feed, [route.file for route in feed_routes(feed, options) if self._claimed(route, problems)]) for feed in feeds
        )
        return tuple(feed._replace(file=files[0], copies=tuple(files[1:])) for feed, files in free if files)

    def aliases(self, plan: OutputPlan) -> OutputPlan:
        """Claim the further addresses of lists, after every page: return a journal with those that redirect."""
        redirects, problems = [], []
        for page in plan.pages:
            for address in plan.page_aliases.get(page.source, ()):
                route = alias_route(page, address.file, plan.options)
                owner = self.routes.twin(address.file) or self.routes.claim(route)
                if owner:
                    problems.append(alias_clash(route, owner, page, self.site.place_of))
                else:
                    redirects.append(Redirect(address, page.source))
        journal = without(plan.journal, (), problems)
        return plan._replace(journal=journal, redirects=(*plan.redirects, *redirects)) if redirects or problems else plan

    def exports(self, routes: Iterable[Route]) -> list[Problem]:
        """Claim the files for programs; return the problems that are found."""
        problems: list[Problem] = []
        for route in routes:
            if route.file:
                self._claimed(route, problems)
        return problems

    def _claimed(self, route: Route, problems: list[Problem]) -> bool:
        """Claim a file; add the problem if another output has it, or has it on some systems; return whether it is free."""
        owner = self.routes.claim(route)
        if owner is None:
            self.files.add(route.file)
        if owner:
            problems.append(clash(route, owner, self.site.place_of))
        elif twin := self.routes.twin(route.file):
            problems.append(name_twin(route, twin, self.site.place_of(route.option), route.option))
        return owner is None


def _own_pages(files: Iterable[OutputFile], posts: set[str]) -> dict[str, OutputFile]:
    return {file.destination: file for file in files if file.is_page and file.source not in posts}
