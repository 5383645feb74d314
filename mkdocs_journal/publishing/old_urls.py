"""Addresses by which a post may be linked: its URL, and its possible URLs in Jekyll."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from mkdocs_journal.addresses import path_of
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import STYLES
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of
from mkdocs_journal.publishing.redirects import old_address


def address_key(path: str) -> str:
    """Return a key that is the same for all spellings of an address: `/a/b/`, `a/b.html`, `a/b/index.html`.

    Args:
        path: With or without a leading slash, percent-encoded or not; without query and fragment.
    """
    key = unquote(path).strip("/")
    return key.removesuffix("index.html").removesuffix(".html").rstrip("/")


def path_below_site(path: str, site_url: str) -> str:
    """Return an absolute path relative to the site; a path outside the site's own path is kept.

    A Jekyll blog writes its links from the root of its host or from that of the site. Either one may be percent-encoded.
    """
    root = unquote(path_of(site_url)).rstrip("/") + "/"
    *folders, rest = path.split("/", root.count("/"))
    return rest if unquote("/".join((*folders, ""))) == root else path.lstrip("/")


def old_urls(post: Post, options: Options) -> tuple[str, ...]:
    """Return the previous URLs that a post may have had, in the form of `address_key()`.

    They are those of each of Jekyll's styles, with and without categories, and those of `redirect_from`.
    """
    return tuple(dict.fromkeys(_old_urls(post, options)))


def _old_urls(post: Post, options: Options) -> Iterable[str]:
    plain = replace(post, permalink="")
    variants = (plain, replace(plain, categories=())) if post.categories else (plain,)
    styles = [replace(options, permalink=style, root="") for style in STYLES] if post.date else []
    for old in styles + [replace(one, root=options.root) for one in styles if options.root]:
        for variant in variants:
            try:
                address = address_of(variant, old)
            except PermalinkError:
                continue
            yield address_key(address.url if address else "")
    for text in post.redirect_from:
        try:
            yield address_key(old_address(text, "", replace(options, root=""), post if post.date else None).url)
        except PermalinkError:
            continue
