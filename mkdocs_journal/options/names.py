"""Suggestions for unknown options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from mkdocs_journal.options.table import OPTIONS
from mkdocs_journal.spelling import distance, is_near

PEERS: Final[Mapping[str, str]] = {
    # Material for MkDocs: blog, tags and RSS plugins
    "blog_dir": "folder",
    "post_dir": "folder",
    "post_url_format": "permalink",
    "post_url_date_format": "permalink",
    "post_slugify": "slug_mode",
    "post_slugify_separator": "slug_mode",
    "pagination_per_page": "per_page",
    "pagination": "per_page",
    "post_excerpt": "feeds.content",
    "authors_file": "authors",
    "tags_file": "tags",
    "tags_allowed": "tags",
    "match_path": "posts",
    "feed_ttl": "feeds",
    "feeds_filenames": "feeds.atom",
    "rss_created": "feeds.rss",
    "rss_updated": "feeds.rss",
    "atom_file_path": "feeds.atom",
    "json_feed": "feeds.json",
    "length": "feeds.limit",
    "abstract_chars_count": "feeds.content",
    "image": "social_image",
    "enable_git": "last_updated",
    "enable_creation_date": "page_stamps",
    "fallback_to_build_date": "last_updated",
    "date_from_meta": "last_updated",
    "ignored_commits_file": "ignore_revs",
    # Jekyll, Hugo, Pelican, Hexo and others
    "baseurl": "folder",
    "source": "folder",
    "collections": "journals",
    "blogs": "journals",
    "sections": "journals",
    "paginate": "per_page",
    "paginate_path": "per_page",
    "posts_per_page": "per_page",
    "page_size": "per_page",
    "size": "per_page",
    "lang": "locale",
    "language": "locale",
    "tz": "timezone",
    "time_zone": "timezone",
    "default_timezone": "timezone",
    "slug": "slug_mode",
    "slugify": "slug_mode",
    "url": "permalink",
    "url_format": "permalink",
    "permalinks": "permalink",
    "path": "folder",
    "dir": "folder",
    "dirs": "folder",
    "directory": "folder",
    "include": "posts",
    "name": "title",
    "heading": "title",
    "feed": "feeds",
    "rss": "feeds.rss",
    "atom": "feeds.atom",
    "json": "feeds.json",
    "feed_limit": "feeds.limit",
    "limit": "feeds.limit",
    "hub": "feeds.hub",
    "front_matter_defaults": "defaults",
    "meta": "defaults",
    "revision_date": "last_updated",
    "git": "last_updated",
    "strict": "on_error",
    "alias": "redirects",
    "aliases": "redirects",
}
"""Options of other programs and their names in this plugin; a dot separates the levels."""


_LONG: Final = 6
"""Length of a name from which on one letter more or less is a misspelling rather than another word."""
_OF_OTHERS: Final = frozenset({"archive"})
"""Names below `feeds` that mean something else to other programs."""
_INNER: Final[Mapping[str, str]] = {
    inner: option.name for option in OPTIONS if (inner := option.name.partition(".")[2]) and inner not in _OF_OTHERS
}
"""Options that stand below another one, by their own name."""


def advice(name: object, known: Sequence[str], group: str = "") -> str:
    """Return advice for an unknown option: the option that is probably meant, else all known ones.

    Args:
        name: The option.
        known: The names that are allowed in its place.
        group: The name of its group with a dot at the end, or empty.
    """
    meant = meant_by(str(name), known, group)
    return f"did you mean {meant}?" if meant else f"write one of {', '.join(known)}"


def meant_by(name: str, known: Sequence[str], group: str = "") -> str:
    """Return the option that is probably meant by an unknown one, or empty.

    The unknown name is misspelt, belongs below another option (`icon` is `feeds.icon`), is used by another program, or one
    name contains the other: `post_per_page` is `per_page`, `zone` is `timezone`.
    """
    plain = name.strip().casefold().replace("-", "_")
    if near := _nearest(plain, known):
        return near
    others: Mapping[str, str] = {**_INNER, **PEERS}
    for other in (plain, _nearest(plain, (peer for peer in PEERS if len(peer) >= _LONG))):
        inner = others.get(other, "").removeprefix(group)
        if inner and inner.partition(".")[0] in known:
            return inner
    inside = [other for other in known if _holds(plain, other)]
    return max(inside, key=len, default="")


def _nearest(name: str, others: Iterable[str]) -> str:
    """Return the name of which another one is probably a misspelling, or empty."""
    return min(((distance(name, other), other) for other in others if is_near(name, other)), default=(0, ""))[1]


def _holds(name: str, other: str) -> bool:
    """Return whether one of two names is a part of the other: whole words, or four letters and more."""
    short, long = sorted((name, other), key=len)
    words = f"_{short}_" in f"_{long}_" or f"_{short.removesuffix('s')}_" in f"_{long}_"
    return len(short) >= 3 and (words or (len(short) >= 4 and short in long))
