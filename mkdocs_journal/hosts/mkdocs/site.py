"""One build: what was read, and the host's files for it, journal by journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs_journal.addresses import resolved
from mkdocs_journal.archives.archive import Archive, ArchivePage, Archives
from mkdocs_journal.archives.relations import Neighbours, neighbours
from mkdocs_journal.hosts.mkdocs.history import Told
from mkdocs_journal.hosts.mkdocs.images import Pictures, SiteImage
from mkdocs_journal.language.labels import Labels
from mkdocs_journal.options.stamp_values import PageStamps
from mkdocs_journal.options.table import Options
from mkdocs_journal.posts.model import Author, Journal, Post, Term
from mkdocs_journal.posts.titles import title_of_name
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.urls.links import encoded_link, relative
from mkdocs_journal.urls.routes import Routes

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from babel import Locale
    from mkdocs.structure.files import File

    from mkdocs_journal.hosts.mkdocs.post_views import Stamp


@dataclass(slots=True, kw_only=True)
class Site:
    """One journal in one build. Made anew for every build."""

    options: Options
    journal: Journal
    archives: Archives
    labels: Labels
    locale: Locale
    site_url: str
    """With a slash at its end, or empty."""
    feeds: tuple[FeedRoute, ...]
    """Of all posts, one for each format."""
    older_feeds: tuple[FeedRoute, ...] = ()
    """Of older posts, if the option `feeds.archive` asks for them."""
    term_feeds: tuple[FeedRoute, ...] = ()
    """Of the posts of one tag, category, author or series."""
    archive_files: Mapping[PurePosixPath, tuple[File, ArchivePage]]
    """By the source path of the page."""
    post_files: Mapping[PurePosixPath, File] = field(default_factory=dict)
    """The host's file of each public post, and in `serve` of each withheld one."""
    moved_from: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The URL that the host had given to the file of a post that has another one now."""
    images: Mapping[PurePosixPath, SiteImage] = field(default_factory=dict)
    """The picture of each public post that has one, by the post's source."""
    pictures: Pictures = field(default_factory=Pictures)
    """Those of authors and of the site."""
    uncommitted: frozenset[PurePosixPath] = frozenset()
    """Posts, shown in `serve`, whose text is another than that of the last commit."""
    redirects: tuple[Redirect, ...] = ()
    """Old addresses that lead to posts."""
    targets: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """Where a post is to be read instead of on its own page: http(s), or a path below the site with a leading slash."""
    homes: Mapping[PurePosixPath, Site] = field(default_factory=dict)
    """Of a list of several journals: the one that each post belongs to."""
    broken: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with each refused post that `serve` shows as a page, by the host's source path."""
    stamps: dict[tuple[datetime, timedelta | None, bool], Stamp] = field(default_factory=dict)
    """Days as they are shown, each made once."""
    html: dict[PurePosixPath, str] = field(default_factory=dict)
    """The rendered body of each public post, before anything was put into it."""
    shown_titles: dict[PurePosixPath, str] = field(default_factory=dict)
    """The title of each post whose rendered heading is another than its source promised."""
    posts: Mapping[str, Post] = field(init=False)
    """By the host's source path."""
    archive_pages: Mapping[str, ArchivePage] = field(init=False)
    """By the host's source path."""
    around: Mapping[PurePosixPath, Neighbours] = field(init=False)
    """The neighbours of each published post."""
    sources_of_terms: Mapping[Term, PurePosixPath] = field(init=False)
    """The source path of the archive of each term that has one."""
    _pages: dict[PurePosixPath, dict[int, PurePosixPath]] = field(init=False)
    _feeds: dict[PurePosixPath, tuple[FeedRoute, ...]] = field(init=False)

    def __post_init__(self) -> None:
        shown = (*self.journal.public, *self.journal.withheld)
        self.posts = {self.post_files[post.source].src_uri: post for post in shown if post.source in self.post_files}
        self.archive_pages = {file.src_uri: page for file, page in self.archive_files.values()}
        self.around = neighbours(self.journal.posts)
        pages = [page for _, page in self.archive_files.values()]
        self.sources_of_terms = {page.archive.term: page.archive.source for page in pages if page.archive.term}
        self._pages = {}
        for page in pages:
            self._pages.setdefault(page.archive.source, {})[page.number] = page.source
        self._feeds = {}
        for feed in self.term_feeds:
            self._feeds[feed.archive.source] = (*self._feeds.get(feed.archive.source, ()), feed)

    @property
    def title(self) -> str:
        """The heading of the landing page: the option, else the name, else the word for a journal."""
        options = self.options
        name = "" if options.of_all else options.name.rpartition("/")[2]
        return options.title or title_of_name(name) or self.labels("journal")

    @property
    def out_of_sitemap(self) -> tuple[Post, ...]:
        """The posts that the sitemap does not name: unlisted, read elsewhere, or told so by their author."""
        hidden = [post for post in self.journal.posts if post.source in self.targets or not post.in_sitemap]
        return (*self.journal.unlisted, *hidden)

    def author_of(self, term: Term) -> Author | None:
        """Return what is known about an author: what the post says that tells the most."""
        labels = self.journal.taxonomies["authors"].of_label
        people = (author for post in self.journal.posts for author in post.authors if labels.get(author.name) == term)
        return max(dict.fromkeys(people), key=_told, default=None)

    def names_of(self, posts: Iterable[Post]) -> set[str]:
        """Return the host's source paths of posts that have a page."""
        return {self.post_files[post.source].src_uri for post in posts if post.source in self.post_files}

    @property
    def landing(self) -> File | None:
        """The host's file of the landing page, or None if the user told the host to leave it out."""
        entry = self.archive_files.get(self.archives.landing.source)
        return entry[0] if entry else None

    def home(self, post: Post) -> Site:
        """Return the part of the build that a post belongs to."""
        return self.homes.get(post.source, self)

    @property
    def every_feed(self) -> tuple[FeedRoute, ...]:
        """Every feed that is written."""
        return (*self.feeds, *self.older_feeds, *self.term_feeds)

    def feeds_of(self, archive: Archive) -> tuple[FeedRoute, ...]:
        """Return the feeds of the posts of an archive, but for those of all posts."""
        return self._feeds.get(archive.source, ())

    def in_feeds(self, archive: Archive) -> tuple[Post, ...]:
        """Return the posts of an archive that feeds hold, newest first."""
        landing = archive is self.archives.landing  # whose list has pinned posts first
        posts = self.journal.posts if landing else archive.posts
        return tuple(post for post in posts if post.feed != "none")

    def has(self, file: File) -> bool:
        """Return whether a page is one of this journal."""
        return any(file.src_uri in pages for pages in (self.posts, self.archive_pages, self.broken))

    def url(self, source: PurePosixPath) -> str:
        """Return the URL, below the site, of a post or archive page; empty for the home page."""
        file = self.post_files.get(source) or self.archive_files[source][0]
        return "" if file.url in {".", "./"} else file.url

    def link(self, post: Post, base: str) -> str:
        """Return the link that leads from the page at `base` to where a post is to be read."""
        target = self.targets.get(post.source)
        if target and not target.startswith("/"):
            return target
        return relative(encoded_link(target.lstrip("/")) if target else self.url(post.source), base)

    def address(self, post: Post, site_url: str) -> str:
        """Return the absolute address at which a post is to be read."""
        target = self.targets.get(post.source, "")
        if target and not target.startswith("/"):
            return target
        path = encoded_link(target.lstrip("/")) if target else self.url(post.source)
        return resolved(site_url, path)

    def pages_of(self, archive: Archive) -> Mapping[int, PurePosixPath]:
        """Return the sources of the published pages of an archive by their number."""
        return self._pages.get(archive.source, {})


