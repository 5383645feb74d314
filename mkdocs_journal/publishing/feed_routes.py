"""The feeds of a journal, and the path of each."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from mkdocs_journal.archives.archive import Archive, Archives
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options, below_folder
from mkdocs_journal.publishing.archive_addresses import ArchiveAddresses
from mkdocs_journal.urls.links import encoded

NAMES: Final = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}
"""Display names of the formats."""
MIME_TYPES: Final = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
_FILES: Final = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
"""File names of the feeds of a term, in the folder of its list."""


class FeedRoute(NamedTuple):
    """A feed."""

    format: str
    """`atom`, `rss` or `json`."""
    file: str
    """Below the site folder."""
    archive: Archive
    """The archive with the same posts."""
    page: int = 0
    """The number of an archive feed, from 1, the oldest first; 0 for the feed of the newest posts."""
    copies: tuple[str, ...] = ()
    """Additional files with the same content."""

    @property
    def name(self) -> str:
        """The name of the format: `Atom`, `RSS`, `JSON Feed`."""
        return NAMES[self.format]

    @property
    def mime_type(self) -> str:
        """The MIME type of the format."""
        return MIME_TYPES[self.format]

    @property
    def url(self) -> str:
        """Below the site, without a leading slash, percent-encoded."""
        return encoded(self.file)

    @property
    def files(self) -> tuple[str, ...]:
        """Every file with its content."""
        return (self.file, *self.copies)


def journal_feeds(archives: Archives, options: Options) -> tuple[FeedRoute, ...]:
    """Return the feeds of all posts, one per format; a format without a path uses its first path in `also`."""
    feeds = options.feeds
    wanted: Mapping[str, str | None] = {"atom": feeds.atom, "rss": feeds.rss, "json": feeds.json}
    routes = []
    for feed_format, path in wanted.items():
        files = [_file(path, options)] if path else []
        files += [_file(other, options) for other, of_format in feeds.also.items() if of_format == feed_format]
        if files:
            distinct = tuple(dict.fromkeys(files))
            routes.append(FeedRoute(format=feed_format, file=distinct[0], archive=archives.landing, copies=distinct[1:]))
    return tuple(routes)


def _file(path: str, options: Options) -> str:
    return options.below_root(below_folder(path, options.folder))


def term_feeds(archives: Archives, options: FeedOptions, addresses: ArchiveAddresses) -> Iterator[FeedRoute]:
    """Yield the feeds of each tag, category, author and series: in the folder of its list, or as `term_paths` has it."""
    for kind in archives.kinds.values():
        for archive in kind.parts:
            folder, wanted = addresses.folder(archive), addresses.feeds(archive)
            for number, feed_format in enumerate(options.terms):
                files = wanted if wanted and number == 0 else (f"{folder}{_FILES[feed_format]}",)
                yield FeedRoute(format=feed_format, file=files[0], archive=archive, copies=files[1:])


def older_feeds(feed: FeedRoute, posts: int, options: FeedOptions) -> Iterator[FeedRoute]:
    """Yield the feeds of older posts that belong to a feed, the oldest first: `feed-1.xml`, `feed-2.xml`.

    Each has as many posts as the feed, counted from the oldest, so that none changes when a post is added; the feed and
    the feeds of older posts together contain every post.

    Args:
        feed: A feed of all posts.
        posts: How many posts there are.
        options: `archive` and `limit`.

    Source: https://www.rfc-editor.org/rfc/rfc5005#section-4
    """
    if options.archive:
        stem, _, suffix = feed.file.rpartition(".")
        for number in range(1, -(-(posts - options.limit) // options.limit) + 1):
            yield feed._replace(file=f"{stem}-{number}.{suffix}", page=number, copies=())
