"""What feeds and entries are known by: it must never change, or readers show old posts as new."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mkdocs_journal.feeds.content import absolute
from mkdocs_journal.model import Post
from mkdocs_journal.options import Options
from mkdocs_journal.urls.links import encoded


def entry_id(post: Post, path: str, site_url: str, options: Options) -> str:
    """Return what an entry is known by: `guid` or the key that `feeds.ids` names, else what `feeds.ids` says otherwise.

    Without both it is what `id_base` makes of its path, else with `compat: jekyll` what jekyll-feed writes (the folder of
    the URL and the slug), else its URL.

    Args:
        post: The post; its `guid` is what the key says that `feeds.ids` names.
        path: Its URL below the site, without a leading slash.
        site_url: The address of the site, with a slash at its end.
        options: `feeds.ids`, `feeds.id_base` and `compat`.

    Source: https://github.com/jekyll/jekyll/blob/master/lib/jekyll/document.rb (`id`)
    """
    if post.guid:
        return post.guid
    ids = options.feeds.ids if options.feeds.ids in {"url", "jekyll-feed"} else ""
    if not ids and not options.feeds.id_base:
        ids = "jekyll-feed" if options.jekyll else "url"
    if ids == "jekyll-feed":
        folder = posixpath.dirname(path.removesuffix("index.html").removesuffix("/"))
        return absolute(posixpath.join(folder, post.slug), site_url)
    return absolute(path, site_url) if ids else known_by(path, site_url, options)


def entry_ids(posts: Iterable[tuple[Post, str, Options]], site_url: str) -> dict[PurePosixPath, str]:
    """Return what each entry is known by, by the source of its post; no two are known by the same.

    Args:
        posts: Posts with their URL below the site and the options of their journal, the oldest first: of two with one
            identity it keeps it, so that none changes when a post is added; the other is known by its URL, and by its
            source if that is taken as well.
        site_url: The address of the site, with a slash at its end.
    """
    owners: dict[str, PurePosixPath] = {}
    for post, path, options in posts:
        own = known_by(path, site_url, options)
        choices = (entry_id(post, path, site_url, options), own, f"{own}#{encoded(post.source.as_posix())}")
        owners[next(known for known in choices if known not in owners)] = post.source
    return {source: known for known, source in owners.items()}


def known_by(path: str, site_url: str, options: Options) -> str:
    """Return the identity of what stands at a path below the site."""
    base = options.feeds.id_base
    if base is None:
        return absolute(path, site_url)
    return f"{base}{path}" if base.endswith((":", "/")) else f"{base}/{path}"


def proposed_base(site_url: str, year: int) -> str:
    """Return an `id_base` for a site, to be shown to its author."""
    parts = urlsplit(site_url)
    return f"tag:{parts.hostname or 'example.org'},{year}:{parts.path.strip('/').partition('/')[0] or 'journal'}"
