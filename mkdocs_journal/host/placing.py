"""Every output gets its URL: the host's keep theirs, then archives and feeds, then posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.archives.archive import ArchivePage, Archives, make_archives, pages_of
from mkdocs_journal.host.paths import is_left_out, shown
from mkdocs_journal.host.site import FeedRoute
from mkdocs_journal.journal import without
from mkdocs_journal.model import Journal, Post
from mkdocs_journal.options import Options
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.urls.permalinks import Address, PermalinkError, address_of
from mkdocs_journal.urls.routes import Route, Routes

_FORMATS: Final = {
    "atom": ("Atom", "application/atom+xml"),
    "rss": ("RSS", "application/rss+xml"),
    "json": ("JSON Feed", "application/feed+json"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What is published where."""

    journal: Journal
    """Without the posts that cannot have their URL, which are among its problems."""
    archives: Archives
    pages: tuple[ArchivePage, ...]
    """The pages of the archives that are published."""
    own_files: Mapping[PurePosixPath, File]
    """The user's own file of an archive page, by the page's source."""
    addresses: Mapping[PurePosixPath, Address | None]
    """Of every public post; None: it stays where the host puts it."""
    feeds: tuple[FeedRoute, ...]
    routes: Routes


def place(
    journal: Journal,
    options: Options,
    files: Files,
    candidates: Mapping[PurePosixPath, File],
    config: MkDocsConfig,
) -> Placed:
    """Give every output its URL.

    Args:
        journal: What was read.
        options: The options of the journal.
        files: The host's files.
        candidates: Those of them that may be posts, by source.
        config: The host's configuration; without a `site_url` there are no feeds.

    Returns:
        The outputs. Of two that want one URL the host's page or file keeps it, then the archive or feed, then the post
        with the smaller source path; the other is left out and told.
    """
    posts = {post.source for post in (*journal.public, *journal.withheld)} | set(journal.refused)
    routes = _host_routes(files, posts, config)
    wanted_feeds = _feed_routes(options) if config.site_url else ()
    own_files = _own_files(files, make_archives(journal, options), posts, config)
    _, _, problems = _claim_ours(make_archives(journal, options), wanted_feeds, own_files, routes, config)
    addresses, refused = _place_posts(journal.public, options, candidates, routes, problems)
    kept = without(journal, refused, ())
    archives = make_archives(kept, options)
    pages, feeds, problems_now = _claim_ours(archives, wanted_feeds, own_files, routes, config)
    told = dict.fromkeys((*problems, *problems_now))
    return Placed(
        journal=without(kept, (), told),
        archives=archives,
        pages=pages,
        own_files=own_files,
        addresses=addresses,
        feeds=feeds,
        routes=routes,
    )


def _host_routes(files: Files, posts: set[PurePosixPath], config: MkDocsConfig) -> Routes:
    """Return a table with everything that is published without us."""
    routes = Routes()
    for file in files:
        if not (is_left_out(file) or PurePosixPath(file.src_uri) in posts):
            routes.claim(Route(file.dest_uri, shown(file), "site"))
    for name in (*config.theme.static_templates, *config.extra_templates, "sitemap.xml", "sitemap.xml.gz"):
        routes.claim(Route(name, name, "site"))
    return routes


def _feed_routes(options: Options) -> tuple[FeedRoute, ...]:
    folder = "" if options.folder == "." else f"{options.folder}/"
    paths = {"atom": options.feeds.atom, "rss": options.feeds.rss, "json": options.feeds.json}
    return tuple(
        FeedRoute(
            format=format_,
            name=_FORMATS[format_][0],
            mime_type=_FORMATS[format_][1],
            url=path.lstrip("/") if path.startswith("/") else folder + path,
        )
        for format_, path in paths.items()
        if path
    )


def _own_files(
    files: Files, archives: Archives, posts: set[PurePosixPath], config: MkDocsConfig
) -> dict[PurePosixPath, File]:
    """Return the user's own pages that stand at the URL of an archive page."""
    pages = {file.dest_uri: file for file in files.documentation_pages() if PurePosixPath(file.src_uri) not in posts}
    sources = [page.source for archive in archives.all() for page in pages_of(archive)]
    return {source: pages[dest] for source in sources if (dest := _dest(source, config)) in pages}


def _dest(source: PurePosixPath, config: MkDocsConfig) -> str:
    """Return the file that the host writes for a source path."""
    return File(source.as_posix(), None, config.site_dir, config.use_directory_urls).dest_uri


def _claim_ours(
    archives: Archives,
    feeds: Iterable[FeedRoute],
    own_files: Mapping[PurePosixPath, File],
    routes: Routes,
    config: MkDocsConfig,
) -> tuple[tuple[ArchivePage, ...], tuple[FeedRoute, ...], list[Problem]]:
    """Claim the URLs of archive pages and feeds; return those that have theirs, and what stands in the way of others."""
    problems: list[Problem] = []
    pages = []
    for page in (page for archive in archives.all() for page in pages_of(archive)):
        route = Route(_dest(page.source, config), f"the archive {page.source}", "archive")
        if page.source in own_files or not (owner := routes.claim(route)):
            pages.append(page)
        else:
            problems.append(_taken(owner, route))
    written = []
    for feed in feeds:
        route = Route(feed.url, f"the {feed.format} feed of the journal", "feed")
        if owner := routes.claim(route):
            problems.append(_taken(owner, route))
        else:
            written.append(feed)
    return tuple(pages), tuple(written), problems


def _taken(owner: Route, route: Route) -> Problem:
    """Say that a file of the user's stands where an archive or a feed should be."""
    return problem("J504", Place(owner.owner), "file", url=f"/{route.file}", other=route.owner)


def _place_posts(
    posts: Iterable[Post],
    options: Options,
    candidates: Mapping[PurePosixPath, File],
    routes: Routes,
    problems: list[Problem],
) -> tuple[dict[PurePosixPath, Address | None], list[PurePosixPath]]:
    """Claim the URLs of posts, the smaller source path first; return them and the posts that cannot have theirs."""
    addresses: dict[PurePosixPath, Address | None] = {}
    refused = []
    for post in sorted(posts, key=lambda post: post.source):
        file = candidates[post.source]
        try:
            address = address_of(post, options)
        except PermalinkError as error:
            problems.append(problem(error.code, _where(post, error.key, file), error.key, **error.values))
            refused.append(post.source)
            continue
        dest, url = (address.file, address.url) if address else (file.dest_uri, file.url)
        if owner := routes.claim(Route(dest, shown(file), "post")):
            where = _where(post, "permalink", file)
            problems.append(problem("J504", where, "permalink", url=f"/{url}", other=owner.owner))
            refused.append(post.source)
        else:
            addresses[post.source] = address
    return addresses, refused


def _where(post: Post, key: str, file: File) -> Place:
    """Return where a post says its URL: at the key, else at another that decides, else at the first line."""
    keys = (name for name in (key, "permalink", "slug", "date") if name in post.places)
    line, column = next((post.places[name] for name in keys), (1, 1))
    return Place(shown(file), line, column)
