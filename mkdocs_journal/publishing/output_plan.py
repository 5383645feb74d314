"""The outputs of one journal and their URLs; each step returns an extended copy."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final, NamedTuple

from mkdocs_journal.archives.archive import ArchivePage, Archives, make_archives
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.publishing.site_images import Pictures, SiteImage

_NO_ARCHIVES: Final = make_archives(Journal(posts=()), Options())


class OutputPlan(NamedTuple):
    """The outputs of one journal."""

    options: Options
    """With the defaults of Material's `.meta.yml`."""
    journal: Journal
    """Without posts whose URL is refused; these are among its problems."""
    candidates: Mapping[PurePosixPath, OutputFile] = MappingProxyType({})
    """The files that may be posts, by source, with the URLs that MkDocs would give them."""
    images: Mapping[PurePosixPath, SiteImage] = MappingProxyType({})
    """The picture of each public post that has one, by the post's source."""
    pictures: Pictures = Pictures()
    """The pictures of authors and of the site."""
    archives: Archives = _NO_ARCHIVES
    pages: tuple[ArchivePage, ...] = ()
    """The pages of the archives that are published."""
    page_addresses: Mapping[PurePosixPath, Address] = MappingProxyType({})
    """Where options put the pages of archives, by the page's source; others are where MkDocs puts their source."""
    page_aliases: Mapping[PurePosixPath, tuple[Address, ...]] = MappingProxyType({})
    """Further addresses of the pages of archives, which redirect to them."""
    own_files: Mapping[PurePosixPath, OutputFile] = MappingProxyType({})
    """The user's own file of an archive page, by the page's source."""
    feeds: tuple[FeedRoute, ...] = ()
    """Feeds of all posts, one for each format."""
    older_feeds: tuple[FeedRoute, ...] = ()
    """Feeds of older posts, if `feeds.archive` is set."""
    term_feeds: tuple[FeedRoute, ...] = ()
    """Feeds of the posts of one tag, category, author or series."""
    untranslated: frozenset[PurePosixPath] = frozenset()
    """The posts that are shown in another language than the journal's, for there is no translation."""
    addresses: Mapping[PurePosixPath, Address | None] = MappingProxyType({})
    """The address of every public post; None if it keeps the URL of its file."""
    redirects: tuple[Redirect, ...] = ()
    """Old URLs that redirect to posts."""
    targets: Mapping[PurePosixPath, str] = MappingProxyType({})
    """Targets of posts that redirect elsewhere: http(s), or a path below the site with a leading slash."""

    @property
    def every_feed(self) -> tuple[FeedRoute, ...]:
        """Every feed that is written."""
        return (*self.feeds, *self.older_feeds, *self.term_feeds)

    @property
    def moved_from(self) -> dict[PurePosixPath, str]:
        """The previous URL of each post that moved; one in HTML always counts, its links are written for its file."""
        moved = (source for source, address in self.addresses.items() if address or is_html(source))
        return {source: self.candidates[source].url or "./" for source in moved}

    def shown_images(self) -> Iterator[SiteImage]:
        """Yield the pictures of public posts, of their authors and of pages without one of their own."""
        for post in self.journal.public:
            found = [self.images.get(post.source), *(self.pictures.avatars.get(author.avatar) for author in post.authors)]
            yield from filter(None, found)
        if self.pictures.social:
            yield self.pictures.social

    def shown(self, *, serving: bool) -> tuple[Post, ...]:
        """Return the posts that have a page; `serve` shows those that are withheld as well."""
        return (*self.journal.public, *(self.journal.withheld if serving else ()))

    def broken_pages(self) -> dict[str, tuple[Problem, ...]]:
        """Return what is wrong with each refused post that `serve` shows as a page, by the source path of the page."""
        problems: dict[str, list[Problem]] = {}
        for found in self.journal.problems:
            problems.setdefault(found.place.file, []).append(found)
        files = (self.candidates[source] for source in self.journal.refused)
        return {file.source: tuple(problems.get(file.shown, ())) for file in files if file.is_page}