def _told(author: Author) -> int:
    return sum(map(bool, (author.url, author.description, author.avatar, author.email, author.links)))


@dataclass(slots=True)
class Build:
    """All journals of a site, in one build."""

    sites: tuple[Site, ...]
    combined: Site | None
    """The list and feeds of all posts together, if there is one."""
    routes: Routes
    """Everything that is published."""
    serving: bool = False
    """Whether `serve` shows what is withheld."""
    attachments: tuple[File, ...] = ()
    """Files that belong to withheld posts only and were taken out of the build."""
    told: Told = field(default_factory=Told)
    """What Git told about the files."""
    page_stamps: PageStamps = field(default_factory=PageStamps)
    """What is shown of it, on which pages."""
    stamped: set[str] = field(default_factory=set)
    """The host's source paths of pages, not ours, that have been given a stamp."""
    written: dict[str, bytes] = field(default_factory=dict)
    """The digest of each feed as we wrote it: made of public posts, whose pages are looked at."""

    @property
    def all(self) -> tuple[Site, ...]:
        """Every part that has pages of its own."""
        return (*((self.combined,) if self.combined else ()), *self.sites)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found wrong anywhere, each once."""
        return tuple(dict.fromkeys(problem for site in self.all for problem in site.journal.problems))

    def site_of(self, file: File) -> Site | None:
        """Return the journal that a page belongs to, or None."""
        return next((site for site in self.all if site.has(file)), None)

    def announced_on(self, file: File) -> tuple[Site, ...]:
        """Return the parts whose feeds a page announces: its own journal, else the list of all, else every journal."""
        own = self.site_of(file) or self.combined
        return (own,) if own else self.sites
