"""Stable IDs of feeds and entries: if one changes, feed readers show old posts as new."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.addresses import path_of, split
from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.urls.links import encoded


def entry_id(post: Post, path: str, site_url: str, options: Options) -> str:
    """Return the ID of an entry: `guid` or the key that `feeds.ids` names, else the ID made as `feeds.ids` sets.

    Without both it is `id_base` and its path, else with `compat: jekyll` the ID that jekyll-feed writes (the folder of
    the URL and the slug), else its URL.

    Args:
        post: The post; its `guid` has the value of the key that `feeds.ids` names.
        path: Its URL below the site, without a leading slash.
        site_url: The address of the site, with a slash at its end.
        options: `feeds.ids`, `feeds.id_base` and `compat`.

    Source: https://github.com/jekyll/jekyll/blob/master/lib/jekyll/document.rb (`id`)
    """
    if post.guid:
        return post.guid if post.guid.isascii() else absolute(post.guid, "")
    ids = options.feeds.ids if options.feeds.ids in {"url", "jekyll-feed"} else ""
    if not ids and not options.feeds.id_base:
        ids = "jekyll-feed" if options.jekyll else "url"
    if ids == "jekyll-feed":
        folder = posixpath.dirname(path.removesuffix("index.html").removesuffix("/"))
        return absolute(posixpath.join(".", folder, post.slug), site_url)  # else `a:b` would be an address of its own
    return absolute(path, site_url) if ids else stable_id(path, site_url, options)


def entry_ids(posts: Iterable[tuple[Post, str, Options]], site_url: str) -> dict[PurePosixPath, str]:
    """Return the unique ID of each entry, by the source of its post.

    Args:
        posts: Posts with their URL below the site and the options of their journal, oldest first: of two with the
            same ID the older keeps it, so that no ID changes when a post is added; the other gets its URL, or its
            source if the URL is taken as well, with a number if that is the `guid` of another.
        site_url: The address of the site, with a slash at its end.
    """
    owners: dict[str, PurePosixPath] = {}
    for post, path, options in posts:
        own = stable_id(path, site_url, options)
        named = f"{own}#{encoded(post.source.as_posix())}"
        choices = chain((entry_id(post, path, site_url, options), own, named), (f"{named}-{number}" for number in count(2)))
        owners[next(known for known in choices if known not in owners)] = post.source
    return {source: known for known, source in owners.items()}


def stable_id(path: str, site_url: str, options: Options) -> str:
    """Return the ID for a path below the site."""
    base = options.feeds.id_base
    if base is None:
        return absolute(path, site_url)
    return f"{base}{path}" if base.endswith((":", "/")) else f"{base}/{path}"


_VERSION: Final = re.compile(
    r"v?\d+(?:[._]\d+)*(?:[._-]?(?:x|a|b|rc|alpha|beta|dev|post|pre)[._-]?\d*)?|latest|stable|current|main|master|trunk|head|"
    r"dev|develop|devel|development|edge|nightly|next|canary|unstable|preview|staging|(?:pr|pull|mr|preview|branch)[_-].+",
    re.IGNORECASE,
)
"""A part of a path that names a version of a site."""


def proposed_base(site_url: str, year: int, *, versions: Collection[str] = ()) -> str:
    """Return an `id_base` for a site, to propose to its author, without the name of the version.

    Args:
        site_url: The address of the site.
        year: When its oldest post was published.
        versions: The names of the version that is built.
    """
    address = absolute(site_url, "")
    parts = split(address)
    named = parts.hostname if parts and parts.hostname and ":" not in parts.hostname else "example.org"  # else IPv6
    host = _lasting_host(named)
    kept = [part for part in path_of(address).split("/") if part and part not in versions and not _VERSION.fullmatch(part)]
    return f"tag:{host},{year}:{'/'.join(kept) or 'journal'}"


def _lasting_host(host: str) -> str:
    """Return a host name without the part that Netlify, Cloudflare and Read the Docs add for a branch or pull request."""
    first, _, rest = host.partition(".")
    if rest == "netlify.app":
        return f"{first.rpartition('--')[2]}.{rest}"
    if rest.endswith(".pages.dev"):
        return rest
    name, _, number = first.rpartition("--")
    return f"{name}.{rest}" if name and number.isdigit() else host
